import { z } from 'zod';
import { isFromHotline } from '@/lib/bookings/queries';
import {
  bookedTooEarly,
  followBooking,
  placeOfBooking,
  resumeBooking,
  settleBooking,
  tooLateToChange,
} from '@/lib/bookings/steps';
import { addSeconds } from '@/lib/core/clock';
import { fail, success } from '@/lib/core/result';
import { queueCommand } from '@/lib/door/command';
import { locateHall, locateTicket } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import { hallOpening } from '@/lib/halls/hall-opening';
import { atCounter } from '@/lib/halls/hall-state';
import { presence } from '@/lib/remote/presence';
import { openTicketOf } from '@/lib/remote/remote-limits';
import { rolesIn } from '@/lib/staff/actor';
import { estimateHall, estimateOf } from '@/lib/waiting/hall-estimate';
import { handlingSeconds } from './clocks';
import { closedByDay } from './end-of-day';
import { POSTPONE_SECONDS } from './held-place';
import { presentTicket } from './presenter';
import { countRemote, isVisitOpen, ticketsOfDevice } from './queries';
import { insertRemoteJoin } from './repository';
import { cancelBody, checkInBody, holdBody, idSchema, issueTicketBody, transferBody } from './schema';
import { changeTicket, enterQueue, findTicket, lapseCare, mayTouch, readOrder, recordIssue, targetOf } from './steps';
import { type Channel, isRemote } from './ticket';
import { undone, undoOf } from './undo';

const ticketInput = z.strictObject({ ticketId: idSchema });

function channelOf(work: Work, asked: Channel | undefined): Channel {
  if (work.actor.kind === 'screen') return 'kiosk';
  if (work.actor.kind === 'anonymous') return asked ?? 'phone';
  return asked ?? (work.actor.kind === 'key' ? 'program' : 'guide');
}

/** A number is given by an estimate that is at most this old. */
const ESTIMATE_MS = 500;

/**
 * Issues a number for a service: a new visit, or one more service of a visit that has begun. The wait starts now,
 * except for tickets from afar. Refused with `invalid-input` for codes the hall does not have.
 */
export const issueTicket = queueCommand({
  name: 'ticket.issue',
  /** `device`: mark of the phone that asks, from its cookie. */
  input: issueTicketBody.extend({ hall: idSchema, device: z.string().max(64).optional() }),
  permission: ({ channel, visitId }) => {
    if (channel && isRemote(channel)) return 'ticket.issueRemote';
    return visitId ? 'ticket.addService' : 'ticket.issue';
  },
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, input) {
    const { config, state, now } = work;
    const read = readOrder(work, input);
    if (!read.ok) return read;
    const { service, customerClass } = read.value;
    if (customerClass && work.actor.kind === 'screen' && !config.kioskChoosesClass)
      return fail('invalid-input', { errors: [{ path: 'customerClass', message: 'is not chosen at the kiosk' }] });
    const channel = channelOf(work, input.channel);
    const open = hallOpening(state, now).open;
    // From outside: nobody known, a customer, or staff of another hall. They get what the hall gives the public.
    const { actor } = work;
    const inside =
      actor.kind === 'system' ||
      (actor.kind === 'screen' && actor.hallId === work.hallId) ||
      rolesIn(actor, work.hallId).length > 0;
    if (!inside && !config.remoteTickets) return fail('remote-not-allowed');
    if (!inside && (channel === 'booking' || input.bookedFor))
      return fail('slot-unavailable', { detail: 'A time is booked at POST /halls/{hall}/bookings.' });
    if (!open && (!inside || work.actor.kind === 'screen')) return fail('hall-closed');
    const visitHere = [...state.tickets.values()].some((t) => t.visitId === input.visitId);
    if (input.visitId && !visitHere && !(await isVisitOpen(work.tx, work.hallId, input.visitId)))
      return fail('not-found', { detail: 'There is no such visit in the hall now.' });

    const remote = isRemote(channel);
    if (remote && !inside) {
      const full = await remoteRefusal(work, input.device, input.customer?.phone);
      if (full) return full;
    }
    const ticket = enterQueue(work, read.value, {
      input,
      channel,
      number: await work.nextNumber(service.letter),
      at: now,
      visitId: input.visitId,
      bookedFor: input.bookedFor ? new Date(input.bookedFor) : null,
      undo: undoOf('issue', work.by, now, null),
    });
    await followBooking(work, ticket);
    if (channel === 'phone')
      await insertRemoteJoin(work.tx, {
        ticketId: ticket.id,
        hallId: work.hallId,
        serviceDay: work.serviceDay,
        device: input.device ?? null,
        joinedAt: now,
      });
    // Without credit a newcomer waits what the estimate of a moment ago says of newcomers.
    const estimate = estimateHall(state, now, ticket.creditSeconds > 0 ? 0 : ESTIMATE_MS);
    const promised = remote ? (estimate.services.get(service.id) ?? null) : estimateOf(estimate, ticket);
    ticket.estimateP50Seconds = promised?.p50Seconds ?? null;
    ticket.estimateP90Seconds = promised?.p90Seconds ?? null;
    if (promised && ticket.arrivedAt) ticket.promiseDueAt = addSeconds(ticket.arrivedAt, promised.p90Seconds);

    recordIssue(work, ticket, service, { newVisit: !input.visitId, open });
    const view = presentTicket(state, ticket, now, estimate);
    return success({ ...view, estimate: promised });
  },
});

