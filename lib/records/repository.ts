import type { Tx } from '@/lib/platform/db/client';
import type { HallRecord } from './hall-record';

const plain = (record: HallRecord) => ({
  ...record,
  attendees: record.attendees.map((one) => ({ ...one })),
  items: record.items.map((one) => ({ ...one })),
});

export async function insertRecord(tx: Tx, record: HallRecord): Promise<void> {
  await tx.hallRecord.create({ data: plain(record) });
}

export async function updateRecord(tx: Tx, record: HallRecord): Promise<void> {
  const { id, hallId: _hall, ...data } = plain(record);
  await tx.hallRecord.update({ where: { id }, data });
}
