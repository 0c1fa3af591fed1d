import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/i18n/client-messages';
import { LocaleSwitch } from '@/components/i18n/locale-switch';
import { ManageNav } from '@/components/manage/manage-nav';
import { StaffingDesk } from '@/components/staffing/staffing-desk';
import { loadHallDay } from '@/lib/halls/loaders';
import { localName } from '@/lib/i18n/local-name';
import { requireDesk } from '@/lib/staff/loaders';
import { permits } from '@/lib/staff/policy';
import { askedWeekday, loadStaffing } from '@/lib/staffing/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staffing');
  return { title: t('title') };
}

export default async function StaffingPage({ params, searchParams }: PageProps<'/manage/[hall]/staffing'>) {
  const { hall } = await params;
  const { house, hallId, actor } = await requireDesk(hall, 'staffing.read', `/manage/${hall}/staffing`);
  const view = await loadStaffing(house, hallId, askedWeekday((await searchParams).weekday));
  const { config } = await loadHallDay(house, hallId);
  return (
    <ClientMessages namespaces={['staffing', 'errors', 'formProblem']}>
      <StaffingDesk
        key={view.weekday}
        hall={hall}
        hallName={localName(config.names, await getLocale())}
        timeZone={config.timeZone}
        initial={view}
        mayPlan={permits(actor, 'staffing.plan', hallId)}
        nav={<ManageNav hall={hall} hallId={hallId} actor={actor} current="staffing" />}
        localeSwitch={<LocaleSwitch />}
      />
    </ClientMessages>
  );
}
