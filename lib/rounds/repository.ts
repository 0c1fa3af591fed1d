import type { Tx } from '@/lib/platform/db/client';
import type { HallTask, Round } from './round';
import type { RoundTemplate } from './round-template';

const json = (value: unknown) => value as object;

export async function saveTemplate(tx: Tx, template: RoundTemplate, now: Date): Promise<void> {
  const { id, items, ...rest } = template;
  const data = { ...rest, items: json(items), updatedAt: now };
  await tx.roundTemplate.upsert({ where: { id }, create: { ...data, id, createdAt: now }, update: data });
}

export async function saveRound(tx: Tx, round: Round): Promise<void> {
  const { id, results, ...rest } = round;
  const data = { ...rest, results: json(results) };
  await tx.round.upsert({ where: { id }, create: { ...data, id }, update: data });
}

export async function saveTask(tx: Tx, task: HallTask): Promise<void> {
  const { id, ...data } = task;
  await tx.hallTask.upsert({ where: { id }, create: { ...data, id }, update: data });
}
