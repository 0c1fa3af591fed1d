import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { HotlineDesk } from '@/components/hotline/hotline-desk';
import { ClientMessages } from '@/components/i18n/client-messages';
import { house } from '@/lib/door/house';
import { loadHotlineDesk } from '@/lib/hotline/loaders';
import { actorName } from '@/lib/staff/actor';
import { loadActor } from '@/lib/staff/loaders';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hotline'))('title') };
}

export default async function HotlinePage() {
  const actor = await loadActor();
  if (actor.kind !== 'staff') redirect('/sign-in?next=%2Fdesk%2Fhotline');
  if (!actor.roles.some(({ role }) => role === 'hotline' || role === 'admin')) redirect('/?denied=1');
  return (
    <ClientMessages namespaces={['errors', 'estimate', 'hotline']}>
      <HotlineDesk initial={await loadHotlineDesk(house(), actor)} person={actorName(actor) ?? ''} />
    </ClientMessages>
  );
}
