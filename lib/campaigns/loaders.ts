import { page } from '@/lib/api/page';
import { readState } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import { serviceDay } from '@/lib/halls/service-day';
import { presentCampaign } from './presenter';
import { listEndedCampaigns } from './queries';
import type { CampaignView } from './schema';

export interface CampaignList {
  items: CampaignView[];
  nextCursor: string | null;
}

/** Campaigns that run or are planned, or a page of those that are over; the caller has checked who asks. */
export async function loadCampaigns(
  house: House,
  hallId: string,
  query: { over: boolean; after?: string; limit: number },
): Promise<CampaignList> {
  const hall = await readState(house, hallId, ({ config, campaigns }) => ({ config, campaigns: [...campaigns] }));
  if (!hall) throw new Error(`There is no hall ${hallId}.`);
  const today = serviceDay(house.clock.now(), hall.config.timeZone);
  if (!query.over) return { items: hall.campaigns.map((one) => presentCampaign(one, today)), nextCursor: null };
  const rows = await listEndedCampaigns(house.db, hallId, { after: query.after, limit: query.limit + 1 });
  const { items, nextCursor } = page(rows, query.limit, ({ id }) => id);
  return { items: items.map((one) => presentCampaign(one, today)), nextCursor };
}
