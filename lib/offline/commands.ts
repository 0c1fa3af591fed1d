import { z } from 'zod';
import { addSeconds } from '@/lib/core/clock';
import { fail, success } from '@/lib/core/result';
import type { Deadline } from '@/lib/deadlines/deadline';
import { queueCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import { hallOpening } from '@/lib/halls/hall-opening';
import { addDays, instantOf } from '@/lib/halls/service-day';
import { actorName } from '@/lib/staff/actor';
import { OVERNIGHT_SECONDS } from '@/lib/tickets/end-of-day';
import { daysBeside, daysInHall, heldOver } from '@/lib/tickets/held-numbers';
import { ticketNumber } from '@/lib/tickets/number';
import { isVisitOpen } from '@/lib/tickets/queries';
import { customerSchema, idSchema } from '@/lib/tickets/schema';
import { changeTicket, enterQueue, type Order, readOrder, recordIssue } from '@/lib/tickets/steps';
import { acceptTime } from './issue-time';
import { BLOCK_SIZE, LEAST_LEFT, type NumberBlock, nextBlock } from './number-block';
import type { AttentionReason, OfflineTicket } from './offline-ticket';
import { presentBlock, presentOfflineTicket } from './presenter';
import {
  findBlock,
  findOfflineTicket,
  isNumberGiven,
  listBlocks,
  locateOfflineTicket,
  numbersGiven,
  ticketOfAttempt,
} from './queries';
import { insertOfflineTicket, updateOfflineTicket } from './repository';
import { type OfflineOrder, offlineTicketBody, reserveBody, settleBody } from './schema';

/**
 * Sees to it that an open guide desk has numbers of every service for when its connection breaks, and answers them all.
 * A desk that has enough gets no more; nobody else ever gets its numbers.
 */
export const reserveNumbers = queueCommand({
  name: 'numbers.reserve',
  input: reserveBody.extend({ hall: idSchema }),
  permission: 'ticket.issueOffline',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { holder }) {
    const { state, config } = work;
    const mine = () => state.numberBlocks.filter((block) => block.holder === holder);
    const given = await numbersGiven(
      work.tx,
      mine().map((block) => block.id),
    );
    const left = (letter: string) =>
      mine()
        .filter((block) => block.letter === letter)
        .reduce((sum, block) => sum + block.last - block.first + 1 - (given.get(block.id)?.length ?? 0), 0);
    const letters = new Set(config.services.filter((service) => service.active).map((service) => service.letter));
    // Papers of the evening before may still come in.
    const yesterday = addDays(work.serviceDay, -1);
    const before = days(work).includes(yesterday) ? await listBlocks(work.tx, work.hallId, yesterday) : [];
    const short = [...letters].filter((letter) => left(letter) < LEAST_LEFT);
    for (const letter of short) {
      const heldByOthers = heldOver(state.tickets.values(), letter, work.serviceDay);
      const others = [
        ...[...before, ...state.numberBlocks].filter((block) => block.letter === letter),
        ...heldByOthers.map((number) => ({ first: number, last: number })),
      ];
      work.addNumberBlock({
        id: work.newId(),
        hallId: work.hallId,
        serviceDay: work.serviceDay,
        letter,
        ...nextBlock(state.sequences.get(letter) ?? 0, others),
        holder,
        reservedBy: work.by,
        reservedName: actorName(work.actor),
        reservedAt: work.now,
        expiresAt: endOfDay(work),
      });
    }
    if (short.length > 0) {
      work.record({ kind: 'numbers.reserved', payload: { letters: short, size: BLOCK_SIZE } });
      // While papers of the day may still come in, nobody can say which numbers were not used.
      const goesOn = daysBeside(work.config, work.serviceDay).includes(addDays(work.serviceDay, 1));
      const over = addSeconds(endOfDay(work), goesOn ? OVERNIGHT_SECONDS : 0);
      await work.setDeadline('numbers.dayEnded', work.serviceDay, over);
    }
    return success({
      at: work.now.toISOString(),
      items: mine().map((block) => presentBlock(block, given.get(block.id) ?? [])),
    });
  },
});

/** The service days whose customers may be in the hall now. */
function days(work: Work): string[] {
  return daysInHall(work.config, work.now);
}

function endOfDay(work: Work): Date {
  return instantOf(addDays(work.serviceDay, 1), 0, work.config.timeZone);
}

