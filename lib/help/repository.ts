import type { Tx } from '@/lib/platform/db/client';
import type { HelpCall } from './help-call';

export async function insertHelp(tx: Tx, call: HelpCall): Promise<void> {
  await tx.helpCall.create({ data: call });
}

export async function updateHelp(tx: Tx, { id, hallId: _hall, ...data }: HelpCall): Promise<void> {
  await tx.helpCall.update({ where: { id }, data });
}
