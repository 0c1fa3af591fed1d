import { z } from 'zod';
import { LOCALES } from '@/lib/core/locale';
import { fail, type Result, success } from '@/lib/core/result';
import { queueCommand, settingsCommand } from '@/lib/door/command';
import { locateTicket } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import { env } from '@/lib/platform/env';
import { addressProblem } from '@/lib/platform/outgoing';
import { idSchema } from '@/lib/tickets/schema';
import { findTicket } from '@/lib/tickets/steps';
import { isActive, type Ticket } from '@/lib/tickets/ticket';
import { listActiveWebhooks } from '@/lib/webhooks/queries';
import { aheadOf, type NoticeEvent, noticeOf, PUSH_EVENTS, SOON_AHEAD } from './notice';
import {
  countSubscriptions,
  findCursor,
  listSubscriptions,
  listToldEvents,
  listToldTickets,
  ticketsOnTheWay,
} from './queries';
import {
  deletePhones,
  deleteSubscriptions,
  insertDeliveries,
  moveCursor,
  type NewDelivery,
  savePhone,
  saveSubscription,
} from './repository';
import { type NoticeFacts, pushSubscriptionBody, spreadSchema } from './schema';
import { followEvents } from './steps';

const ticketInput = z.strictObject({ ticketId: idSchema });
const followed = {
  permission: 'ticket.follow',
  locate: (lookup: Parameters<typeof locateTicket>[0], { ticketId }: { ticketId: string }) =>
    locateTicket(lookup, ticketId),
} as const;

/** What a ticket's own customer may see to; an ended ticket has nothing more to tell. */
async function ownTicket(work: Work, ticketId: string): Promise<Result<Ticket>> {
  if (work.actor.kind === 'customer' && work.actor.ticketId !== ticketId) return fail('not-found');
  return findTicket(work, ticketId);
}

/** More browsers than one family has phones are not told of one ticket. */
const MOST_SUBSCRIPTIONS = 5;

/** The customer's browser is told when his turn is near and when he is called, also while the page is closed. */
export const subscribePush = queueCommand({
  ...followed,
  name: 'ticket.subscribePush',
  input: pushSubscriptionBody.extend({ ticketId: idSchema }),
  async run(work, { ticketId, endpoint, keys, locale }) {
    const found = await ownTicket(work, ticketId);
    if (!found.ok) return found;
    const ticket = found.value;
    if (!isActive(ticket.status)) return fail('wrong-state', { currentState: ticket.status });
    const problem = addressProblem(endpoint, env().WEBHOOKS_PRIVATE);
    if (problem) return fail('invalid-input', { errors: [{ path: 'endpoint', message: problem, code: 'address' }] });
    if ((await countSubscriptions(work.tx, ticketId)) >= MOST_SUBSCRIPTIONS)
      return fail('already-exists', { detail: `At most ${MOST_SUBSCRIPTIONS} browsers follow a ticket.` });
    await followEvents(work.tx, work.hallId);
    const ahead = aheadOf(work.state, ticket, work.now);
    await saveSubscription(work.tx, {
      id: work.newId(),
      hallId: work.hallId,
      ticketId,
      endpoint,
      p256dh: keys.p256dh.replace(/=+$/, ''),
      auth: keys.auth.replace(/=+$/, ''),
      locale: locale ?? LOCALES.find((known) => known === ticket.locale) ?? work.config.languages[0] ?? LOCALES[0],
      nearly: ahead !== null && ahead <= SOON_AHEAD,
      createdAt: work.now,
    });
    work.wrote();
    return success(null);
  },
});

export const unsubscribePush = queueCommand({
  ...followed,
  name: 'ticket.unsubscribePush',
  input: ticketInput,
  async run(work, { ticketId }) {
    const found = await ownTicket(work, ticketId);
    if (!found.ok) return found;
    if ((await deleteSubscriptions(work.tx, [ticketId])) > 0) work.wrote();
    return success(null);
  },
});

/**
 * The customer leaves a number for messages; only where the hall has somebody who sends them. It comes sealed: no log, no
 * kept answer and no database knows it.
 */
export const leavePhone = queueCommand({
  ...followed,
  name: 'ticket.leavePhone',
  input: z.strictObject({ ticketId: idSchema, sealed: z.string().max(500) }),
  async run(work, { ticketId, sealed }) {
    const found = await ownTicket(work, ticketId);
    if (!found.ok) return found;
    const { status } = found.value;
    if (!isActive(status)) return fail('wrong-state', { currentState: status });
    const webhooks = await listActiveWebhooks(work.tx, work.hallId);
    if (!webhooks.some(({ takesPhone }) => takesPhone))
      return fail('no-messages', { detail: 'Nobody in this hall sends messages to phones.' });
    await savePhone(work.tx, { ticketId, hallId: work.hallId, sealed, createdAt: work.now });
    work.wrote();
    return success(null);
  },
});

export const forgetPhone = queueCommand({
  ...followed,
  name: 'ticket.forgetPhone',
  input: ticketInput,
  async run(work, { ticketId }) {
    const found = await ownTicket(work, ticketId);
    if (!found.ok) return found;
    if ((await deletePhones(work.tx, [ticketId])) > 0) work.wrote();
    return success(null);
  },
});

