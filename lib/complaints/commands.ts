import { z } from 'zod';
import { fail, type Result, success } from '@/lib/core/result';
import type { Deadline } from '@/lib/deadlines/deadline';
import { queueCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import { actorName, rolesIn } from '@/lib/staff/actor';
import { idSchema } from '@/lib/tickets/schema';
import { findTicket } from '@/lib/tickets/steps';
import { type Complaint, type EntryKind, isOwed } from './complaint';
import { promisedBy, usualPromise } from './complaint-rules';
import type { Rung } from './ladder';
import { transition } from './machine';
import {
  countOfDay,
  findColleague,
  findComplaint,
  findRemedy,
  listRemedies,
  loadRules,
  locateComplaint,
  locateRemedy,
} from './queries';
import { isWithin, remedyLimit } from './remedy';
import { insertComplaint, updateComplaint, updateRemedy } from './repository';
import {
  type ComplaintView,
  closingBody,
  decideBody,
  dispatchBody,
  noteBody,
  registerBody,
  remedyBody,
  reopenBody,
  replyBody,
} from './schema';
import {
  addRemedy,
  BROKEN,
  close,
  type Facts,
  findFor,
  present,
  promiseProblem,
  reply,
  setLadder,
  tell,
} from './steps';

const onComplaint = {
  permission: 'complaint.register',
  locate: (lookup: Parameters<typeof locateHall>[0], { complaintId }: { complaintId: string }) =>
    locateComplaint(lookup.db, complaintId),
} as const;

const about = z.strictObject({ complaintId: idSchema });

/**
 * Takes a complaint down: whoever is told first owns it until somebody else has accepted it. What is already solved face
 * to face is answered and closed in the same breath.
 */
export const registerComplaint = queueCommand({
  name: 'complaint.register',
  input: registerBody.extend({ hall: idSchema }),
  permission: 'complaint.register',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, input) {
    const ticket = input.ticketId ? await findTicket(work, input.ticketId) : null;
    if (ticket && !ticket.ok) return ticket;
    const rules = await loadRules(work.tx, work.hallId);
    const promisedAt = input.promisedAt
      ? new Date(input.promisedAt)
      : promisedBy(input.category, rules, work.config, work.now);
    const refused = promiseProblem(promisedAt, work.now);
    if (refused) return refused;
    const name = actorName(work.actor);
    const complaint: Complaint = {
      id: work.newId(),
      hallId: work.hallId,
      serviceDay: work.serviceDay,
      ordinal: (await countOfDay(work.tx, work.hallId, work.serviceDay)) + 1,
      state: 'registered',
      category: input.category,
      visitId: ticket?.value.visitId ?? null,
      ticketId: ticket?.value.id ?? null,
      ticketNumber: ticket?.value.number ?? null,
      customerName: input.customer?.name ?? ticket?.value.customerName ?? null,
      customerPhone: input.customer?.phone ?? ticket?.value.customerPhone ?? null,
      words: input.words,
      promise: input.promise ?? usualPromise(input.category),
      promisedAt,
      registeredAt: work.now,
      registeredByRef: work.by,
      registeredByName: name,
      ownerRef: work.by,
      ownerName: name,
      offeredRef: null,
      offeredName: null,
      department: null,
      dispatchedAt: null,
      repliedAt: null,
      replyChannel: null,
      answer: null,
      closedAt: null,
      cause: null,
      prevention: null,
      firstContact: null,
      reopenedCount: 0,
      ladderStep: 0,
      brokenAt: null,
    };
    await insertComplaint(work.tx, complaint);
    await tell(work, complaint, 'registered', {
      facts: { promise: complaint.promise, promisedAt: promisedAt.toISOString() },
      note: complaint.words,
      payload: { ticket: complaint.ticketNumber },
    });
    for (const remedy of input.remedies) await addRemedy(work, complaint, remedy, rules);
    if (!input.solved) {
      await setLadder(work, complaint, rules);
      return success(await present(work, complaint, rules));
    }
    const { cause, prevention } = input.solved;
    const answered = await reply(work, complaint, {
      type: 'reply',
      channel: 'inPerson',
      answer: prevention || input.words,
    });
    if (!answered.ok) return answered;
    const closed = await close(work, answered.value, { type: 'close', cause, prevention: prevention || null });
    return closed.ok ? success(await present(work, closed.value, rules)) : closed;
  },
});

