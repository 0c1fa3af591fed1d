import { z } from 'zod';
import { secondsBetween } from '@/lib/core/clock';
import { fail, success } from '@/lib/core/result';
import { queueCommand } from '@/lib/door/command';
import { locateHall, locateTicket } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import { actorName } from '@/lib/staff/actor';
import { permits } from '@/lib/staff/policy';
import { careBody, idSchema } from '@/lib/tickets/schema';
import { findTicket } from '@/lib/tickets/steps';
import type { Ticket } from '@/lib/tickets/ticket';
import { type CareVisit, isEscalationDue } from './care-visit';
import { presentCare } from './presenter';

/** The care visit of a ticket that still wants somebody: the newest that is open or taken. */
function wanted(work: Work, ticketId: string): CareVisit | undefined {
  return [...work.state.care.values()]
    .filter((v) => v.ticketId === ticketId && (v.state === 'open' || v.state === 'taken'))
    .sort((a, b) => b.openedAt.getTime() - a.openedAt.getTime() || b.id.localeCompare(a.id))[0];
}

function about(ticket: Ticket, visit: CareVisit) {
  return {
    visitId: ticket.visitId,
    ticketId: ticket.id,
    payload: { careVisitId: visit.id, crossing: visit.crossing },
  };
}

/** Takes a care visit: from now on it has an owner. A shift lead may take over one that somebody else has. */
export const takeCare = queueCommand({
  name: 'care.take',
  input: z.strictObject({ ticketId: idSchema }),
  permission: 'care.give',
  locate: (lookup, { ticketId }) => locateTicket(lookup, ticketId),
  async run(work, { ticketId }) {
    const found = await findTicket(work, ticketId);
    if (!found.ok) return found;
    const visit = wanted(work, ticketId);
    if (!visit) return fail('wrong-state', { detail: 'No care is asked for.', currentState: found.value.status });
    if (visit.state === 'taken' && visit.ownerRef === work.by) return success(presentCare(work.state, visit));
    if (visit.state === 'taken' && !permits(work.actor, 'counter.release', work.hallId))
      return fail('care-taken', { detail: `${visit.ownerName ?? 'Somebody'} is on the way.`, currentState: 'taken' });
    const taken: CareVisit = {
      ...visit,
      state: 'taken',
      ownerRef: work.by,
      ownerName: actorName(work.actor),
      takenAt: work.now,
      escalateAt: null,
    };
    work.saveCare(taken);
    work.record({ kind: 'care.taken', ...about(found.value, taken) });
    return success(presentCare(work.state, taken));
  },
});

/**
 * A care visit that was made: what was done, and how long after it was asked for. It completes the visit that is open or
 * taken; without one it is recorded as care given unasked (crossing 0).
 */
export const giveCare = queueCommand({
  name: 'care.give',
  input: careBody.extend({ ticketId: idSchema }),
  permission: 'care.give',
  locate: (lookup, { ticketId }) => locateTicket(lookup, ticketId),
  async run(work, { ticketId, action, note }) {
    const found = await findTicket(work, ticketId);
    if (!found.ok) return found;
    const ticket = found.value;
    const visit = wanted(work, ticketId);
    if (!visit && (ticket.waitingSince === null || ticket.startedAt !== null || ticket.completedAt !== null))
      return fail('wrong-state', { detail: `${ticket.number} is not waiting.`, currentState: ticket.status });
    if (visit?.state === 'taken' && visit.ownerRef !== work.by && !permits(work.actor, 'counter.release', work.hallId))
      return fail('care-taken', { detail: `${visit.ownerName ?? 'Somebody'} has taken it.`, currentState: 'taken' });
    const done: CareVisit = {
      id: visit?.id ?? work.newId(),
      hallId: work.hallId,
      ticketId,
      serviceId: visit?.serviceId ?? ticket.serviceId,
      serviceDay: visit?.serviceDay ?? work.serviceDay,
      crossing: visit?.crossing ?? 0,
      openedAt: visit?.openedAt ?? work.now,
      escalatedAt: visit?.escalatedAt ?? null,
      escalateAt: null,
      state: 'done',
      ownerRef: work.by,
      ownerName: actorName(work.actor),
      takenAt: visit?.takenAt ?? work.now,
      doneAt: work.now,
      action,
      note: note ?? null,
    };
    if (visit) work.saveCare(done);
    else work.addCare(done);
    work.record({
      kind: 'care.done',
      visitId: ticket.visitId,
      ticketId,
      payload: {
        careVisitId: done.id,
        crossing: done.crossing,
        action,
        secondsToCare: secondsBetween(done.openedAt, work.now),
      },
    });
    return success(presentCare(work.state, done));
  },
});

/** Care visits that nobody took in time go to the shift lead, once each. Driven by time alone. */
export const escalateCare = queueCommand({
  name: 'care.escalate',
  input: z.strictObject({ hall: idSchema }),
  permission: 'house.duty',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  run(work) {
    for (const visit of work.state.care.values()) {
      if (!isEscalationDue(visit, work.now)) continue;
      const ticket = work.state.tickets.get(visit.ticketId);
      if (!ticket) continue;
      work.saveCare({ ...visit, escalatedAt: work.now, escalateAt: null });
      work.record({ kind: 'care.escalated', ...about(ticket, visit) });
    }
    return success(null);
  },
});
