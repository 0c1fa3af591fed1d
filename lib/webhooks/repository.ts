import type { Tx } from '@/lib/platform/db/client';

export async function insertWebhook(
  tx: Tx,
  row: {
    id: string;
    hallId: string;
    name: string;
    url: string;
    events: string[];
    takesPhone: boolean;
    active: boolean;
    secretMadeAt: Date;
    createdAt: Date;
    createdBy: string;
  },
): Promise<void> {
  await tx.webhook.create({ data: row });
}

export async function updateWebhook(
  tx: Tx,
  id: string,
  change: {
    name?: string;
    url?: string;
    events?: string[];
    takesPhone?: boolean;
    active?: boolean;
    secretMadeAt?: Date;
  },
): Promise<void> {
  await tx.webhook.update({ where: { id }, data: change });
}