/**
 * Arrival of a booked or remote customer: the wait starts. A booking that is too early is told from when; with `takeNow`
 * its customer takes his place as one who has just come, and gives the booked time back.
 */
export const checkInTicket = queueCommand({
  name: 'ticket.checkIn',
  /** `atDoor`: the caller has shown the code of the hall's door. The position is compared, and not kept. */
  input: ticketInput.extend(checkInBody.shape).extend({ atDoor: z.boolean().optional() }),
  permission: 'ticket.checkIn',
  locate: (lookup, { ticketId }) => locateTicket(lookup, ticketId),
  async run(work, { ticketId, takeNow, position, atDoor }) {
    const found = await findTicket(work, ticketId);
    if (!found.ok) return found;
    const ticket = found.value;
    if (work.actor.kind === 'customer' && work.actor.ticketId !== ticketId) return fail('not-found');
    const proof =
      work.actor.kind === 'customer' ? presence(work.config, { position, atDoor }) : success('staff' as const);
    if (ticket.status === 'booked') {
      const early = bookedTooEarly(work, ticket, takeNow ?? false);
      if (early) return early;
      if (!proof.ok) return proof;
    }
    const place = placeOfBooking(work, ticket);
    // Somebody of yesterday is still here with it: one of the two gets another, and it is he who has not come in yet.
    const other = ticket.status === 'booked' && work.isNumberHeld(ticket);
    const number = other ? await work.nextNumber(ticket.number.slice(0, 1)) : ticket.number;
    const saved = await changeTicket(work, ticket, { type: 'checkIn', ...(place ? { place } : {}) }, { number });
    if (!saved.ok) return saved;
    const about = { visitId: saved.value.visitId, ticketId };
    work.changeVisit(saved.value.visitId, { arrivedAt: work.now });
    const hotline = ticket.bookedFor !== null && (await isFromHotline(work.tx, ticketId));
    work.record({
      kind: 'visit.arrived',
      ...about,
      payload: { channel: saved.value.channel, ...(hotline ? { hotline } : {}) },
    });
    work.record({
      kind: 'ticket.checkedIn',
      ...about,
      payload: {
        by: work.actor.kind,
        ...(proof.ok && proof.value ? { proof: proof.value } : {}),
        ...(other ? { number, insteadOf: ticket.number } : {}),
      },
    });
    return success(presentTicket(work.state, saved.value, work.now, estimateHall(work.state, work.now)));
  },
});

/** Ten more minutes: the ticket moves back by them, once, before it is called. */
export const postponeTicket = queueCommand({
  name: 'ticket.postpone',
  input: ticketInput,
  permission: 'ticket.postpone',
  locate: (lookup, { ticketId }) => locateTicket(lookup, ticketId),
  async run(work, { ticketId }) {
    const found = await findTicket(work, ticketId);
    if (!found.ok) return found;
    if (work.actor.kind === 'customer' && work.actor.ticketId !== ticketId) return fail('not-found');
    // A booked time is changed, not put off.
    if (found.value.status === 'booked' && found.value.bookedFor)
      return fail('wrong-state', { currentState: 'booked', detail: 'A booking is moved to another time.' });
    const saved = await changeTicket(work, found.value, { type: 'postpone' });
    if (!saved.ok) return saved;
    work.record({
      kind: 'ticket.postponed',
      visitId: saved.value.visitId,
      ticketId,
      payload: { by: work.actor.kind, from: found.value.status, seconds: POSTPONE_SECONDS },
    });
    return success(presentTicket(work.state, saved.value, work.now, estimateHall(work.state, work.now)));
  },
});