/** Events that become notices in one step; more wait for the next. */
const AT_ONCE = 200;
const MOST = 10_000;

const pushed: readonly NoticeEvent[] = PUSH_EVENTS;

/**
 * Turns what happened in a hall into one row for each receiver. The events of the hall are the outbox: they were stored
 * with the commands that caused them. A cursor says up to which version they were turned into rows; both move in one
 * transaction, and of two servers that try at once one finds the cursor moved (`changed-meanwhile`). Answers whether
 * more is waiting.
 *
 * @param input `version`: up to which the hall's events are known; `near`: tickets whose turn is near at that version
 */
export const spreadNotices = settingsCommand({
  name: 'notices.spread',
  input: spreadSchema,
  permission: 'house.duty',
  // Not in the hall's lane: nobody at a counter waits for a notice to be written down.
  locate: async () => success(null),
  async run(work, { hall, version, near }) {
    const { tx } = work;
    const cursor = await findCursor(tx, hall);
    if (cursor === null || cursor > version) return success({ more: false, made: 0 });
    const range = { after: cursor, upTo: version, limit: AT_ONCE };
    const some = await listToldEvents(tx, hall, range);
    const more = some.length === AT_ONCE;
    // A step ends with a whole version, however many events that has (the end of a day closes every ticket in one).
    const to = more ? (some.at(-1)?.version ?? version) : version;
    const events = more ? await listToldEvents(tx, hall, { ...range, upTo: to, limit: MOST }) : some;
    const ids = [...new Set([...near, ...events].flatMap(({ ticketId }) => (ticketId ? [ticketId] : [])))];
    const tickets = await listToldTickets(tx, hall, ids);
    const webhooks = await listActiveWebhooks(tx, hall);
    const subscriptions = await listSubscriptions(tx, ids);
    const deliveries: NewDelivery[] = [];
    const tell = (ticketId: string, event: NoticeEvent, occurrence: string, facts: NoticeFacts) => {
      const row = { hallId: hall, ticketId, event, occurrence, facts, dueAt: work.now, createdAt: work.now };
      for (const { id, events } of webhooks)
        if (events.includes(event)) deliveries.push({ ...row, id: work.newId(), channel: 'webhook', targetId: id });
      for (const subscription of subscriptions)
        if (
          subscription.ticketId === ticketId &&
          pushed.includes(event) &&
          !(event === 'ticket.twoAhead' && subscription.nearly)
        )
          deliveries.push({ ...row, id: work.newId(), channel: 'push', targetId: subscription.id });
    };
    for (const { id, kind, at, ticketId, payload } of events) {
      const event = noticeOf(kind, payload);
      const ticket = ticketId ? tickets.get(ticketId) : undefined;
      if (!event || !ticket) continue;
      const counter = typeof payload.counter === 'number' ? payload.counter : null;
      const calls = typeof payload.count === 'number' ? payload.count : ticket.callCount;
      tell(ticket.id, event, id, { ...factsOf(ticket, at), counterNumber: counter, callCount: calls });
    }
    for (const { ticketId, peopleAhead } of near) {
      const ticket = tickets.get(ticketId);
      if (ticket) tell(ticketId, 'ticket.twoAhead', 'once', { ...factsOf(ticket, work.now), peopleAhead });
    }
    const made = await insertDeliveries(tx, deliveries);
    if (to > cursor && !(await moveCursor(tx, hall, cursor, to)))
      return fail('changed-meanwhile', { detail: 'Another server was faster.' });
    return success({ more, made });
  },
});

function factsOf(
  ticket: { number: string; status: NoticeFacts['status']; serviceCode: string; callCount: number } & {
    locale: NoticeFacts['locale'];
    bookedFor: Date | null;
  },
  at: Date,
): NoticeFacts {
  const { number, status, locale, serviceCode, callCount, bookedFor } = ticket;
  return {
    at: at.toISOString(),
    number,
    status,
    locale,
    serviceCode,
    counterNumber: null,
    callCount,
    peopleAhead: null,
    bookedFor: bookedFor?.toISOString() ?? null,
  };
}

/**
 * The visit is over: phones that followed it and the number that was left are forgotten. What is still on its way is
 * waited for, but not for ever (`final`).
 */
export const forgetContacts = settingsCommand({
  name: 'notices.forgetContacts',
  input: z.strictObject({ ended: z.array(idSchema).max(500), final: z.array(idSchema).max(500) }),
  permission: 'house.duty',
  locate: async () => success(null),
  async run(work, { ended, final }) {
    const { tx } = work;
    const pushing = await ticketsOnTheWay(tx, ended, 'push');
    const messaging = await ticketsOnTheWay(tx, ended, 'webhook');
    const gone = (busy: Set<string>) => [...ended.filter((id) => !busy.has(id)), ...final];
    const subscriptions = await deleteSubscriptions(tx, gone(pushing));
    return success({ subscriptions, phones: await deletePhones(tx, gone(messaging)) });
  },
});
