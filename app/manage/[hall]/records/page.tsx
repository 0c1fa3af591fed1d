import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/i18n/client-messages';
import { LocaleSwitch } from '@/components/i18n/locale-switch';
import { ManageNav } from '@/components/manage/manage-nav';
import { RecordDesk } from '@/components/records/record-desk';
import { loadHallDay } from '@/lib/halls/loaders';
import { formatHallTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import { loadRecords } from '@/lib/records/loaders';
import { loadColleagueNames, requireDesk } from '@/lib/staff/loaders';
import { permits } from '@/lib/staff/policy';
import { TOUCHPOINT_KEYS } from '@/lib/touchpoints/registry';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('records');
  return { title: t('title') };
}

export default async function RecordsPage({ params }: PageProps<'/manage/[hall]/records'>) {
  const { hall } = await params;
  const { house, hallId, actor } = await requireDesk(hall, 'record.read', `/manage/${hall}/records`);
  const { config, today } = await loadHallDay(house, hallId);
  return (
    <ClientMessages namespaces={['errors', 'formProblem', 'records', 'touchpoints']}>
      <RecordDesk
        hall={hall}
        hallName={localName(config.names, await getLocale())}
        now={{ day: today, time: formatHallTime(house.clock.now(), 'en', config.timeZone) }}
        me={actor.kind === 'staff' ? actor.id : ''}
        colleagues={await loadColleagueNames(house, hallId)}
        touchpointKeys={TOUCHPOINT_KEYS}
        initial={await loadRecords(house, hallId, { month: today.slice(0, 7), limit: 50 })}
        mayKeep={permits(actor, 'record.keep', hallId)}
        nav={<ManageNav hall={hall} hallId={hallId} actor={actor} current="records" />}
        localeSwitch={<LocaleSwitch />}
      />
    </ClientMessages>
  );
}
