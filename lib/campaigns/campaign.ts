import type { Localized, LocalizedText } from '@/lib/core/localized';
import { addDays, instantOf } from '@/lib/halls/service-day';

/** What a hall offers or celebrates for some days: shown from its first day to the end of its last. */
export interface Campaign {
  id: string;
  hallId: string;
  titles: Localized;
  texts: LocalizedText;
  /** Service days of the hall, YYYY-MM-DD. */
  firstDay: string;
  lastDay: string;
  sort: number;
  createdAt: Date;
  createdBy: string;
  updatedAt: Date;
  endedAt: Date | null;
  withdrawn: boolean;
}

export const CAMPAIGN_STATES = ['running', 'planned', 'ended', 'withdrawn'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

export function campaignState(
  campaign: Pick<Campaign, 'firstDay' | 'lastDay' | 'withdrawn'>,
  today: string,
): CampaignState {
  if (campaign.withdrawn) return 'withdrawn';
  if (campaign.lastDay < today) return 'ended';
  return campaign.firstDay > today ? 'planned' : 'running';
}

/** The order in which campaigns are shown. */
export function byCampaignOrder(a: Campaign, b: Campaign): number {
  return a.sort - b.sort || a.firstDay.localeCompare(b.firstDay) || a.id.localeCompare(b.id);
}

/** What customers are shown on a day, in its order. */
export function runningCampaigns(campaigns: readonly Campaign[], today: string): Campaign[] {
  return campaigns.filter((campaign) => campaignState(campaign, today) === 'running').sort(byCampaignOrder);
}

/** When screens begin to show it, and when they stop. */
export function campaignTimes(
  { firstDay, lastDay }: Pick<Campaign, 'firstDay' | 'lastDay'>,
  timeZone: string,
): { startsAt: Date; endsAt: Date } {
  return { startsAt: instantOf(firstDay, 0, timeZone), endsAt: instantOf(addDays(lastDay, 1), 0, timeZone) };
}
