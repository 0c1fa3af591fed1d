import type { Tx } from '@/lib/platform/db/client';
import type { Campaign } from './campaign';

/** A new campaign, or the one that takes its place. */
export async function saveCampaign(tx: Tx, campaign: Campaign): Promise<void> {
  const { id, hallId: _hall, ...data } = campaign;
  await tx.campaign.upsert({ where: { id }, create: campaign, update: data });
}
