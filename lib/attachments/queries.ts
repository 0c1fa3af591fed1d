import type { Database, Tx } from '@/lib/platform/db/client';

export interface StoredPicture {
  contentType: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** A picture of a hall; null where there is none of this id. */
export async function findAttachment(db: Database, hallId: string, id: string): Promise<StoredPicture | null> {
  return db.attachment.findFirst({ where: { id, hallId }, select: { contentType: true, bytes: true } });
}

/** Those of the ids that are pictures of the hall and belong to nothing yet. */
export async function listUnused(tx: Tx, hallId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.attachment.findMany({
    where: { id: { in: [...ids] }, hallId, subject: null },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}
