import type { Tx } from '@/lib/platform/db/client';
import type { Enquiry, Retention } from './enquiry';

export async function insertEnquiry(tx: Tx, enquiry: Enquiry): Promise<void> {
  await tx.enquiry.create({ data: enquiry });
}

export async function updateEnquiry(tx: Tx, { id, hallId: _hall, ...data }: Enquiry): Promise<void> {
  await tx.enquiry.update({ where: { id }, data });
}

/** One case for each enquiry: what is known now takes the place of what was. */
export async function saveRetention(tx: Tx, retention: Retention): Promise<void> {
  const { enquiryId, ...data } = retention;
  await tx.retentionCase.upsert({ where: { enquiryId }, create: retention, update: data });
}
