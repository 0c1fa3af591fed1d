import { page } from '@/lib/api/page';
import type { House } from '@/lib/door/house';
import type { RecordKind } from './hall-record';
import { presentRecord } from './presenter';
import { listRecords } from './queries';
import type { RecordList, RecordPlace } from './schema';

/** A page of records, the latest first; the caller has checked who asks. */
export async function loadRecords(
  house: House,
  hallId: string,
  query: { month?: string; kind?: RecordKind; after?: RecordPlace; limit: number },
): Promise<RecordList> {
  const rows = await listRecords(house.db, hallId, { ...query, limit: query.limit + 1 });
  const { items, nextCursor } = page(rows, query.limit, ({ heldOn, heldAt, id }) => `${heldOn} ${heldAt} ${id}`);
  return { items: items.map(presentRecord), nextCursor };
}