/** Parks a ticket. A hold counts as wait only when the hall caused it (`byHall`). */
export const holdTicket = queueCommand({
  name: 'ticket.hold',
  input: ticketInput.extend(holdBody.shape),
  permission: 'ticket.park',
  locate: (lookup, { ticketId }) => locateTicket(lookup, ticketId),
  async run(work, { ticketId, reason, byHall }) {
    const found = await findTicket(work, ticketId);
    if (!found.ok) return found;
    const mine = mayTouch(work, found.value);
    if (!mine.ok) return mine;
    const saved = await changeTicket(work, found.value, { type: 'hold', reason, byHall: byHall ?? false });
    if (!saved.ok) return saved;
    work.record({
      kind: 'ticket.held',
      visitId: saved.value.visitId,
      ticketId,
      counterId: found.value.counterId,
      payload: { reason, byHall: byHall ?? false, from: found.value.status },
    });
    return success(presentTicket(work.state, saved.value, work.now));
  },
});

/** Brings back a held ticket to where it was, or a no-show who returned to the queue in its old place. */
export const resumeTicket = queueCommand({
  name: 'ticket.resume',
  input: ticketInput,
  permission: 'ticket.park',
  locate: (lookup, { ticketId }) => locateTicket(lookup, ticketId),
  async run(work, { ticketId }) {
    const found = await findTicket(work, ticketId);
    if (!found.ok) return found;
    const before = found.value;
    const mine = mayTouch(work, before);
    if (!mine.ok) return mine;
    // Its number may be somebody else's by now: a day keeps those of the day before only while they are at hand.
    if (before.status === 'noShow' && before.serviceDay < work.serviceDay && !work.state.tickets.has(ticketId))
      return fail('day-over', { detail: 'The day of this ticket is over.', currentState: before.status });
    if (before.status === 'held' && before.heldFrom === 'serving' && before.counterId) {
      const other = atCounter(work.state, before.counterId);
      if (other)
        return fail('counter-busy', { detail: `${other.number} is at this counter.`, currentState: before.status });
    }
    const saved = await changeTicket(work, before, { type: 'resume' });
    if (!saved.ok) return saved;
    if (before.status === 'noShow') work.changeVisit(before.visitId, { endedAt: null });
    work.record({
      kind: 'ticket.resumed',
      visitId: saved.value.visitId,
      ticketId,
      counterId: saved.value.counterId,
      payload: { from: before.status, to: saved.value.status },
    });
    return success(presentTicket(work.state, saved.value, work.now));
  },
});

/** Sends a ticket to another service or counter; it keeps its place unless said otherwise. */
export const transferTicket = queueCommand({
  name: 'ticket.transfer',
  input: transferBody.safeExtend({ ticketId: idSchema }),
  permission: 'ticket.route',
  locate: (lookup, { ticketId }) => locateTicket(lookup, ticketId),
  async run(work, { ticketId, serviceCode, counterId, keepPlace }) {
    const found = await findTicket(work, ticketId);
    if (!found.ok) return found;
    const before = found.value;
    const mine = mayTouch(work, before);
    if (!mine.ok) return mine;
    const service = serviceCode
      ? work.config.services.find((s) => s.code === serviceCode)
      : work.config.services.find((s) => s.id === before.serviceId);
    if (!service)
      return fail('invalid-input', { errors: [{ path: 'serviceCode', message: 'no such service in this hall' }] });
    if (serviceCode && !service.active)
      return fail('service-inactive', { detail: `${service.code} is not offered now.` });
    const counter = counterId ? work.config.counters.find((c) => c.id === counterId && c.active) : undefined;
    if (counterId && !counter)
      return fail('invalid-input', { errors: [{ path: 'counterId', message: 'no such counter in this hall' }] });
    const saved = await changeTicket(work, before, {
      type: 'transfer',
      serviceId: service.id,
      targetCounterId: counter?.id ?? null,
      keepPlace: keepPlace ?? true,
    });
    if (!saved.ok) return saved;
    work.record({
      kind: 'ticket.transferred',
      visitId: before.visitId,
      ticketId,
      counterId: before.counterId,
      zoneId: service.zoneId,
      payload: {
        from: work.config.services.find((s) => s.id === before.serviceId)?.code,
        to: service.code,
        counter: counter?.number ?? null,
        keepPlace: keepPlace ?? true,
        handlingSeconds: handlingSeconds(before, work.now),
        targetSeconds: targetOf(work, before.serviceId),
      },
    });
    return success(presentTicket(work.state, saved.value, work.now, estimateHall(work.state, work.now)));
  },
});

