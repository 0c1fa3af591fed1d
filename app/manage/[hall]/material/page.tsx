import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/i18n/client-messages';
import { LocaleSwitch } from '@/components/i18n/locale-switch';
import { ManageNav } from '@/components/manage/manage-nav';
import { MaterialDesk } from '@/components/promotions/material-desk';
import { loadHallDay } from '@/lib/halls/loaders';
import { localName } from '@/lib/i18n/local-name';
import { loadMaterialList } from '@/lib/promotions/loaders';
import { requireDesk } from '@/lib/staff/loaders';
import { permits } from '@/lib/staff/policy';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('material');
  return { title: t('title') };
}

export default async function MaterialPage({ params }: PageProps<'/manage/[hall]/material'>) {
  const { hall } = await params;
  const { house, hallId, actor } = await requireDesk(hall, 'material.read', `/manage/${hall}/material`);
  const { config, today } = await loadHallDay(house, hallId);
  return (
    <ClientMessages namespaces={['errors', 'formProblem', 'material']}>
      <MaterialDesk
        hall={hall}
        hallName={localName(config.names, await getLocale())}
        timeZone={config.timeZone}
        today={today}
        zones={config.zones.filter(({ active }) => active).map(({ id, names }) => ({ id, names }))}
        initial={await loadMaterialList(house, hallId, { limit: 100 })}
        mayCheck={permits(actor, 'material.check', hallId)}
        mayManage={permits(actor, 'material.manage', hallId)}
        nav={<ManageNav hall={hall} hallId={hallId} actor={actor} current="material" />}
        localeSwitch={<LocaleSwitch />}
      />
    </ClientMessages>
  );
}
