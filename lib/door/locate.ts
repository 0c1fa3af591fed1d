import { fail, type Result, success } from '@/lib/core/result';
import type { Lookup } from './command';

/** The hall of a row, or that there is no such thing. @param detail what there is not, as a sentence */
export async function hallOf(row: Promise<{ hallId: string } | null>, detail: string): Promise<Result<string>> {
  const found = await row;
  return found ? success(found.hallId) : fail('not-found', { detail });
}

/** Which hall something belongs to: the first step of every command, before policy. None of it ever changes. */
export async function locateHall({ db, states }: Lookup, idOrSlug: string): Promise<Result<string>> {
  if (states.has(idOrSlug)) return success(idOrSlug);
  const hall = await db.hall.findFirst({
    where: { OR: [{ id: idOrSlug }, { slug: idOrSlug }] },
    select: { id: true },
  });
  return hall ? success(hall.id) : fail('not-found', { detail: `There is no hall "${idOrSlug}".` });
}

export async function locateTicket({ db, states }: Lookup, id: string): Promise<Result<string>> {
  for (const [hallId, state] of states) if (state.tickets.has(id)) return success(hallId);
  return hallOf(db.ticket.findUnique({ where: { id }, select: { hallId: true } }), 'There is no such ticket.');
}

export async function locateCounter({ db, states }: Lookup, id: string): Promise<Result<string>> {
  for (const [hallId, state] of states) if (state.config.counters.some((c) => c.id === id)) return success(hallId);
  return hallOf(db.counter.findUnique({ where: { id }, select: { hallId: true } }), 'There is no such counter.');
}
