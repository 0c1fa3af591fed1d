import type { Tx } from '@/lib/platform/db/client';
import type { Complaint, Entry, Remedy } from './complaint';

export async function insertComplaint(tx: Tx, complaint: Complaint): Promise<void> {
  await tx.complaint.create({ data: complaint });
}

export async function updateComplaint(tx: Tx, { id, hallId: _hall, ...data }: Complaint): Promise<void> {
  await tx.complaint.update({ where: { id }, data });
}

export async function insertRemedy(tx: Tx, remedy: Remedy): Promise<void> {
  await tx.complaintRemedy.create({ data: remedy });
}

export async function updateRemedy(tx: Tx, { id, hallId: _hall, complaintId: _of, ...data }: Remedy): Promise<void> {
  await tx.complaintRemedy.update({ where: { id }, data });
}

export async function insertEntry(tx: Tx, entry: Entry): Promise<void> {
  await tx.complaintEntry.create({ data: entry });
}
