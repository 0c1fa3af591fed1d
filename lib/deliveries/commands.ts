import { z } from 'zod';
import { addSeconds } from '@/lib/core/clock';
import { fail, success } from '@/lib/core/result';
import { settingsCommand } from '@/lib/door/command';
import { forgetSubscription } from '@/lib/notices/steps';
import { afterAttempt, LEASE_SECONDS } from './attempt';
import { type Delivery, findDeadLetter, findPending, locateDelivery } from './queries';
import { deleteSettled, discardDelivery, reviveDelivery, saveAttempt, takeDelivery } from './repository';
import { claimSchema, deliveryInput, settleSchema } from './schema';

/*
 * A delivery is worked on by whoever claims it, for the time of a lease. The count of attempts is its version: of two
 * servers one gets it, and one that comes back late changes nothing any more.
 */

/** Of what is due, that which this server may try now. */
export const claimDeliveries = settingsCommand({
  name: 'notices.claim',
  input: claimSchema,
  permission: 'house.duty',
  locate: async () => success(null),
  async run(work, { due }) {
    const taken: Delivery[] = [];
    for (const delivery of due) {
      const mine = await takeDelivery(work.tx, delivery, addSeconds(work.now, LEASE_SECONDS));
      if (mine) taken.push(mine);
    }
    return success(taken);
  },
});

/** What became of an attempt. */
export const settleDelivery = settingsCommand({
  name: 'notices.settle',
  input: settleSchema,
  permission: 'house.duty',
  locate: async () => success(null),
  async run(work, { id, attempts, chance, outcome }) {
    const delivery = await findPending(work.tx, id);
    if (!delivery || delivery.attempts !== attempts) return success<{ state: string }>({ state: 'taken-over' });
    const next = afterAttempt(outcome, delivery, work.now, chance);
    await saveAttempt(work.tx, delivery, {
      state: next.state,
      ...(next.dueAt ? { dueAt: next.dueAt } : {}),
      endedAt: next.dueAt ? null : work.now,
      lastStatus: outcome.status,
      lastError: outcome.kind === 'failed' ? outcome.error.slice(0, 200) : null,
    });
    // The browser says that nobody is there any more: its customer has closed it or taken back the permission.
    if (outcome.kind === 'gone' && delivery.channel === 'push') await forgetSubscription(work.tx, delivery.targetId);
    return success<{ state: string }>({ state: next.state });
  },
});

const decided = {
  input: deliveryInput,
  permission: 'webhook.manage',
  locate: ({ db }: Parameters<Parameters<typeof settingsCommand>[0]['locate']>[0], input: { deliveryId: string }) =>
    locateDelivery(db, input.deliveryId),
} as const;

const noLetter = fail('wrong-state', { detail: 'This message is not among those that were given up.' });

/** A message that was given up is tried again from the beginning, under the same id. */
export const sendAgain = settingsCommand({
  ...decided,
  name: 'webhook.sendAgain',
  async run(work, { deliveryId }) {
    const letter = await findDeadLetter(work.tx, deliveryId);
    if (!letter) return noLetter;
    await reviveDelivery(work.tx, deliveryId, work.now);
    await work.audit('webhook.sendAgain', `webhook:${letter.targetId}`, null, { number: letter.facts.number });
    return success(null);
  },
});

export const discardLetter = settingsCommand({
  ...decided,
  name: 'webhook.discard',
  async run(work, { deliveryId }) {
    const letter = await findDeadLetter(work.tx, deliveryId);
    if (!letter) return noLetter;
    await discardDelivery(work.tx, deliveryId, work.now);
    await work.audit('webhook.discard', `webhook:${letter.targetId}`, null, { number: letter.facts.number });
    return success(null);
  },
});

const DAY = 24 * 3600;
/** What arrived is kept for questions; what did not, for a month of decisions. */
const SETTLED_SECONDS = 7 * DAY;
const DEAD_SECONDS = 30 * DAY;

export const forgetDeliveries = settingsCommand({
  name: 'notices.forgetDeliveries',
  input: z.strictObject({}),
  permission: 'house.duty',
  locate: async () => success(null),
  run: async (work) =>
    success(
      await deleteSettled(work.tx, {
        settled: addSeconds(work.now, -SETTLED_SECONDS),
        dead: addSeconds(work.now, -DEAD_SECONDS),
      }),
    ),
});
