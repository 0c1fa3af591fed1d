import type { Tx } from '@/lib/platform/db/client';
import { insertRows } from '@/lib/platform/db/written-rows';
import type { Announcement } from './announcement';

export async function insertAnnouncements(tx: Tx, announcements: Announcement[]): Promise<void> {
  await insertRows(tx, 'announcements', announcements);
}

export async function updateAnnouncement(tx: Tx, announcement: Announcement): Promise<void> {
  const { id, shownAt, spokenAt, withdrawnAt } = announcement;
  await tx.announcement.update({ where: { id }, data: { shownAt, spokenAt, withdrawnAt } });
}

/** A screen's receipt; a second one of the same screen completes the first. */
export async function saveReceipt(
  tx: Tx,
  receipt: { announcementId: string; screenId: string; shownAt: Date; spokenAt: Date | null },
): Promise<void> {
  const { announcementId, screenId, shownAt, spokenAt } = receipt;
  await tx.announcementReceipt.upsert({
    where: { announcementId_screenId: { announcementId, screenId } },
    create: receipt,
    update: spokenAt ? { spokenAt } : { shownAt },
  });
}
