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
import { presentUnaccepted } from './presenter';
import { findUnaccepted, locateUnaccepted } from './queries';
import { insertUnaccepted, updateUnaccepted } from './repository';
import { answerUnacceptedBody, registerUnacceptedBody } from './schema';
import { endOfDay, isPromisable, remindAt, type Unaccepted } from './unaccepted';

function about(entry: Unaccepted) {
  return { visitId: entry.visitId, ticketId: entry.ticketId };
}

/** Business that could not be accepted now; whoever registers it owes the customer an answer. */
export const registerUnaccepted = queueCommand({
  name: 'unaccepted.register',
  input: registerUnacceptedBody.extend({ hall: idSchema }),
  permission: 'unaccepted.register',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { what, why, customer, promisedDay, ticketId }) {
    const { timeZone } = work.config;
    if (!isPromisable(promisedDay, work.serviceDay))
      return fail('invalid-input', { errors: [{ path: 'promisedDay', message: 'today or later, within a year' }] });
    const ref = await refOfTicket(work, ticketId);
    if (!ref.ok) return ref;
    const ticket = ticketId ? await work.ticket(ticketId) : undefined;
    const entry: Unaccepted = {
      id: work.newId(),
      hallId: work.hallId,
      ...ref.value,
      serviceCode: work.config.services.find((s) => s.id === ticket?.serviceId)?.code ?? null,
      what,
      why,
      customerName: customer?.name ?? ticket?.customerName ?? null,
      customerPhone: customer?.phone ?? ticket?.customerPhone ?? null,
      promisedDay,
      dueAt: endOfDay(promisedDay, timeZone),
      ownerRef: work.by,
      ownerName: actorName(work.actor),
      registeredAt: work.now,
      registeredBy: work.by,
      state: 'open',
      remindedAt: null,
      overdueAt: null,
      answer: null,
      answeredAt: null,
      answeredBy: null,
    };
    await insertUnaccepted(work.tx, entry);
    const reminder = remindAt(promisedDay, timeZone);
    if (reminder > work.now) await work.setDeadline('unaccepted.reminder', entry.id, reminder);
    await work.setDeadline('unaccepted.overdue', entry.id, entry.dueAt);
    work.record({
      kind: 'unaccepted.registered',
      ...about(entry),
      payload: { unacceptedId: entry.id, why, promisedDay, service: entry.serviceCode },
    });
    return success(presentUnaccepted(entry));
  },
});

/** An open entry that the actor may answer: his own, or any for those who oversee the register. */
async function openEntry(work: Work, id: string): Promise<Result<Unaccepted>> {
  const entry = await findUnaccepted(work.tx, work.hallId, id);
  if (!entry) return fail('not-found', { detail: 'There is no such entry in the register.' });
  if (entry.state !== 'open')
    return fail('already-done', { detail: 'The customer has his answer.', currentState: entry.state });
  return success(entry);
}

/** Another colleague answers for it from now on: nobody gets it without wanting it. */
export const takeOverUnaccepted = queueCommand({
  name: 'unaccepted.takeOver',
  input: z.strictObject({ unacceptedId: idSchema }),
  permission: 'unaccepted.register',
  locate: (lookup, { unacceptedId }) => locateUnaccepted(lookup, unacceptedId),
  async run(work, { unacceptedId }) {
    const found = await openEntry(work, unacceptedId);
    if (!found.ok) return found;
    if (found.value.ownerRef === work.by) return success(presentUnaccepted(found.value));
    const taken = { ...found.value, ownerRef: work.by, ownerName: actorName(work.actor) };
    await updateUnaccepted(work.tx, taken);
    work.record({
      kind: 'unaccepted.takenOver',
      ...about(taken),
      payload: { unacceptedId, from: found.value.ownerRef },
    });
    return success(presentUnaccepted(taken));
  },
});

/** The customer has been told. */
export const answerUnaccepted = queueCommand({
  name: 'unaccepted.answer',
  input: answerUnacceptedBody.extend({ unacceptedId: idSchema }),
  permission: 'unaccepted.register',
  locate: (lookup, { unacceptedId }) => locateUnaccepted(lookup, unacceptedId),
  async run(work, { unacceptedId, answer }) {
    const found = await openEntry(work, unacceptedId);
    if (!found.ok) return found;
    const entry = found.value;
    if (entry.ownerRef !== work.by && !permits(work.actor, 'promise.oversee', work.hallId))
      return fail('not-the-owner', {
        detail: `${entry.ownerName ?? 'A colleague'} answers for it: take it over first.`,
      });
    const answered: Unaccepted = { ...entry, state: 'answered', answer, answeredAt: work.now, answeredBy: work.by };
    await updateUnaccepted(work.tx, answered);
    await work.clearDeadline('unaccepted.reminder', entry.id);
    await work.clearDeadline('unaccepted.overdue', entry.id);
    work.record({
      kind: 'unaccepted.answered',
      ...about(entry),
      payload: {
        unacceptedId,
        onTime: work.now < entry.dueAt,
        countedAsMissed: entry.overdueAt !== null,
        promisedDay: entry.promisedDay,
      },
    });
    return success(presentUnaccepted(answered));
  },
});

/** The day before: the owner's list shows it as due. Set off by time alone. */
export async function remindOfUnaccepted(work: Work, { subjectId }: Deadline): Promise<void> {
  const entry = await findUnaccepted(work.tx, work.hallId, subjectId);
  if (entry?.state !== 'open') return;
  await updateUnaccepted(work.tx, { ...entry, remindedAt: work.now });
  work.record({
    kind: 'unaccepted.reminded',
    ...about(entry),
    payload: { unacceptedId: entry.id, owner: entry.ownerRef, promisedDay: entry.promisedDay },
  });
}

/** The promised day is over and nobody has answered. Set off by time alone. */
export async function noteUnacceptedOverdue(work: Work, { subjectId }: Deadline): Promise<void> {
  const entry = await findUnaccepted(work.tx, work.hallId, subjectId);
  if (entry?.state !== 'open' || entry.overdueAt) return;
  await updateUnaccepted(work.tx, { ...entry, overdueAt: work.now });
  work.record({
    kind: 'unaccepted.overdue',
    ...about(entry),
    payload: { unacceptedId: entry.id, owner: entry.ownerRef, promisedDay: entry.promisedDay },
  });
}
