import { z } from 'zod';
import { addSeconds } from '@/lib/core/clock';
import { fail, success } from '@/lib/core/result';
import type { Deadline } from '@/lib/deadlines/deadline';
import { type Lookup, queueCommand, settingsCommand } from '@/lib/door/command';
import { hallOf, locateHall } from '@/lib/door/locate';
import type { SettingsWork } from '@/lib/door/settings-work';
import type { Work } from '@/lib/door/work';
import { idSchema } from '@/lib/tickets/schema';
import { MAIL_PROBLEMS, nextSending, reportedDays, retryAfter, SENDING_SECONDS } from './mailing';
import { findDelivery, findMailing, listDueDeliveries } from './queries';
import { addDelivery, deleteMailingRow, saveMailingRow, updateDelivery } from './repository';
import { type Mailing, mailingBody, mailingChange } from './schema';
import { addLoose } from './steps';

/** Legs added up in one transaction; as many again are left when it was full. */
export const FULL_ROUND = 200;
/** Reports taken to be sent in one transaction. */
const MAIL_ROUND = 5;

/** Adds what is finished and can no longer be undone to the summaries that reports read, each once. */
export const summariseLegs = queueCommand({
  name: 'report.summarise',
  input: z.strictObject({ hall: idSchema }),
  permission: 'house.duty',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work) {
    const added = await addLoose(work.tx, work.config, { now: work.now, limit: FULL_ROUND });
    if (added > 0) work.wrote();
    return success(added);
  },
});

/** A new mailing, or the change of one (`id`). From now on the hall's clock says when its reports go out. */
export const saveMailing = settingsCommand({
  name: 'reportMailing.save',
  input: mailingBody.extend({ hall: idSchema, id: idSchema.optional() }),
  permission: 'settings.write',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { hall: _hall, id, ...data }) {
    const hallId = work.hallId ?? '';
    const before = id ? await findMailing(work.tx, id) : null;
    if (id && before?.hallId !== hallId) return noMailing;
    return success(await keepMailing(work, before, { id: id ?? work.newId(), hallId, ...data }));
  },
});

const NO_MAILING = 'There is no such mailing.';
const noMailing = fail('not-found', { detail: NO_MAILING });

const onMailing = ({ db }: Lookup, { mailingId }: { mailingId: string }) =>
  hallOf(findMailing(db, mailingId), NO_MAILING);

/** Changes what is said of a mailing and leaves the rest. */
export const changeMailing = settingsCommand({
  name: 'reportMailing.change',
  input: mailingChange.extend({ mailingId: idSchema }),
  permission: 'settings.write',
  locate: onMailing,
  async run(work, { mailingId, ...change }) {
    const before = await findMailing(work.tx, mailingId);
    if (!before) return noMailing;
    return success(await keepMailing(work, before, { ...before, ...change }));
  },
});

/** Nothing goes out any more; what is known of what went out by it is deleted with it. */
export const removeMailing = settingsCommand({
  name: 'reportMailing.remove',
  input: z.strictObject({ mailingId: idSchema }),
  permission: 'settings.write',
  locate: onMailing,
  async run(work, { mailingId }) {
    const before = await findMailing(work.tx, mailingId);
    if (!before) return noMailing;
    await deleteMailingRow(work.tx, mailingId);
    const { id: _id, hallId: _hallId, ...old } = before;
    await work.audit('reportMailing.remove', `reportMailing:${mailingId}`, old, null);
    return success(null);
  },
});

async function keepMailing(work: SettingsWork, before: Mailing | null, mailing: Mailing): Promise<Mailing> {
  const { id, hallId, ...data } = mailing;
  await saveMailingRow(work.tx, mailing, work.now);
  const { timeZone } = await work.tx.hall.findUniqueOrThrow({ where: { id: hallId }, select: { timeZone: true } });
  if (data.active) await work.setDeadline(hallId, 'report.mailDue', id, nextSending(data, work.now, timeZone));
  const { id: _id, hallId: _hallId, ...old } = before ?? { id: null, hallId: null };
  await work.audit('reportMailing.save', `reportMailing:${id}`, before ? old : null, data);
  return mailing;
}

const onDelivery = ({ db }: Lookup, { deliveryId }: { deliveryId: string }) =>
  hallOf(findDelivery(db, deliveryId), 'There is no such delivery.');

/** Tries once more to send a report that has failed, from the first attempt on. */
export const retryDelivery = settingsCommand({
  name: 'reportDelivery.retry',
  input: z.strictObject({ deliveryId: idSchema }),
  permission: 'settings.write',
  locate: onDelivery,
  async run(work, { deliveryId }) {
    const delivery = await findDelivery(work.tx, deliveryId);
    if (!delivery || delivery.state === 'sent' || delivery.state === 'sending')
      return fail('already-done', { currentState: delivery?.state });
    await updateDelivery(work.tx, deliveryId, { state: 'waiting', attempts: 0, nextAt: work.now });
    await work.audit('reportDelivery.retry', `reportDelivery:${deliveryId}`, null, { days: delivery.toDay });
    return success(null);
  },
});

/** A report is due to go out: it is put down, once, and the time of the next one is set. */
export async function mailReport(work: Work, { subjectId, dueAt }: Deadline): Promise<void> {
  const mailing = await findMailing(work.tx, subjectId);
  if (!mailing?.active) return;
  const { from, to } = reportedDays(mailing, dueAt, work.config.timeZone);
  await addDelivery(work.tx, {
    id: work.newId(),
    hallId: work.hallId,
    mailingId: mailing.id,
    fromDay: from,
    toDay: to,
    dueAt,
    state: 'waiting',
    attempts: 0,
    nextAt: work.now,
    problem: null,
    sentAt: null,
  });
  // After a long absence the last one is made up for, not each of them.
  await work.setDeadline('report.mailDue', mailing.id, nextSending(mailing, work.now, work.config.timeZone));
}

/**
 * Takes what is to be sent now, for this server alone: others leave it until the time is over in which whoever has it must
 * have been heard of.
 */
export const claimDeliveries = queueCommand({
  name: 'report.claimMail',
  input: z.strictObject({ hall: idSchema }),
  permission: 'house.duty',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work) {
    const due = await listDueDeliveries(work.tx, work.hallId, work.now, MAIL_ROUND);
    const claimed = due.map((delivery) => ({
      ...delivery,
      state: 'sending' as const,
      attempts: delivery.attempts + 1,
      nextAt: addSeconds(work.now, SENDING_SECONDS),
    }));
    for (const { id, state, attempts, nextAt } of claimed)
      await updateDelivery(work.tx, id, { state, attempts, nextAt });
    if (claimed.length > 0) work.wrote();
    return success(claimed);
  },
});

/** What came of sending a report. A failure is tried again, later each time, and stays visible when that ends. */
export const settleDelivery = queueCommand({
  name: 'report.settleMail',
  input: z.strictObject({ deliveryId: idSchema, problem: z.enum(MAIL_PROBLEMS).nullable() }),
  permission: 'house.duty',
  locate: onDelivery,
  async run(work, { deliveryId, problem }) {
    const delivery = await findDelivery(work.tx, deliveryId);
    if (delivery?.state !== 'sending') return success(null);
    work.wrote();
    const again = problem === null ? null : retryAfter(delivery.attempts);
    await updateDelivery(
      work.tx,
      deliveryId,
      problem === null
        ? { state: 'sent', problem, sentAt: work.now, nextAt: null }
        : again === null
          ? { state: 'failed', problem, nextAt: null }
          : { state: 'waiting', problem, nextAt: addSeconds(work.now, again) },
    );
    return success(null);
  },
});
