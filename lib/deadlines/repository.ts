import type { Tx } from '@/lib/platform/db/client';
import type { Deadline } from './deadline';

/** One deadline of a kind for each subject: a new time replaces the old one. */
export async function saveDeadline(tx: Tx, deadline: Deadline): Promise<void> {
  const { hallId, kind, subjectId, dueAt } = deadline;
  await tx.deadline.upsert({
    where: { hallId_kind_subjectId: { hallId, kind, subjectId } },
    create: deadline,
    update: { dueAt },
  });
}

export async function deleteDeadline(
  tx: Tx,
  { hallId, kind, subjectId }: Pick<Deadline, 'hallId' | 'kind' | 'subjectId'>,
): Promise<void> {
  await tx.deadline.deleteMany({ where: { hallId, kind, subjectId } });
}
