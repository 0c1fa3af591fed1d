import { z } from 'zod';
import { fail, type Result, success } from '@/lib/core/result';
import type { Deadline } from '@/lib/deadlines/deadline';
import { queueCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import { actorName } from '@/lib/staff/actor';
import { permits } from '@/lib/staff/policy';
import { idSchema } from '@/lib/tickets/schema';
import { refOfTicket } from '@/lib/tickets/steps';
import { endOfDay, isPromisable } from '@/lib/unaccepted/unaccepted';
import type { FollowUp } from './follow-up';
import { presentFollowUp } from './presenter';
import { findFollowUp, locateFollowUp } from './queries';
import { insertFollowUp, updateFollowUp } from './repository';
import { doneFollowUpBody, planFollowUpBody } from './schema';

function about(entry: FollowUp) {
  return { visitId: entry.visitId, ticketId: entry.ticketId };
}

/** A customer's wish to be called or seen again; whoever notes it keeps the promise. */
export const planFollowUp = queueCommand({
  name: 'followUp.plan',
  input: planFollowUpBody.extend({ hall: idSchema }),
  permission: 'followUp.plan',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { what, customer, promisedDay, ticketId }) {
    if (!isPromisable(promisedDay, work.serviceDay))
      return fail('invalid-input', { errors: [{ path: 'promisedDay', message: 'today or later, within a year' }] });
    const ref = await refOfTicket(work, ticketId);
    if (!ref.ok) return ref;
    const ticket = ticketId ? await work.ticket(ticketId) : undefined;
    const entry: FollowUp = {
      id: work.newId(),
      hallId: work.hallId,
      ...ref.value,
      what,
      customerName: customer?.name ?? ticket?.customerName ?? null,
      customerPhone: customer?.phone ?? ticket?.customerPhone ?? null,
      promisedDay,
      dueAt: endOfDay(promisedDay, work.config.timeZone),
      ownerRef: work.by,
      ownerName: actorName(work.actor),
      plannedAt: work.now,
      plannedBy: work.by,
      state: 'planned',
      overdueAt: null,
      result: null,
      doneAt: null,
      doneBy: null,
    };
    await insertFollowUp(work.tx, entry);
    await work.setDeadline('followUp.overdue', entry.id, entry.dueAt);
    work.record({ kind: 'followUp.planned', ...about(entry), payload: { followUpId: entry.id, promisedDay } });
    return success(presentFollowUp(entry));
  },
});

async function plannedEntry(work: Work, id: string): Promise<Result<FollowUp>> {
  const entry = await findFollowUp(work.tx, work.hallId, id);
  if (!entry) return fail('not-found', { detail: 'There is no such follow-up.' });
  if (entry.state !== 'planned') return fail('already-done', { detail: 'It is done.', currentState: entry.state });
  return success(entry);
}

/** A colleague keeps the promise from now on. */
export const takeOverFollowUp = queueCommand({
  name: 'followUp.takeOver',
  input: z.strictObject({ followUpId: idSchema }),
  permission: 'followUp.plan',
  locate: (lookup, { followUpId }) => locateFollowUp(lookup, followUpId),
  async run(work, { followUpId }) {
    const found = await plannedEntry(work, followUpId);
    if (!found.ok) return found;
    if (found.value.ownerRef === work.by) return success(presentFollowUp(found.value));
    const taken = { ...found.value, ownerRef: work.by, ownerName: actorName(work.actor) };
    await updateFollowUp(work.tx, taken);
    work.record({ kind: 'followUp.takenOver', ...about(taken), payload: { followUpId, from: found.value.ownerRef } });
    return success(presentFollowUp(taken));
  },
});

/** The customer was called or seen, and this came of it. */
export const finishFollowUp = queueCommand({
  name: 'followUp.finish',
  input: doneFollowUpBody.extend({ followUpId: idSchema }),
  permission: 'followUp.plan',
  locate: (lookup, { followUpId }) => locateFollowUp(lookup, followUpId),
  async run(work, { followUpId, result }) {
    const found = await plannedEntry(work, followUpId);
    if (!found.ok) return found;
    const entry = found.value;
    if (entry.ownerRef !== work.by && !permits(work.actor, 'promise.oversee', work.hallId))
      return fail('not-the-owner', { detail: `${entry.ownerName ?? 'A colleague'} promised it: take it over first.` });
    const done: FollowUp = { ...entry, state: 'done', result, doneAt: work.now, doneBy: work.by };
    await updateFollowUp(work.tx, done);
    await work.clearDeadline('followUp.overdue', entry.id);
    work.record({
      kind: 'followUp.done',
      ...about(entry),
      payload: { followUpId, onTime: work.now < entry.dueAt, countedAsMissed: entry.overdueAt !== null },
    });
    return success(presentFollowUp(done));
  },
});

/** The day is over and nobody has called. Set off by time alone. */
export async function noteFollowUpOverdue(work: Work, { subjectId }: Deadline): Promise<void> {
  const entry = await findFollowUp(work.tx, work.hallId, subjectId);
  if (entry?.state !== 'planned' || entry.overdueAt) return;
  await updateFollowUp(work.tx, { ...entry, overdueAt: work.now });
  work.record({
    kind: 'followUp.overdue',
    ...about(entry),
    payload: { followUpId: entry.id, owner: entry.ownerRef, promisedDay: entry.promisedDay },
  });
}
