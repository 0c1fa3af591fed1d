import type { Localized, LocalizedText } from '@/lib/core/localized';
import type { Result } from '@/lib/core/result';
import { hallOf } from '@/lib/door/locate';
import type { Database, Tx } from '@/lib/platform/db/client';
import { byCampaignOrder, type Campaign } from './campaign';

type CampaignRow = NonNullable<Awaited<ReturnType<Tx['campaign']['findUnique']>>>;

function toCampaign(row: CampaignRow): Campaign {
  return { ...row, titles: row.titles as Localized, texts: row.texts as LocalizedText };
}

export function locateCampaign(db: Database, id: string): Promise<Result<string>> {
  return hallOf(db.campaign.findUnique({ where: { id }, select: { hallId: true } }), 'There is no such campaign.');
}

/** Those that run or are planned, in their order: part of the hall's state. */
export async function listCampaigns(db: Database | Tx, hallId: string): Promise<Campaign[]> {
  const rows = await db.campaign.findMany({ where: { hallId, endedAt: null } });
  return rows.map(toCampaign).sort(byCampaignOrder);
}

/** Those that are over, the latest first, after the id `after`. */
export async function listEndedCampaigns(
  db: Database,
  hallId: string,
  { after, limit }: { after?: string; limit: number },
): Promise<Campaign[]> {
  const last = after ? await db.campaign.findFirst({ where: { id: after, hallId } }) : null;
  const rows = await db.campaign.findMany({
    where: {
      hallId,
      endedAt: { not: null },
      ...(last?.endedAt
        ? { OR: [{ endedAt: { lt: last.endedAt } }, { endedAt: last.endedAt, id: { lt: last.id } }] }
        : {}),
    },
    orderBy: [{ endedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map(toCampaign);
}
