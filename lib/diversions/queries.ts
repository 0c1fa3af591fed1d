import type { Result } from '@/lib/core/result';
import { hallOf } from '@/lib/door/locate';
import type { Database, Tx } from '@/lib/platform/db/client';
import type { Diversion } from './diversion';
import { presentDiversion } from './presenter';
import type { DiversionView } from './schema';

type DiversionRow = NonNullable<Awaited<ReturnType<Tx['diversion']['findUnique']>>>;

function toDiversion(row: DiversionRow): Diversion {
  return { ...row, state: row.state as Diversion['state'] };
}

export function locateDiversion(db: Database, id: string): Promise<Result<string>> {
  return hallOf(
    db.diversion.findUnique({ where: { id }, select: { hallId: true } }),
    'Nobody was sent to a machine under this id.',
  );
}

export async function findDiversion(tx: Tx, id: string): Promise<Diversion | null> {
  const row = await tx.diversion.findUnique({ where: { id } });
  return row ? toDiversion(row) : null;
}

/** What comes back with a customer: class, needs and language as they were told at the door. */
export async function findDivertedVisit(
  tx: Tx,
  visitId: string,
): Promise<{ customerClass: string | null; needs: string[]; locale: string | null } | null> {
  const row = await tx.visit.findUnique({
    where: { id: visitId },
    select: { customerClass: true, needs: true, locale: true },
  });
  return row ? { ...row, needs: row.needs as string[] } : null;
}

/** Who is at a machine now, the first sent first. */
export async function listOpenDiversions(db: Database | Tx, hallId: string): Promise<DiversionView[]> {
  const rows = await db.diversion.findMany({
    where: { hallId, state: 'open' },
    orderBy: [{ divertedAt: 'asc' }, { id: 'asc' }],
    take: 50,
  });
  const tickets = await db.ticket.findMany({
    where: { id: { in: rows.flatMap((row) => row.ticketId ?? []) } },
    select: { id: true, number: true },
  });
  return rows.map((row) =>
    presentDiversion(toDiversion(row), tickets.find((ticket) => ticket.id === row.ticketId)?.number ?? null),
  );
}
