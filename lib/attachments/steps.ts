import type { Work } from '@/lib/door/work';
import { listUnused } from './queries';
import { bindAttachments } from './repository';

/** Are all of these pictures of this hall that belong to nothing yet? Asked before a command changes anything. */
export async function areUnused(work: Work, ids: readonly string[]): Promise<boolean> {
  return (await listUnused(work.tx, work.hallId, ids)).length === new Set(ids).size;
}

/** From now on the pictures belong to something and are kept. */
export async function keepPictures(work: Work, ids: readonly string[], subject: string): Promise<void> {
  if (ids.length === 0) return;
  await bindAttachments(work.tx, work.hallId, ids, subject);
  for (const id of ids) await work.clearDeadline('attachment.unused', id);
}