/** A ticket that was given out without a connection: into the queue by its time of issue, or to a person who decides. */
export const issueOffline = queueCommand({
  name: 'ticket.issueOffline',
  input: offlineTicketBody.extend({ hall: idSchema }),
  permission: 'ticket.issueOffline',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, input) {
    const known = await findOfflineTicket(work.tx, input.id);
    if (known && known.hallId !== work.hallId) return fail('not-found', { detail: 'There is no such offline ticket.' });
    if (known) return success(presentOfflineTicket(known, days(work)));

    const block = await blockOf(work, input);
    const row: OfflineTicket = {
      id: input.id,
      hallId: work.hallId,
      serviceDay: block?.serviceDay ?? work.serviceDay,
      blockId: input.blockId,
      number: input.number,
      serviceCode: input.order.serviceCode,
      issuedAt: new Date(input.issuedAt),
      receivedAt: work.now,
      receivedFrom: work.by,
      receivedName: actorName(work.actor),
      state: 'taken',
      reason: null,
      timeMoved: false,
      order: {},
      ticketId: null,
      ticketNumber: null,
      settledAt: null,
      settledBy: null,
      settledName: null,
      note: null,
    };
    await takeBackAttempt(work, input.attempt);
    if (input.withdrawn) {
      await insertOfflineTicket(work.tx, { ...row, state: 'withdrawn' });
      work.record({ kind: 'offline.withdrawn', payload: { number: row.number, service: row.serviceCode } });
      return success(presentOfflineTicket({ ...row, state: 'withdrawn' }, days(work)));
    }
    const judged = await judge(work, row, block, input.order);
    if (!judged.ok) {
      const unclear: OfflineTicket = { ...row, state: 'attention', reason: judged.reason, order: input.order };
      await insertOfflineTicket(work.tx, unclear);
      const payload = { number: row.number, service: row.serviceCode, reason: judged.reason };
      work.record({ kind: 'offline.unclear', payload });
      return success(presentOfflineTicket(unclear, days(work)));
    }
    const taken = await takeIn(work, { ...row, timeMoved: judged.moved }, judged.order, {
      codes: input.order,
      at: judged.at,
      number: row.number,
      serviceDay: row.serviceDay,
    });
    await insertOfflineTicket(work.tx, taken);
    return success(presentOfflineTicket(taken, days(work)));
  },
});

/** The block of this desk that a number is of. */
async function blockOf(
  work: Work,
  { blockId, holder, number }: { blockId: string; holder: string; number: string },
): Promise<NumberBlock | null> {
  const block = await findBlock(work.tx, work.hallId, blockId);
  // One that a command of the same transaction reserved is not in the table yet.
  const found = block ?? work.state.numberBlocks.find(({ id }) => id === blockId);
  if (!found || found.holder !== holder || !number.startsWith(found.letter)) return null;
  const sequence = Number(number.slice(found.letter.length));
  return found.first <= sequence && sequence <= found.last && ticketNumber(found.letter, sequence) === number
    ? found
    : null;
}

type Judgement = { ok: true; order: Order; at: Date; moved: boolean } | { ok: false; reason: AttentionReason };

/** Whether the house can take a ticket over by itself. */
async function judge(
  work: Work,
  row: OfflineTicket,
  block: NumberBlock | null,
  codes: OfflineOrder,
): Promise<Judgement> {
  const unclear = (reason: AttentionReason): Judgement => ({ ok: false, reason });
  if (!block) return unclear('number-unknown');
  if (!days(work).includes(block.serviceDay)) return unclear('day-over');
  if (work.isNumberHeld({ id: '', number: row.number }) || (await isNumberGiven(work.tx, row)))
    return unclear('number-taken');
  const { timeZone } = work.config;
  const time = acceptTime({
    issuedAt: row.issuedAt,
    reservedAt: block.reservedAt,
    now: work.now,
    timeZone,
    days: days(work),
  });
  if (!time.ok) return unclear(time.reason);
  if (codes.customer && !customerSchema.safeParse(codes.customer).success) return unclear('unreadable');
  const order = readOrder(work, codes, { late: true });
  if (!order.ok) {
    const known = work.config.services.some((service) => service.code === codes.serviceCode && service.active);
    return unclear(known ? 'unreadable' : 'service-off');
  }
  if (!hallOpening(work.state, work.now).open) return unclear('hall-closed');
  return { ok: true, order: order.value, at: time.at, moved: time.moved };
}

