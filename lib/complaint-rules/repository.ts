import type { ComplaintRules } from '@/lib/complaints/complaint-rules';
import type { Tx } from '@/lib/platform/db/client';

export async function saveRules(tx: Tx, hallId: string, rules: ComplaintRules, now: Date): Promise<void> {
  const data = { rules: { ...rules }, updatedAt: now };
  await tx.complaintRule.upsert({ where: { hallId }, create: { hallId, ...data }, update: data });
}
