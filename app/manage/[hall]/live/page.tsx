import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/i18n/client-messages';
import { LocaleSwitch } from '@/components/i18n/locale-switch';
import { LiveBoard } from '@/components/live-board/live-board';
import { ManageNav } from '@/components/manage/manage-nav';
import { firstLiveBoard } from '@/lib/realtime/first-view';
import { requireDesk } from '@/lib/staff/loaders';
import { permits } from '@/lib/staff/policy';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('live');
  return { title: t('title') };
}

export default async function LiveBoardPage({ params }: PageProps<'/manage/[hall]/live'>) {
  const { hall } = await params;
  const { house, hallId, actor } = await requireDesk(hall, 'live.read', `/manage/${hall}/live`);
  const first = await firstLiveBoard(house, hallId);
  if (!first) notFound();
  return (
    <ClientMessages
      namespaces={[
        'counterState',
        'errors',
        'estimate',
        'help',
        'live',
        'machinesNotice',
        'pausePlan',
        'pauseReason',
        'reason',
        'releaseReason',
        'roundNotice',
        'screensNotice',
        'touchpoints',
        'wait',
        'weakPointNotice',
      ]}
    >
      <LiveBoard
        hall={hall}
        {...first}
        canRelease={permits(actor, 'counter.release', hallId)}
        localeSwitch={<LocaleSwitch />}
        nav={<ManageNav hall={hall} hallId={hallId} actor={actor} current="live" />}
      />
    </ClientMessages>
  );
}
