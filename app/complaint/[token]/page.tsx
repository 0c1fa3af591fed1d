import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ProgressPage } from '@/components/complaints/progress-page';
import { EmptyState } from '@/components/ui/empty-state';
import { visitComplaintPage } from '@/lib/complaints/loaders';
import { house } from '@/lib/door/house';
import { clientAddress } from '@/lib/platform/client-address';

type Props = PageProps<'/complaint/[token]'>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('complaintProgress');
  // The address is the key to the page: it is neither found nor passed to another site. Not `no-referrer`: without
  // script the browser would then hide where the language form comes from, and the server refuses such forms.
  return { title: t('title'), robots: { index: false, follow: false }, referrer: 'same-origin' };
}

export default async function ComplaintProgressPage({ params }: Props) {
  const { token } = await params;
  const visit = await visitComplaintPage(house(), token, clientAddress(await headers()));
  if (visit === 'rate-limited') {
    const t = await getTranslations('complaintProgress');
    return (
      <main>
        <EmptyState level={1} title={t('tooMany')} />
      </main>
    );
  }
  if (!visit) notFound();
  return <ProgressPage progress={visit} />;
}
