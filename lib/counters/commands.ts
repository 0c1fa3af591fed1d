import { z } from 'zod';
import { addSeconds, secondsBetween } from '@/lib/core/clock';
import { fail, type Result, success } from '@/lib/core/result';
import { queueCommand } from '@/lib/door/command';
import { locateCounter, locateHall } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import type { CounterConfig } from '@/lib/halls/hall-config';
import { atCounter } from '@/lib/halls/hall-state';
import { endHelpAt } from '@/lib/help/steps';
import { forgottenCounters } from '@/lib/tickets/end-of-day';
import { codeSchema, idSchema, reasonSchema } from '@/lib/tickets/schema';
import { changeTicket } from '@/lib/tickets/steps';
import type { Ticket } from '@/lib/tickets/ticket';
import { learnPause, learnStretch } from '@/lib/waiting/learned';
import { BETWEEN_PAUSES, pauseKind } from '@/lib/waiting/pause-length';
import { type CounterSession, isSilent } from './counter-session';
import { presentCounter } from './presenter';
import { findCounterInAnotherHall } from './queries';
import { findCounter, ownSession } from './steps';

const counterInput = z.strictObject({ counterId: idSchema });

export const openCounterBody = z.strictObject({ serviceCodes: z.array(codeSchema).min(1).max(50).optional() });
export const pauseCounterBody = z.strictObject({
  reason: reasonSchema,
  plannedSeconds: z
    .int()
    .min(60)
    .max(8 * 3600)
    .optional()
    .describe('How long the pause is meant to last; the estimates count on it until it is over.'),
});

const BACK_AT_WORK = { state: 'open', pauseReason: null, pausedAt: null, pauseEndsAt: null } as const;

/** Opens a counter for the actor, or comes back from a pause. One clerk at one counter, one counter for one clerk. */
export const openCounter = queueCommand({
  name: 'counter.open',
  input: counterInput.extend(openCounterBody.shape),
  permission: 'counter.work',
  locate: (lookup, { counterId }) => locateCounter(lookup, counterId),
  async run(work, { counterId, serviceCodes }) {
    const counter = findCounter(work, counterId);
    if (!counter.ok) return counter;
    let serviceIds: string[] | null = null;
    if (serviceCodes) {
      const found = serviceCodes.map((code) => work.config.services.find((s) => s.code === code));
      const strange = found.findIndex((s) => !s || !counter.value.serviceIds.includes(s.id));
      if (strange >= 0)
        return fail('invalid-input', {
          errors: [{ path: `serviceCodes.${strange}`, message: 'this counter does not take that service' }],
        });
      serviceIds = found.map((s) => (s as { id: string }).id);
    }
    const here = work.state.sessions.get(counterId);
    if (here && here.actorRef !== work.by)
      return fail('counter-taken', { detail: `Counter ${counter.value.number} is taken.`, currentState: here.state });
    const elsewhere = [...work.state.sessions.values()].find(
      (s) => s.actorRef === work.by && s.counterId !== counterId,
    );
    if (elsewhere) {
      const number = work.config.counters.find((c) => c.id === elsewhere.counterId)?.number;
      return fail('clerk-elsewhere', { detail: `You have counter ${number} open: close it first.` });
    }
    if (here) {
      const workingSince = here.state === 'paused' ? work.now : here.workingSince;
      const session: CounterSession = { ...here, ...BACK_AT_WORK, workingSince, silentAt: null };
      if (serviceCodes) session.serviceIds = serviceIds;
      const { number } = counter.value;
      const changedServices = JSON.stringify(here.serviceIds) !== JSON.stringify(session.serviceIds);
      if (here.state === 'paused' || changedServices) work.saveSession(session);
      if (here.state === 'paused') {
        learnFromPause(work, here);
        work.record({ kind: 'counter.resumed', counterId, payload: { number } });
      }
      if (changedServices)
        work.record({ kind: 'counter.servicesChanged', counterId, payload: { number, services: serviceCodes ?? [] } });
      return success(presentCounter(work.state, counter.value));
    }
    const abroad = await findCounterInAnotherHall(work.tx, work.by, work.hallId);
    if (abroad)
      return fail('clerk-elsewhere', {
        detail: `You have counter ${abroad.number} of the hall "${abroad.hallSlug}" open: close it first.`,
      });
    work.addSession({
      id: work.newId(),
      hallId: work.hallId,
      counterId,
      actorRef: work.by,
      staffId: work.actor.kind === 'staff' ? work.actor.id : null,
      clerkName: work.actor.kind === 'staff' || work.actor.kind === 'key' ? work.actor.name : null,
      ...BACK_AT_WORK,
      serviceIds,
      openedAt: work.now,
      workingSince: work.now,
      closedAt: null,
      lastSeenAt: null,
      silentAt: null,
    });
    work.record({ kind: 'counter.opened', counterId, payload: { number: counter.value.number } });
    return success(presentCounter(work.state, counter.value));
  },
});