/** The ticket in the queue; waits, flags and place count from `at`. It was given no estimate that could be kept. */
async function takeIn(
  work: Work,
  row: OfflineTicket,
  order: Order,
  { codes, at, number, serviceDay }: { codes: OfflineOrder; at: Date; number: string; serviceDay: string },
): Promise<OfflineTicket> {
  const { visitId } = codes;
  const here = [...work.state.tickets.values()].some((ticket) => ticket.visitId === visitId);
  const begun = visitId && (here || (await isVisitOpen(work.tx, work.hallId, visitId))) ? visitId : undefined;
  const ticket = enterQueue(work, order, { input: codes, channel: 'guide', number, at, visitId: begun, serviceDay });
  const open = hallOpening(work.state, work.now).open;
  recordIssue(work, ticket, order.service, { newVisit: !begun, open, offline: true });
  work.record({
    kind: 'offline.taken',
    visitId: ticket.visitId,
    ticketId: ticket.id,
    payload: { number: row.number, ticketNumber: number, timeMoved: row.timeMoved, was: row.reason },
  });
  return { ...row, state: 'taken', order: {}, ticketId: ticket.id, ticketNumber: number };
}

/** An issue whose answer never came may have made a ticket; its customer has another number on paper now. */
async function takeBackAttempt(work: Work, key: string | undefined): Promise<void> {
  const id = key ? await ticketOfAttempt(work.tx, work.hallId, work.by, key) : null;
  const ticket = id ? await work.ticket(id) : undefined;
  if (!ticket || (ticket.status !== 'waiting' && ticket.status !== 'called')) return;
  const saved = await changeTicket(work, ticket, { type: 'cancel', reason: 'mistake' });
  if (!saved.ok) return;
  work.record({
    kind: 'ticket.cancelled',
    visitId: ticket.visitId,
    ticketId: ticket.id,
    counterId: ticket.counterId,
    payload: { reason: 'mistake', from: ticket.status },
  });
}

/** A person decides about a ticket that could not be taken over by itself: into the queue, or nobody waits with it. */
export const settleOffline = queueCommand({
  name: 'offline.settle',
  input: z.strictObject({ id: idSchema, how: settleBody }),
  permission: 'ticket.issueOffline',
  locate: (lookup, { id }) => locateOfflineTicket(lookup, id),
  async run(work, { id, how }) {
    const row = await findOfflineTicket(work.tx, id);
    if (!row) return fail('not-found', { detail: 'There is no such offline ticket.' });
    if (row.state !== 'attention')
      return fail('already-done', { detail: 'Somebody has settled it.', currentState: row.state });
    const by = { settledAt: work.now, settledBy: work.by, settledName: actorName(work.actor) };
    if (how.action === 'dismiss') {
      const dismissed: OfflineTicket = { ...row, ...by, state: 'dismissed', order: {}, note: how.note ?? null };
      await updateOfflineTicket(work.tx, dismissed);
      work.record({ kind: 'offline.dismissed', payload: { number: row.number, reason: row.reason } });
      return success(presentOfflineTicket(dismissed, days(work)));
    }
    if (!days(work).includes(row.serviceDay))
      return fail('day-over', { detail: 'The day of this ticket is over: nobody can wait with it any more.' });
    const asked = row.order as OfflineOrder;
    const serviceCode = how.serviceCode ?? asked.serviceCode;
    // What could not be read is left out: the person at the desk has the customer in front of him.
    const codes: OfflineOrder =
      row.reason === 'unreadable'
        ? { serviceCode, prepared: asked.prepared, locale: asked.locale }
        : { ...asked, serviceCode };
    const order = readOrder(work, codes, { late: true });
    if (!order.ok) return order;
    const block = await findBlock(work.tx, work.hallId, row.blockId);
    const time = acceptTime({
      issuedAt: row.issuedAt,
      reservedAt: block?.reservedAt ?? row.issuedAt,
      now: work.now,
      timeZone: work.config.timeZone,
      days: days(work),
    });
    const newNumber = row.reason === 'number-taken' || row.reason === 'number-unknown';
    const { letter } = order.value.service;
    const taken = await takeIn(work, { ...row, ...by, timeMoved: !time.ok || time.moved }, order.value, {
      codes,
      at: time.ok ? time.at : work.now,
      number: newNumber ? await work.nextNumber(letter) : row.number,
      serviceDay: newNumber ? work.serviceDay : row.serviceDay,
    });
    await updateOfflineTicket(work.tx, taken);
    return success(presentOfflineTicket(taken, days(work)));
  },
});

/** A service day has ended: the numbers that nobody got are explained. Set off by time alone. */
export async function explainUnused(work: Work, { subjectId: serviceDay }: Deadline): Promise<void> {
  const blocks = await listBlocks(work.tx, work.hallId, serviceDay);
  const given = await numbersGiven(
    work.tx,
    blocks.map((block) => block.id),
  );
  for (const { id, letter, first, last } of blocks) {
    const used = given.get(id)?.length ?? 0;
    const payload = { serviceDay, letter, first, last, given: used, unused: last - first + 1 - used };
    work.record({ kind: 'numbers.unused', payload });
  }
}
