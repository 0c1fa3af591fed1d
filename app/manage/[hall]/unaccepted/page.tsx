import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/i18n/client-messages';
import { ManageNav } from '@/components/manage/manage-nav';
import { PromiseBoard } from '@/components/promises/promise-board';
import { readState } from '@/lib/door/execute';
import { loadFollowUps } from '@/lib/follow-ups/loaders';
import { serviceDay } from '@/lib/halls/service-day';
import { requireDesk } from '@/lib/staff/loaders';
import { permits } from '@/lib/staff/policy';
import { loadUnaccepted } from '@/lib/unaccepted/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('promise');
  return { title: t('board') };
}

export default async function UnacceptedPage({ params }: PageProps<'/manage/[hall]/unaccepted'>) {
  const { hall } = await params;
  const { house, hallId, actor, actorRef } = await requireDesk(
    hall,
    'unaccepted.register',
    `/manage/${hall}/unaccepted`,
  );
  const timeZone = await readState(house, hallId, (state) => state.config.timeZone);
  if (!timeZone) notFound();
  const [unaccepted, followUps] = await Promise.all([
    loadUnaccepted(house, hallId, actor),
    loadFollowUps(house, hallId, actor),
  ]);
  return (
    <ClientMessages namespaces={['errors', 'promise']}>
      <PromiseBoard
        hall={hall}
        mine={actorRef}
        oversees={permits(actor, 'promise.oversee', hallId)}
        today={serviceDay(house.clock.now(), timeZone)}
        unaccepted={unaccepted}
        followUps={followUps}
        nav={<ManageNav hall={hall} hallId={hallId} actor={actor} current="unaccepted" />}
      />
    </ClientMessages>
  );
}