/** A pause that is over tells how long the next one of its kind will be. */
function learnFromPause(work: Work, { pausedAt, pauseReason }: CounterSession): void {
  if (!pausedAt) return;
  const kind = pauseKind(pauseReason);
  const seconds = secondsBetween(pausedAt, work.now);
  work.learnPause(kind, learnPause(work.state.pauses.get(kind), { serviceDay: work.serviceDay, seconds }));
}

/** A stretch of work that is over tells how often clerks pause. */
function learnFromWork(work: Work, { workingSince }: CounterSession, end: 'paused' | 'closed'): void {
  if (!workingSince) return;
  const stretch = { serviceDay: work.serviceDay, seconds: secondsBetween(workingSince, work.now), end };
  work.learnPause(BETWEEN_PAUSES, learnStretch(work.state.pauses.get(BETWEEN_PAUSES), stretch));
}

/** A break, or more of it: the same reason again says only when it ends now, another one begins the next. */
export const pauseCounter = queueCommand({
  name: 'counter.pause',
  input: counterInput.extend(pauseCounterBody.shape),
  permission: 'counter.work',
  locate: (lookup, { counterId }) => locateCounter(lookup, counterId),
  run(work, { counterId, reason, plannedSeconds }) {
    const counter = findCounter(work, counterId);
    if (!counter.ok) return counter;
    const session = ownSession(work, counterId);
    if (!session.ok) return session;
    const customer = atCounter(work.state, counterId);
    if (customer)
      return fail('counter-busy', { detail: `Finish ${customer.number} first.`, currentState: customer.status });
    const { state, pauseReason, pausedAt } = session.value;
    const goesOn = state === 'paused' && pauseReason === reason;
    if (state === 'paused' && !goesOn) learnFromPause(work, session.value);
    learnFromWork(work, session.value, 'paused');
    work.saveSession({
      ...session.value,
      state: 'paused',
      workingSince: null,
      pauseReason: reason,
      pausedAt: goesOn ? pausedAt : work.now,
      pauseEndsAt: plannedSeconds === undefined ? null : addSeconds(work.now, plannedSeconds),
    });
    work.record({
      kind: 'counter.paused',
      counterId,
      payload: { number: counter.value.number, reason, ...(plannedSeconds ? { plannedSeconds } : {}) },
    });
    return success(presentCounter(work.state, counter.value));
  },
});

/** Ends the session. A shift lead may do it for a clerk who vanished: the customer goes back to the head of the queue. */
export const closeCounter = queueCommand({
  name: 'counter.close',
  input: counterInput,
  permission: 'counter.work',
  locate: (lookup, { counterId }) => locateCounter(lookup, counterId),
  async run(work, { counterId }) {
    const counter = findCounter(work, counterId);
    if (!counter.ok) return counter;
    const session = ownSession(work, counterId);
    if (!session.ok) return session;
    const customer = atCounter(work.state, counterId);
    if (customer)
      return fail('counter-busy', { detail: `Finish ${customer.number} first.`, currentState: customer.status });
    await endSession(work, counter.value, session.value, null);
    return success(presentCounter(work.state, counter.value));
  },
});

