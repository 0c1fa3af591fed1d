import { z } from 'zod';
import { fail, type Result, success } from '@/lib/core/result';
import { queueCommand } from '@/lib/door/command';
import { hallOf, locateHall } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import { actorName } from '@/lib/staff/actor';
import { issueTicket, undoTicket } from '@/lib/tickets/commands';
import { idSchema } from '@/lib/tickets/schema';
import { findTicket } from '@/lib/tickets/steps';
import { type Approach, isUndoable } from './approach';
import { presentApproach } from './presenter';
import { findApproach } from './queries';
import { insertApproach, markUndone } from './repository';
import { logApproachBody } from './schema';

type TicketOfApproach = {
  id: string;
  visitId: string;
  number: string;
  estimate: { p50Seconds: number; p90Seconds: number } | null;
  peopleAhead: number | null;
};

/** The ticket that came of it: issued here and now, or one the customer has already. */
async function ticketOf(work: Work, serviceCode?: string, ticketId?: string): Promise<Result<TicketOfApproach | null>> {
  if (serviceCode) return issueTicket.run(work, { hall: work.hallId, serviceCode });
  if (!ticketId) return success(null);
  const found = await findTicket(work, ticketId);
  if (!found.ok)
    return fail('invalid-input', { errors: [{ path: 'ticketId', message: 'no such ticket in this hall' }] });
  const { id, visitId, number } = found.value;
  return success({ id, visitId, number, estimate: null, peopleAhead: null });
}

/** Somebody who looked around was approached: one tap says what came of it. */
export const logApproach = queueCommand({
  name: 'approach.log',
  input: logApproachBody.safeExtend({ hall: idSchema }),
  permission: 'approach.log',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { outcome, zoneCode, serviceCode, ticketId }) {
    const zone = work.config.zones.find((z) => z.code === zoneCode && z.active);
    if (zoneCode && !zone)
      return fail('invalid-input', { errors: [{ path: 'zoneCode', message: 'no such zone in this hall' }] });
    const ticket = await ticketOf(work, serviceCode, ticketId);
    if (!ticket.ok) return ticket;
    const approach: Approach = {
      id: work.newId(),
      hallId: work.hallId,
      serviceDay: work.serviceDay,
      at: work.now,
      outcome,
      zoneId: zone?.id ?? null,
      ticketId: ticket.value?.id ?? null,
      byRef: work.by,
      byName: actorName(work.actor),
      undoneAt: null,
    };
    await insertApproach(work.tx, approach);
    work.record({
      kind: 'approach.logged',
      visitId: ticket.value?.visitId,
      ticketId: approach.ticketId,
      zoneId: approach.zoneId,
      payload: { approachId: approach.id, outcome },
    });
    return success({
      ...presentApproach(work.config, approach, ticket.value?.number ?? null),
      estimate: ticket.value?.estimate ?? null,
      peopleAhead: ticket.value?.peopleAhead ?? null,
    });
  },
});

/** Takes a tap back within half a minute, and with it the number that it issued. */
export const undoApproach = queueCommand({
  name: 'approach.undo',
  input: z.strictObject({ approachId: idSchema }),
  permission: 'approach.log',
  locate: ({ db }, { approachId }) => hallOf(findApproach(db, approachId), 'There is no such approach.'),
  async run(work, { approachId }) {
    const approach = await findApproach(work.tx, approachId);
    if (!approach) return fail('not-found');
    if (approach.undoneAt || approach.byRef !== work.by)
      return fail('nothing-to-undo', { detail: 'This tap was not yours, or it is taken back already.' });
    if (!isUndoable(approach, work.by, work.now)) return fail('undo-expired');
    const ticket = approach.ticketId ? work.state.tickets.get(approach.ticketId) : undefined;
    // A number that was there before stays; one that was issued by the tap goes with it.
    if (ticket && ticket.issuedAt.getTime() === approach.at.getTime() && ticket.completedAt === null) {
      const undone = await undoTicket.run(work, { ticketId: ticket.id });
      if (!undone.ok) return undone;
    }
    await markUndone(work.tx, approachId, work.now);
    work.record({
      kind: 'approach.undone',
      ticketId: approach.ticketId,
      zoneId: approach.zoneId,
      payload: { approachId, outcome: approach.outcome },
    });
    return success(presentApproach(work.config, { ...approach, undoneAt: work.now }, ticket?.number ?? null));
  },
});