/** Sends a complaint on: to a colleague, who has to accept it, or to a department while its owner stays. */
export const dispatchComplaint = queueCommand({
  ...onComplaint,
  name: 'complaint.dispatch',
  input: dispatchBody.safeExtend(about.shape),
  async run(work, { complaintId, staffId, department, promisedAt, agreed, note }) {
    const found = await findFor(work, complaintId, 'dispatch');
    if (!found.ok) return found;
    const complaint = found.value;
    const rules = await loadRules(work.tx, work.hallId);
    const promise = promisedAt ? new Date(promisedAt) : complaint.promisedAt;
    const moved = promise.getTime() !== complaint.promisedAt.getTime();
    const refused = moved ? promiseProblem(promise, work.now) : null;
    if (refused) return refused;
    if (promise > complaint.promisedAt && (!agreed || complaint.brokenAt !== null || complaint.promisedAt <= work.now))
      return fail('invalid-input', {
        errors: [{ path: 'agreed', message: 'a later time needs the customer’s word before the promise breaks' }],
      });
    const colleague = staffId ? await findColleague(work.tx, work.hallId, staffId) : null;
    if (staffId && !colleague)
      return fail('invalid-input', { errors: [{ path: 'staffId', message: 'nobody of this hall' }] });
    const ref = `staff:${staffId}`;
    if (staffId && ref === complaint.ownerRef)
      return fail('wrong-state', { detail: 'This person has it already.', currentState: complaint.state });
    const to = department ? { department } : { ref, name: colleague?.name ?? null };
    const next = transition(complaint, { type: 'dispatch', to, promisedAt: promise }, work.now);
    if (!next.ok) return next;
    const dispatched = moved ? { ...next.value, ladderStep: 0 } : next.value;
    await updateComplaint(work.tx, dispatched);
    if (moved) await setLadder(work, dispatched, rules);
    await tell(work, dispatched, 'dispatched', {
      facts: { to: department ?? 'colleague', promisedAt: promise.toISOString(), promiseMoved: moved },
      note: note || null,
    });
    return success(await present(work, dispatched, rules));
  },
});

/** The colleague who was asked takes it over: from now on he owes the answer. */
export const acceptComplaint = queueCommand({
  ...onComplaint,
  name: 'complaint.accept',
  input: about,
  run: (work, { complaintId }) => settleOffer(work, complaintId, 'accept'),
});

/** The colleague who was asked does not take it: it stays with its owner. */
export const declineComplaint = queueCommand({
  ...onComplaint,
  name: 'complaint.decline',
  input: about,
  run: (work, { complaintId }) => settleOffer(work, complaintId, 'decline'),
});

async function settleOffer(work: Work, id: string, type: 'accept' | 'decline'): Promise<Result<ComplaintView>> {
  const found = await findFor(work, id, type);
  if (!found.ok) return found;
  const next = transition(found.value, { type }, work.now);
  if (!next.ok) return next;
  await updateComplaint(work.tx, next.value);
  await tell(work, next.value, type === 'accept' ? 'accepted' : 'declined');
  return success(await present(work, next.value, await loadRules(work.tx, work.hallId)));
}

/** What has been done so far, also while it is not solved. */
export const noteComplaint = queueCommand({
  ...onComplaint,
  name: 'complaint.note',
  input: noteBody.extend(about.shape),
  async run(work, { complaintId, note }) {
    const found = await findFor(work, complaintId, 'note');
    if (!found.ok) return found;
    if (found.value.state === 'closed')
      return fail('wrong-state', { detail: 'It is closed: open it again first.', currentState: 'closed' });
    await tell(work, found.value, 'noted', { note });
    return success(await present(work, found.value, await loadRules(work.tx, work.hallId)));
  },
});

/** Something to make up for it: at once within the limit of the role, otherwise it waits for a lead. */
export const offerRemedy = queueCommand({
  ...onComplaint,
  name: 'complaint.remedy',
  input: remedyBody.extend(about.shape),
  async run(work, { complaintId, ...remedy }) {
    const found = await findFor(work, complaintId, 'remedy');
    if (!found.ok) return found;
    if (found.value.state === 'closed')
      return fail('wrong-state', { detail: 'It is closed: open it again first.', currentState: 'closed' });
    const rules = await loadRules(work.tx, work.hallId);
    await addRemedy(work, found.value, remedy, rules);
    return success(await present(work, found.value, rules));
  },
});

