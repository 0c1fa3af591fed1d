import type { Result } from '@/lib/core/result';
import { hallOf } from '@/lib/door/locate';
import type { Database, Tx } from '@/lib/platform/db/client';
import type { HallRecord, InspectionItem, RecordKind } from './hall-record';
import type { RecordPlace } from './schema';

type RecordRow = NonNullable<Awaited<ReturnType<Tx['hallRecord']['findUnique']>>>;

function toRecord(row: RecordRow): HallRecord {
  return {
    ...row,
    kind: row.kind as RecordKind,
    attendees: row.attendees as unknown as HallRecord['attendees'],
    items: row.items as unknown as InspectionItem[],
  };
}

export function locateRecord(db: Database, id: string): Promise<Result<string>> {
  return hallOf(db.hallRecord.findUnique({ where: { id }, select: { hallId: true } }), 'There is no such record.');
}

export async function findRecord(db: Database | Tx, id: string): Promise<HallRecord | null> {
  const row = await db.hallRecord.findUnique({ where: { id } });
  return row ? toRecord(row) : null;
}

/** Records of a hall, the latest first; of one month or all. */
export async function listRecords(
  db: Database,
  hallId: string,
  query: { month?: string; kind?: RecordKind; after?: RecordPlace; limit: number },
): Promise<HallRecord[]> {
  const { month, kind, after, limit } = query;
  const rows = await db.hallRecord.findMany({
    where: {
      hallId,
      ...(kind ? { kind } : {}),
      ...(month ? { heldOn: { gte: `${month}-01`, lte: `${month}-31` } } : {}),
      ...(after
        ? {
            OR: [
              { heldOn: { lt: after.heldOn } },
              { heldOn: after.heldOn, heldAt: { lt: after.heldAt } },
              { heldOn: after.heldOn, heldAt: after.heldAt, id: { lt: after.id } },
            ],
          }
        : {}),
    },
    orderBy: [{ heldOn: 'desc' }, { heldAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map(toRecord);
}
