import { type Campaign, campaignState, runningCampaigns } from './campaign';
import type { CampaignView, PublicCampaign } from './schema';

function presentPublic({ id, titles, texts, firstDay, lastDay }: Campaign): PublicCampaign {
  return { id, titles, texts, firstDay, lastDay };
}

/** For everybody: what runs on this day, in its order. */
export function presentRunning(campaigns: readonly Campaign[], today: string): PublicCampaign[] {
  return runningCampaigns(campaigns, today).map(presentPublic);
}

/** For those who plan them. */
export function presentCampaign(campaign: Campaign, today: string): CampaignView {
  return {
    ...presentPublic(campaign),
    sort: campaign.sort,
    state: campaignState(campaign, today),
    endedAt: campaign.endedAt?.toISOString() ?? null,
  };
}
