import type { Tx } from '@/lib/platform/db/client';
import type { Announcement } from './announcement';

type AnnouncementRow = NonNullable<Awaited<ReturnType<Tx['announcement']['findUnique']>>>;

export function toAnnouncement(row: AnnouncementRow): Announcement {
  return { ...row, kind: row.kind as Announcement['kind'] };
}