/** A lead approves or refuses a remedy, within his own limit. */
export const decideRemedy = queueCommand({
  name: 'complaint.decideRemedy',
  input: decideBody.extend({ remedyId: idSchema }),
  permission: 'complaint.lead',
  locate: (lookup, { remedyId }) => locateRemedy(lookup.db, remedyId),
  async run(work, { remedyId, approve }) {
    const remedy = await findRemedy(work.tx, remedyId);
    const complaint = remedy && (await findComplaint(work.tx, remedy.complaintId));
    if (!remedy || !complaint) return fail('not-found', { detail: 'There is no such remedy.' });
    if (remedy.state !== 'asked')
      return fail('wrong-state', { detail: 'It has been decided.', currentState: remedy.state });
    const rules = await loadRules(work.tx, work.hallId);
    const limit = remedyLimit(rolesIn(work.actor, work.hallId), rules.remedyLimits);
    const before = await listRemedies(work.tx, [complaint.id]);
    if (approve && !isWithin(remedy, before, limit))
      return fail('over-limit', { detail: `This role may grant up to ${limit}.` });
    await updateRemedy(work.tx, {
      ...remedy,
      state: approve ? 'approved' : 'refused',
      decidedByRef: work.by,
      decidedByName: actorName(work.actor),
      decidedAt: work.now,
    });
    await tell(work, complaint, approve ? 'remedyApproved' : 'remedyRefused', {
      facts: { kind: remedy.kind, amount: remedy.amount },
    });
    return success(await present(work, complaint, rules));
  },
});

/** The customer was answered: how, and what was said. */
export const replyComplaint = queueCommand({
  ...onComplaint,
  name: 'complaint.reply',
  input: replyBody.extend(about.shape),
  async run(work, { complaintId, channel, answer }) {
    const found = await findFor(work, complaintId, 'reply');
    if (!found.ok) return found;
    const replied = await reply(work, found.value, { type: 'reply', channel, answer });
    if (!replied.ok) return replied;
    return success(await present(work, replied.value, await loadRules(work.tx, work.hallId)));
  },
});

/** Closes what was answered, with its cause and how it is kept from coming back. */
export const closeComplaint = queueCommand({
  ...onComplaint,
  name: 'complaint.close',
  input: closingBody.extend(about.shape),
  async run(work, { complaintId, cause, prevention }) {
    const found = await findFor(work, complaintId, 'close');
    if (!found.ok) return found;
    const closed = await close(work, found.value, { type: 'close', cause, prevention: prevention || null });
    if (!closed.ok) return closed;
    return success(await present(work, closed.value, await loadRules(work.tx, work.hallId)));
  },
});

/** The customer is not content: it is owed again, with a new promise. */
export const reopenComplaint = queueCommand({
  ...onComplaint,
  name: 'complaint.reopen',
  input: reopenBody.extend(about.shape),
  async run(work, { complaintId, reason, promisedAt }) {
    const found = await findFor(work, complaintId, 'reopen');
    if (!found.ok) return found;
    const rules = await loadRules(work.tx, work.hallId);
    const promise = promisedAt ? new Date(promisedAt) : promisedBy(found.value.category, rules, work.config, work.now);
    const refused = promiseProblem(promise, work.now);
    if (refused) return refused;
    const next = transition(found.value, { type: 'reopen', promisedAt: promise }, work.now);
    if (!next.ok) return next;
    await updateComplaint(work.tx, next.value);
    await setLadder(work, next.value, rules);
    await tell(work, next.value, 'reopened', {
      facts: { promisedAt: promise.toISOString(), firstContact: found.value.firstContact === true },
      note: reason,
    });
    return success(await present(work, next.value, rules));
  },
});

const REACHED: Record<Rung, { step: number; kind: EntryKind; facts: Facts }> = {
  'complaint.promiseNear': { step: 1, kind: 'promiseNear', facts: {} },
  'complaint.leadDue': { step: 2, kind: 'escalated', facts: { level: 'shiftLead' } },
  'complaint.managerDue': { step: 3, kind: 'escalated', facts: { level: 'manager' } },
  'complaint.promiseDue': { step: BROKEN, kind: 'promiseBroken', facts: {} },
};

/** A rung of the ladder is reached: the owner is warned, a lead is told, the promise breaks. */
export async function climbLadder(work: Work, { kind, subjectId }: Deadline): Promise<void> {
  const complaint = await findComplaint(work.tx, subjectId);
  const rung = REACHED[kind as Rung];
  if (!complaint || !isOwed(complaint) || !rung || complaint.ladderStep >= rung.step) return;
  const climbed = {
    ...complaint,
    ladderStep: rung.step,
    brokenAt: rung.step === BROKEN ? work.now : complaint.brokenAt,
  };
  await updateComplaint(work.tx, climbed);
  await tell(work, climbed, rung.kind, { facts: rung.facts });
}
