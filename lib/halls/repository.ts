import type { Tx } from '@/lib/platform/db/client';
import type { OpeningFacts } from './hall-opening';

export async function saveOpening(tx: Tx, hallId: string, facts: OpeningFacts): Promise<void> {
  await tx.hallOpening.upsert({ where: { hallId }, create: { ...facts, hallId }, update: facts });
}