/** The customer leaves without service. */
export const cancelTicket = queueCommand({
  name: 'ticket.cancel',
  input: ticketInput.extend(cancelBody.shape),
  permission: 'ticket.cancel',
  locate: (lookup, { ticketId }) => locateTicket(lookup, ticketId),
  async run(work, { ticketId, reason }) {
    const found = await findTicket(work, ticketId);
    if (!found.ok) return found;
    if (work.actor.kind === 'customer' && work.actor.ticketId !== ticketId) return fail('not-found');
    const before = found.value;
    const mine = mayTouch(work, before);
    if (!mine.ok) return mine;
    const late = tooLateToChange(work, before);
    if (late) return late;
    const saved = await changeTicket(work, before, { type: 'cancel', reason });
    if (!saved.ok) return saved;
    withdraw(work, ticketId);
    work.record({
      kind: 'ticket.cancelled',
      visitId: before.visitId,
      ticketId,
      counterId: before.counterId,
      payload: { reason, from: before.status },
    });
    return success(presentTicket(work.state, saved.value, work.now));
  },
});

/** Takes back the last change of a ticket by the same person within 30 seconds. */
export const undoTicket = queueCommand({
  name: 'ticket.undo',
  input: ticketInput,
  permission: 'ticket.undo',
  locate: (lookup, { ticketId }) => locateTicket(lookup, ticketId),
  async run(work, { ticketId }) {
    const found = await findTicket(work, ticketId);
    if (!found.ok) return found;
    const now = found.value;
    const back = undone(now, work.by, work.now);
    if (!back.ok) return back;
    const { ticket, event } = back.value;
    if (ticket.counterId && (ticket.status === 'called' || ticket.status === 'serving')) {
      const other = atCounter(work.state, ticket.counterId);
      if (other && other.id !== ticketId)
        return fail('counter-busy', { detail: `${other.number} is at this counter now.`, currentState: now.status });
    }
    const refused = await resumeBooking(work, now, ticket);
    if (refused) return refused;
    const legs = await work.legsOf(ticketId);
    const saved = work.saveTicket(now, ticket);
    await settleBooking(work, now, saved);
    const last = legs.at(-1);
    if (last && ['complete', 'transfer', 'noShow', 'cancel'].includes(event)) work.removeLeg(last.id);
    if (!['waiting', 'called', 'held'].includes(saved.status)) lapseCare(work, saved);
    if (now.completedAt && !ticket.completedAt) work.changeVisit(ticket.visitId, { endedAt: null });
    if (event === 'issue') work.changeVisit(ticket.visitId, { endedAt: work.now });
    if (event === 'call' || event === 'recall') withdraw(work, ticketId, event === 'recall' ? 1 : undefined);
    work.record({
      kind: 'ticket.undone',
      visitId: ticket.visitId,
      ticketId,
      counterId: now.counterId,
      payload: { event, from: now.status, to: saved.status },
    });
    return success(presentTicket(work.state, saved, work.now));
  },
});

/** End of the day: tickets that are still open are closed by the rule, each with its event, never silently. */
export const closeDay = queueCommand({
  name: 'ticket.closeDay',
  input: z.strictObject({ hall: idSchema }),
  permission: 'house.duty',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work) {
    const open = closedByDay(work.state, work.now);
    for (const ticket of open) {
      const saved = await changeTicket(work, ticket, { type: 'closeByRule' });
      if (!saved.ok) continue;
      work.record({
        kind: 'ticket.closedByRule',
        visitId: ticket.visitId,
        ticketId: ticket.id,
        counterId: ticket.counterId,
        payload: { from: ticket.status, to: saved.value.status, serviceDay: ticket.serviceDay },
      });
    }
    return success(open.length);
  },
});

/** Announcements of a ticket that nobody has spoken yet are taken back; `newest` limits it to the last ones. */
function withdraw(work: Work, ticketId: string, newest = Number.POSITIVE_INFINITY): void {
  const own = work.state.announcements.filter((a) => a.ticketId === ticketId && !a.withdrawnAt).reverse();
  for (const [i, announcement] of own.entries())
    if (i < newest) work.saveAnnouncement({ ...announcement, withdrawnAt: work.now });
}

/** Why somebody outside gets no number: the day's are given out, or he has one that is still open. */
async function remoteRefusal(work: Work, device: string | undefined, phone: string | undefined) {
  const { remotePerDay } = work.config;
  if (remotePerDay !== null && (await countRemote(work.tx, work.hallId, work.serviceDay)) >= remotePerDay)
    return fail('remote-full', { detail: `This hall gives ${remotePerDay} tickets from afar a day.` });
  const deviceTickets = new Set(device ? await ticketsOfDevice(work.tx, work.hallId, device) : []);
  const open = openTicketOf(work.state.tickets.values(), { deviceTickets, phone });
  return open ? fail('ticket-open', { detail: 'One open ticket for each person.', currentState: open.status }) : null;
}
