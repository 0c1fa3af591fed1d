import type { Tx } from '@/lib/platform/db/client';

export interface NewAttachment {
  id: string;
  hallId: string;
  contentType: string;
  bytes: Uint8Array<ArrayBuffer>;
  addedAt: Date;
  addedBy: string;
}

export async function insertAttachment(tx: Tx, attachment: NewAttachment): Promise<void> {
  await tx.attachment.create({ data: { ...attachment, size: attachment.bytes.byteLength } });
}

export async function bindAttachments(tx: Tx, hallId: string, ids: readonly string[], subject: string): Promise<void> {
  await tx.attachment.updateMany({ where: { id: { in: [...ids] }, hallId }, data: { subject } });
}

export async function deleteUnused(tx: Tx, hallId: string, id: string): Promise<void> {
  await tx.attachment.deleteMany({ where: { id, hallId, subject: null } });
}
