import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/i18n/client-messages';
import { LocaleSwitch } from '@/components/i18n/locale-switch';
import { ManageNav } from '@/components/manage/manage-nav';
import { WeakPointBoardScreen } from '@/components/weak-points/weak-point-board';
import { loadHallDay } from '@/lib/halls/loaders';
import { localName } from '@/lib/i18n/local-name';
import { loadColleagueNames, requireDesk } from '@/lib/staff/loaders';
import { permits } from '@/lib/staff/policy';
import { TOUCHPOINT_KEYS } from '@/lib/touchpoints/registry';
import { loadBoard } from '@/lib/weak-points/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('weakPoints');
  return { title: t('title') };
}

export default async function WeakPointsPage({ params }: PageProps<'/manage/[hall]/weak-points'>) {
  const { hall } = await params;
  const { house, hallId, actor, actorRef } = await requireDesk(hall, 'weakPoint.read', `/manage/${hall}/weak-points`);
  const { config } = await loadHallDay(house, hallId);
  return (
    <ClientMessages namespaces={['errors', 'formProblem', 'standards', 'touchpoints', 'weakPoints']}>
      <WeakPointBoardScreen
        hall={hall}
        hallName={localName(config.names, await getLocale())}
        initial={await loadBoard(house, hallId)}
        colleagues={await loadColleagueNames(house, hallId)}
        touchpointKeys={TOUCHPOINT_KEYS}
        me={{ ref: actorRef, lead: permits(actor, 'weakPoint.manage', hallId) }}
        nav={<ManageNav hall={hall} hallId={hallId} actor={actor} current="weak-points" />}
        localeSwitch={<LocaleSwitch />}
      />
    </ClientMessages>
  );
}
