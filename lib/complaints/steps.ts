import type { z } from 'zod';
import { fail, type Result, success } from '@/lib/core/result';
import type { Work } from '@/lib/door/work';
import { actorName, rolesIn } from '@/lib/staff/actor';
import type { EventKind } from '@/lib/touchpoints/events';
import type { Complaint, EntryKind, Remedy } from './complaint';
import type { ComplaintRules } from './complaint-rules';
import { LADDER_STATES, ladderTimes, RUNGS } from './ladder';
import { type ComplaintStep, transition } from './machine';
import { mayDo } from './policy';
import { presentComplaint } from './presenter';
import { findComplaint, listRemedies } from './queries';
import { isFree, isWithin, remedyLimit } from './remedy';
import { insertEntry, insertRemedy, updateComplaint } from './repository';
import type { ComplaintAction, ComplaintView, remedyBody } from './schema';

/** The rung on which the promise is broken. */
export const BROKEN = LADDER_STATES.indexOf('broken');

/** The furthest that can be promised. */
const LONGEST_PROMISE_MS = 30 * 86_400_000;

/** What an event says beside the words. */
export type Facts = Record<string, string | number | boolean | null>;

/** One line of the story, and the event that goes with it. Words stay in the story: events are for everybody who counts. */
export async function tell(
  work: Work,
  complaint: Complaint,
  kind: EntryKind,
  { facts = {}, note = null, payload = {} }: { facts?: Facts; note?: string | null; payload?: Facts } = {},
): Promise<void> {
  await insertEntry(work.tx, {
    id: work.newId(),
    hallId: work.hallId,
    complaintId: complaint.id,
    at: work.now,
    version: work.version,
    kind,
    actorRef: work.by,
    actorName: actorName(work.actor),
    note,
    facts,
  });
  work.record({
    kind: `complaint.${kind}` satisfies EventKind,
    visitId: complaint.visitId,
    ticketId: complaint.ticketId,
    payload: { complaintId: complaint.id, category: complaint.category, ...facts, ...payload },
  });
}

/** The times at which the owner, the lead and the manager are told, counted back from the promise. */
export async function setLadder(work: Work, complaint: Complaint, rules: ComplaintRules): Promise<void> {
  const times = ladderTimes(work.now, complaint.promisedAt, rules);
  for (const rung of RUNGS) await work.setDeadline(rung, complaint.id, times[rung]);
}

async function clearLadder(work: Work, complaint: Complaint): Promise<void> {
  for (const rung of RUNGS) await work.clearDeadline(rung, complaint.id);
}

/** As the person who acts sees it. */
export async function present(work: Work, complaint: Complaint, rules: ComplaintRules): Promise<ComplaintView> {
  return presentComplaint(complaint, await listRemedies(work.tx, [complaint.id]), work.actor, rules);
}

/** A complaint of this hall on which this person may do this; refusals as values. */
export async function findFor(work: Work, id: string, action: ComplaintAction): Promise<Result<Complaint>> {
  const complaint = await findComplaint(work.tx, id);
  if (!complaint || complaint.hallId !== work.hallId)
    return fail('not-found', { detail: 'There is no such complaint.' });
  if (!mayDo(work.actor, complaint, action))
    return fail('not-the-owner', {
      detail: 'Its owner, or a lead of the hall, does this.',
      currentState: complaint.state,
    });
  return success(complaint);
}

/** What is wrong with a promised time; null where nothing is. */
export function promiseProblem(at: Date, now: Date): Result<never> | null {
  if (at > now && at.getTime() - now.getTime() <= LONGEST_PROMISE_MS) return null;
  return fail('invalid-input', {
    errors: [{ path: 'promisedAt', message: 'from now on, at most thirty days ahead', code: 'promise' }],
  });
}

/** Answers with the time of now. A promise that had passed is counted as broken before: whatever the clock did. */
export async function reply(
  work: Work,
  complaint: Complaint,
  step: Extract<ComplaintStep, { type: 'reply' }>,
): Promise<Result<Complaint>> {
  const moved = transition(complaint, step, work.now);
  if (!moved.ok) return moved;
  const kept = work.now <= complaint.promisedAt;
  const late = !kept && !complaint.brokenAt;
  const replied = late ? { ...moved.value, brokenAt: work.now, ladderStep: BROKEN } : moved.value;
  await updateComplaint(work.tx, replied);
  await clearLadder(work, replied);
  if (late) await tell(work, replied, 'promiseBroken');
  await tell(work, replied, 'replied', { facts: { channel: step.channel, kept }, note: step.answer });
  return success(replied);
}

/** Closes it with its cause. */
export async function close(
  work: Work,
  complaint: Complaint,
  step: Extract<ComplaintStep, { type: 'close' }>,
): Promise<Result<Complaint>> {
  const moved = transition(complaint, step, work.now);
  if (!moved.ok) return moved;
  await updateComplaint(work.tx, moved.value);
  await tell(work, moved.value, 'closed', {
    facts: { cause: step.cause, firstContact: moved.value.firstContact === true },
    note: step.prevention,
  });
  return moved;
}

/** Grants a remedy within the limit of the role, or asks a lead for it. */
export async function addRemedy(
  work: Work,
  complaint: Complaint,
  { kind, amount }: z.output<typeof remedyBody>,
  rules: ComplaintRules,
): Promise<void> {
  const cost = isFree(kind) ? 0 : amount;
  const before = await listRemedies(work.tx, [complaint.id]);
  const limit = remedyLimit(rolesIn(work.actor, work.hallId), rules.remedyLimits);
  const granted = work.actor.kind === 'system' || isWithin({ kind, amount: cost }, before, limit);
  const remedy: Remedy = {
    id: work.newId(),
    hallId: work.hallId,
    complaintId: complaint.id,
    kind,
    amount: cost,
    state: granted ? 'granted' : 'asked',
    askedByRef: work.by,
    askedByName: actorName(work.actor),
    askedAt: work.now,
    decidedByRef: null,
    decidedByName: null,
    decidedAt: null,
  };
  await insertRemedy(work.tx, remedy);
  await tell(work, complaint, granted ? 'remedyGranted' : 'remedyAsked', { facts: { kind, amount: cost } });
}
