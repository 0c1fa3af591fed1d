import { z } from 'zod';
import { addSeconds } from '@/lib/core/clock';
import { success } from '@/lib/core/result';
import { queueCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import { localTime } from '@/lib/halls/service-day';
import { waitSeconds } from '@/lib/tickets/clocks';
import { idSchema } from '@/lib/tickets/schema';
import { changeTicket, limitOf } from '@/lib/tickets/steps';
import { willCross } from './early-flag';
import { estimateHall } from './hall-estimate';
import { type Learned, type LearnedKey, type LearnedStats, learnedKeys, learnedName, learnLeg } from './learned';
import { settlePromise, stepAfter } from './promise-correction';
import { listRunOutPromises, listUnlearnedLegs } from './queries';
import { addArrivals, markLearned } from './repository';

const hallInput = z.strictObject({ hall: idSchema });

/**
 * Waits that have crossed their limit by now: each is flagged and asks for care, once for each crossing. Driven by
 * time alone; what was due while the house was down is done at its return.
 */
export const crossLimits = queueCommand({
  name: 'wait.crossLimits',
  input: hallInput,
  permission: 'house.duty',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work) {
    const due = [...work.state.tickets.values()].filter((t) => t.limitDueAt !== null && t.limitDueAt <= work.now);
    for (const ticket of due) {
      const crossed = await changeTicket(work, ticket, { type: 'crossLimit' });
      if (!crossed.ok) continue;
      const about = { visitId: ticket.visitId, ticketId: ticket.id };
      const crossing = crossed.value.limitsCrossed;
      work.record({
        kind: 'wait.limitCrossed',
        ...about,
        payload: {
          crossing,
          waitSeconds: waitSeconds(crossed.value, work.now),
          limitSeconds: limitOf(work, ticket.serviceId),
        },
      });
      // A visit that is still open from the crossing before is the same need, only more urgent: one card, not two.
      for (const earlier of work.state.care.values())
        if (earlier.ticketId === ticket.id && earlier.state === 'open')
          work.saveCare({ ...earlier, state: 'lapsed', escalateAt: null });
      const id = work.newId();
      work.addCare({
        id,
        hallId: work.hallId,
        ticketId: ticket.id,
        serviceId: ticket.serviceId,
        serviceDay: work.serviceDay,
        crossing,
        openedAt: work.now,
        state: 'open',
        escalateAt: addSeconds(work.now, work.config.careTakeSeconds),
        escalatedAt: null,
        ownerRef: null,
        ownerName: null,
        takenAt: null,
        doneAt: null,
        action: null,
        note: null,
      });
      work.record({ kind: 'care.opened', ...about, payload: { careVisitId: id, crossing } });
    }
    return success(due.length);
  },
});

/** Waits that will cross their limit by the estimate: flagged before they do, once. */
export const flagLikely = queueCommand({
  name: 'wait.flagLikely',
  input: hallInput,
  permission: 'house.duty',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  run(work) {
    const { tickets } = estimateHall(work.state, work.now);
    for (const ticket of [...work.state.tickets.values()]) {
      const estimate = tickets.get(ticket.id);
      if (ticket.earlyFlaggedAt || !willCross(ticket, estimate, limitOf(work, ticket.serviceId), work.now)) continue;
      // The way back of a person's change survives: the flag is not a change of hers.
      work.saveTicket(ticket, { ...ticket, earlyFlaggedAt: work.now }, ticket.undo);
      work.record({
        kind: 'wait.limitLikely',
        visitId: ticket.visitId,
        ticketId: ticket.id,
        payload: { waitSeconds: waitSeconds(ticket, work.now), p50Seconds: estimate?.p50Seconds },
      });
    }
    return success(null);
  },
});

/** Legs learned from in one transaction. */
const AT_ONCE = 200;

/** The hall learns from finished legs that can no longer be undone, once from each. */
export const learnLegs = queueCommand({
  name: 'wait.learn',
  input: hallInput,
  permission: 'house.duty',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work) {
    const legs = await listUnlearnedLegs(work.tx, work.hallId, { endedBefore: work.now, limit: AT_ONCE });
    if (legs.length === 0) return success(0);
    const { timeZone } = work.config;
    const changed = new Map<string, { key: LearnedKey; learned: Learned<LearnedStats> }>();
    const arrivals = new Map<string, { key: Parameters<typeof addArrivals>[1]; count: number }>();
    for (const leg of legs) {
      const hour = Math.floor(localTime(leg.startedAt ?? leg.endedAt, timeZone).secondOfDay / 3600);
      for (const key of learnedKeys({ ...leg, hour })) {
        const name = learnedName(key);
        const known = changed.get(name)?.learned ?? work.state.learned.get(name);
        changed.set(name, { key, learned: learnLeg(known, leg) });
      }
      // A leg is of the day on which it ends: over midnight its wait began on the day before.
      const { day: serviceDay, secondOfDay } = localTime(leg.waitingSince, timeZone);
      const halfHour = Math.floor(secondOfDay / 1800);
      const { serviceId } = leg;
      const name = `${serviceDay} ${halfHour} ${serviceId}`;
      const count = (arrivals.get(name)?.count ?? 0) + 1;
      arrivals.set(name, { key: { hallId: work.hallId, serviceDay, halfHour, serviceId }, count });
    }
    for (const { key, learned } of changed.values()) work.learn(key, learned);
    for (const { key, count } of arrivals.values()) await addArrivals(work.tx, key, count);
    await markLearned(
      work.tx,
      legs.map((leg) => leg.id),
    );
    return success(legs.length);
  },
});

/** Takes in the promises that ran out since the last time: later ones are longer where too many were broken. */
export const settlePromises = queueCommand({
  name: 'wait.settlePromises',
  input: hallInput,
  permission: 'house.duty',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work) {
    let { correction, settled, settledUntil } = work.state.promises;
    const runOut = await listRunOutPromises(work.tx, work.hallId, { after: settledUntil, until: work.now });
    if (runOut.length === 0) return success(0);
    for (const { kept, dueAt } of runOut) {
      settledUntil = dueAt;
      if (kept === null) continue;
      correction = settlePromise(correction, kept, stepAfter(settled));
      settled += 1;
    }
    await work.savePromises({ correction, settled, settledUntil });
    return success(runOut.length);
  },
});
