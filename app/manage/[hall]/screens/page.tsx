import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/i18n/client-messages';
import { LocaleSwitch } from '@/components/i18n/locale-switch';
import { ManageNav } from '@/components/manage/manage-nav';
import { ScreenList } from '@/components/screens/screen-list';
import { loadHallDay } from '@/lib/halls/loaders';
import { localName } from '@/lib/i18n/local-name';
import { buildId } from '@/lib/platform/build-id';
import { env } from '@/lib/platform/env';
import { loadScreenPage } from '@/lib/screens/loaders';
import { requireDesk } from '@/lib/staff/loaders';
import { permits } from '@/lib/staff/policy';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('screens'))('title') };
}

export default async function ScreensPage({ params }: PageProps<'/manage/[hall]/screens'>) {
  const { hall } = await params;
  const { house, hallId, actor } = await requireDesk(hall, 'screen.oversee', `/manage/${hall}/screens`);
  const { config } = await loadHallDay(house, hallId);
  return (
    <ClientMessages namespaces={['errors', 'screens']}>
      <ScreenList
        hall={hall}
        hallName={localName(config.names, await getLocale())}
        timeZone={config.timeZone}
        zones={config.zones.map(({ id, names }) => ({ id, names }))}
        build={buildId(env().NODE_ENV !== 'production')}
        initial={await loadScreenPage(house, hallId)}
        mayRemove={permits(actor, 'screen.manage', hallId)}
        nav={<ManageNav hall={hall} hallId={hallId} actor={actor} current="screens" />}
        localeSwitch={<LocaleSwitch />}
      />
    </ClientMessages>
  );
}
