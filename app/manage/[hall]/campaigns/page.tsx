import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { CampaignDesk } from '@/components/campaigns/campaign-desk';
import { ClientMessages } from '@/components/i18n/client-messages';
import { LocaleSwitch } from '@/components/i18n/locale-switch';
import { ManageNav } from '@/components/manage/manage-nav';
import { loadCampaigns } from '@/lib/campaigns/loaders';
import { loadHallDay } from '@/lib/halls/loaders';
import { localName } from '@/lib/i18n/local-name';
import { requireDesk } from '@/lib/staff/loaders';
import { permits } from '@/lib/staff/policy';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('campaigns');
  return { title: t('title') };
}

export default async function CampaignsPage({ params }: PageProps<'/manage/[hall]/campaigns'>) {
  const { hall } = await params;
  const { house, hallId, actor } = await requireDesk(hall, 'campaign.read', `/manage/${hall}/campaigns`);
  const { config, today } = await loadHallDay(house, hallId);
  return (
    <ClientMessages namespaces={['campaigns', 'errors', 'formProblem']}>
      <CampaignDesk
        hall={hall}
        hallName={localName(config.names, await getLocale())}
        today={today}
        languages={config.languages}
        initial={await loadCampaigns(house, hallId, { over: false, limit: 50 })}
        mayManage={permits(actor, 'campaign.manage', hallId)}
        nav={<ManageNav hall={hall} hallId={hallId} actor={actor} current="campaigns" />}
        localeSwitch={<LocaleSwitch />}
      />
    </ClientMessages>
  );
}