/**
 * The shift lead frees a counter whose clerk vanished. The customer there is not lost: called or served, he waits
 * again in his old place and is called by the next counter.
 */
export const releaseCounter = queueCommand({
  name: 'counter.release',
  input: counterInput.extend({ reason: reasonSchema }),
  permission: 'counter.release',
  locate: (lookup, { counterId }) => locateCounter(lookup, counterId),
  async run(work, { counterId, reason }) {
    const counter = findCounter(work, counterId);
    if (!counter.ok) return counter;
    const session = work.state.sessions.get(counterId);
    if (!session) return fail('counter-not-open', { currentState: 'closed' });
    const customer = atCounter(work.state, counterId);
    if (customer) {
      const back = await backToQueue(work, customer, reason);
      if (!back.ok) return back;
      work.record({
        kind: customer.status === 'called' ? 'ticket.resumed' : 'ticket.transferred',
        visitId: customer.visitId,
        ticketId: customer.id,
        counterId,
        payload: { reason, released: true, keepPlace: true },
      });
    }
    await endSession(work, counter.value, session, reason);
    return success(presentCounter(work.state, counter.value));
  },
});

/**
 * Back to the queue in the old place. Who was only called has been waiting all the time: his clock and flags go on. Who
 * was being served begins a new leg, as with a transfer.
 */
async function backToQueue(work: Work, customer: Ticket, reason: string): Promise<Result<Ticket>> {
  if (customer.status !== 'called')
    return changeTicket(work, customer, {
      type: 'transfer',
      serviceId: customer.serviceId,
      targetCounterId: null,
      keepPlace: true,
    });
  const held = await changeTicket(work, customer, { type: 'hold', reason, byHall: true });
  return held.ok ? changeTicket(work, held.value, { type: 'resume' }) : held;
}

async function endSession(
  work: Work,
  counter: CounterConfig,
  session: CounterSession,
  reason: string | null,
): Promise<void> {
  await endHelpAt(work, counter.id);
  // Nobody knows how long a clerk who has vanished was at work.
  if (!session.silentAt) learnFromWork(work, session, 'closed');
  work.saveSession({ ...session, state: 'closed', closedAt: work.now });
  work.record({
    kind: 'counter.closed',
    counterId: counter.id,
    payload: { number: counter.number, ...(reason ? { reason } : {}) },
  });
}

/** The house heard from clerks' screens: kept so that a clerk who vanishes is seen, also after a restart. */
export const seeClerks = queueCommand({
  name: 'counter.seeClerks',
  input: z.strictObject({ hall: idSchema, counterIds: z.array(idSchema).max(500) }),
  permission: 'house.duty',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  run(work, { counterIds }) {
    for (const counterId of counterIds) {
      const session = work.state.sessions.get(counterId);
      if (!session) continue;
      work.saveSession({ ...session, lastSeenAt: work.now, silentAt: null });
      if (session.silentAt) work.record({ kind: 'counter.clerkBack', counterId });
    }
    return success(null);
  },
});

/** Clerks whose screens have been silent for too long are shown to the shift lead, once for each silence. */
export const flagSilentClerks = queueCommand({
  name: 'counter.flagSilentClerks',
  input: z.strictObject({ hall: idSchema }),
  permission: 'house.duty',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  run(work) {
    for (const session of work.state.sessions.values())
      if (isSilent(session, work.now, work.config.clerkSilentSeconds)) {
        work.saveSession({ ...session, silentAt: work.now });
        work.record({ kind: 'counter.clerkSilent', counterId: session.counterId });
      }
    return success(null);
  },
});

/** Counters that clerks left open when they went home are closed by the rule of the day's end, each with its event. */
export const closeForgotten = queueCommand({
  name: 'counter.closeForgotten',
  input: z.strictObject({ hall: idSchema }),
  permission: 'house.duty',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work) {
    const forgotten = forgottenCounters(work.state, work.now);
    for (const session of forgotten) {
      const counter = work.config.counters.find(({ id }) => id === session.counterId);
      if (counter) await endSession(work, counter, session, 'forgotten');
    }
    return success(forgotten.length);
  },
});
