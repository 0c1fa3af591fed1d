import { z } from 'zod';
import { fail, success } from '@/lib/core/result';
import type { Deadline } from '@/lib/deadlines/deadline';
import { queueCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import { actorName } from '@/lib/staff/actor';
import { permits } from '@/lib/staff/policy';
import { idSchema } from '@/lib/tickets/schema';
import { isUnfinished, nextState, type WeakPointStep } from './machine';
import { presentWeakPoint } from './presenter';
import { findWeakPoint, listProposed, locateWeakPoint } from './queries';
import { updateWeakPoint } from './repository';
import {
  dropWeakPointBody,
  finishWeakPointBody,
  openWeakPointBody,
  planWeakPointBody,
  proposeWeakPointsBody,
  reopenWeakPointBody,
  verifyWeakPointBody,
} from './schema';
import { aboutWeakPoint, givenNow, openWeakPointRow, ownerOf, planDates } from './steps';
import { missingPlan, monthOf, type WeakPoint } from './weak-point';

const ofPoint = {
  locate: ({ db }: Parameters<typeof locateHall>[0], { weakPointId }: { weakPointId: string }) =>
    locateWeakPoint(db, weakPointId),
};
const ofHall = {
  locate: (lookup: Parameters<typeof locateHall>[0], { hall }: { hall: string }) => locateHall(lookup, hall),
};

const gone = fail('not-found', { detail: 'There is no such weak point.' });

/** A day that is over cannot be promised. */
function pastDue(work: Work, dueOn: string | null | undefined) {
  return dueOn && dueOn < work.serviceDay
    ? fail('invalid-input', { errors: [{ path: 'dueOn', message: 'must not be over already', code: 'already_over' }] })
    : null;
}

/** The weak point of a step and the state it leads to, or why not. */
async function stepOf(work: Work, weakPointId: string, step: WeakPointStep) {
  const point = await findWeakPoint(work.tx, weakPointId);
  if (!point) return gone;
  const state = nextState(point.state, step);
  if (!state)
    return fail('changed-meanwhile', {
      detail: `It is "${point.state}" and does not take "${step}".`,
      currentState: point.state,
    });
  return success({ point, state });
}

/** Its owner, or somebody who leads. */
function mayWorkOn(work: Work, point: WeakPoint): boolean {
  return permits(work.actor, 'weakPoint.manage', work.hallId) || work.by === `staff:${point.ownerId}`;
}

const notYours = fail('forbidden', { detail: 'Only its owner or a shift lead may do this.' });

async function save(work: Work, point: WeakPoint): Promise<void> {
  await updateWeakPoint(work.tx, point);
  await planDates(work, point);
}

export const openWeakPoint = queueCommand({
  name: 'weakPoint.open',
  input: openWeakPointBody.extend({ hall: idSchema }),
  permission: 'weakPoint.manage',
  ...ofHall,
  async run(work, { hall: _hall, ownerId, ...fields }) {
    const owner = await ownerOf(work, ownerId);
    if (!owner.ok) return owner;
    const late = pastDue(work, fields.dueOn);
    if (late) return late;
    const point = await openWeakPointRow(work, { ...fields, source: 'manual', owner: owner.value });
    return success(presentWeakPoint(point, work.serviceDay));
  },
});

/**
 * Puts the weakest touchpoints of a month on its board, as the scorecard names them. What it proposed before stays as
 * it is, also what was dropped: asking again does not bring it back.
 */
export const proposeWeakPoints = queueCommand({
  name: 'weakPoint.propose',
  input: proposeWeakPointsBody.extend({ hall: idSchema }),
  permission: 'weakPoint.manage',
  ...ofHall,
  async run(work, { month = monthOf(work.serviceDay), items }) {
    const known = await listProposed(work.tx, work.hallId, month);
    const points: WeakPoint[] = [];
    for (const { touchpoint, ...finding } of items) {
      const before = [...known, ...points].find((point) => point.touchpoint === touchpoint);
      if (before) continue;
      points.push(await openWeakPointRow(work, { touchpoint, month, source: 'scorecard', description: '', finding }));
    }
    return success({ items: points.map((point) => presentWeakPoint(point, work.serviceDay)) });
  },
});

/** Says cause, action, owner and date, or changes them. */
export const planWeakPoint = queueCommand({
  name: 'weakPoint.plan',
  input: planWeakPointBody.extend({ weakPointId: idSchema }),
  permission: 'weakPoint.manage',
  ...ofPoint,
  async run(work, { weakPointId, ownerId, ...change }) {
    const before = await findWeakPoint(work.tx, weakPointId);
    if (!before) return gone;
    if (!isUnfinished(before.state))
      return fail('changed-meanwhile', { detail: 'It is done already.', currentState: before.state });
    const owner = ownerId === undefined ? null : await ownerOf(work, ownerId);
    if (owner && !owner.ok) return owner;
    const late = change.dueOn === before.dueOn ? null : pastDue(work, change.dueOn);
    if (late) return late;
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const point: WeakPoint = {
      ...before,
      ...given,
      ...(owner ? ownedBy(work, before, owner.value) : {}),
      ...(change.dueOn !== undefined && change.dueOn !== before.dueOn ? { nearAt: null } : {}),
      updatedAt: work.now,
    };
    await updateWeakPoint(work.tx, point);
    if (point.dueOn !== before.dueOn) await save(work, point);
    const postponed = before.dueOn !== null && point.dueOn !== before.dueOn;
    work.record({ kind: 'weakPoint.planned', payload: { ...aboutWeakPoint(point), dueOn: point.dueOn, postponed } });
    return success(presentWeakPoint(point, work.serviceDay));
  },
});

/** The owner, who has been told nothing yet if he is a new one. */
function ownedBy(work: Work, before: WeakPoint, owner: { id: string; name: string } | null) {
  const who = { ownerId: owner?.id ?? null, ownerName: owner?.name ?? null };
  return who.ownerId === before.ownerId ? who : { ...who, givenAt: givenNow(work, who.ownerId), seenAt: null };
}

/** Nobody begins what has no action, no owner or no date. */
function unplanned(point: WeakPoint) {
  const missing = missingPlan(point);
  return missing.length > 0
    ? fail('invalid-input', { errors: missing.map((path) => ({ path, message: 'say it first', code: 'missing' })) })
    : null;
}

export const startWeakPoint = queueCommand({
  name: 'weakPoint.start',
  input: z.strictObject({ weakPointId: idSchema }),
  permission: 'weakPoint.work',
  ...ofPoint,
  async run(work, { weakPointId }) {
    const found = await stepOf(work, weakPointId, 'start');
    if (!found.ok) return found;
    const { point: before, state } = found.value;
    if (!mayWorkOn(work, before)) return notYours;
    const refused = unplanned(before);
    if (refused) return refused;
    const point: WeakPoint = { ...before, state, startedAt: work.now, updatedAt: work.now };
    await updateWeakPoint(work.tx, point);
    work.record({ kind: 'weakPoint.started', payload: aboutWeakPoint(point) });
    return success(presentWeakPoint(point, work.serviceDay));
  },
});

export const finishWeakPoint = queueCommand({
  name: 'weakPoint.finish',
  input: finishWeakPointBody.extend({ weakPointId: idSchema }),
  permission: 'weakPoint.work',
  ...ofPoint,
  async run(work, { weakPointId, result }) {
    const found = await stepOf(work, weakPointId, 'finish');
    if (!found.ok) return found;
    const { point: before, state } = found.value;
    if (!mayWorkOn(work, before)) return notYours;
    const refused = unplanned(before);
    if (refused) return refused;
    const point: WeakPoint = {
      ...before,
      state,
      result,
      startedAt: before.startedAt ?? work.now,
      doneAt: work.now,
      doneBy: work.by,
      updatedAt: work.now,
    };
    await save(work, point);
    work.record({
      kind: 'weakPoint.done',
      payload: { ...aboutWeakPoint(point), wasOverdue: point.overdueAt !== null },
    });
    return success(presentWeakPoint(point, work.serviceDay));
  },
});

/** Somebody else than who did it looks at the result: it holds. */
export const verifyWeakPoint = queueCommand({
  name: 'weakPoint.verify',
  input: verifyWeakPointBody.extend({ weakPointId: idSchema }),
  permission: 'weakPoint.manage',
  ...ofPoint,
  async run(work, { weakPointId, remark }) {
    const found = await stepOf(work, weakPointId, 'verify');
    if (!found.ok) return found;
    const { point: before, state } = found.value;
    if (before.doneBy === work.by)
      return fail('own-work', {
        detail: 'The result is checked by somebody else than who did it.',
        currentState: 'done',
      });
    const point: WeakPoint = { ...before, state, remark: remark || null, ...checkedBy(work) };
    await save(work, point);
    work.record({
      kind: 'weakPoint.verified',
      payload: { ...aboutWeakPoint(point), wasOverdue: point.overdueAt !== null },
    });
    return success(presentWeakPoint(point, work.serviceDay));
  },
});

function checkedBy(work: Work) {
  return { checkedAt: work.now, checkedBy: work.by, checkerName: actorName(work.actor), updatedAt: work.now };
}

/** The result does not hold: it goes back with a new date. */
export const reopenWeakPoint = queueCommand({
  name: 'weakPoint.reopen',
  input: reopenWeakPointBody.extend({ weakPointId: idSchema }),
  permission: 'weakPoint.manage',
  ...ofPoint,
  async run(work, { weakPointId, remark, dueOn }) {
    const found = await stepOf(work, weakPointId, 'reopen');
    if (!found.ok) return found;
    const late = pastDue(work, dueOn);
    if (late) return late;
    const { point: before, state } = found.value;
    const point: WeakPoint = {
      ...before,
      state,
      remark,
      dueOn,
      doneAt: null,
      doneBy: null,
      // It is his again, and he thought that it was done.
      givenAt: givenNow(work, before.ownerId),
      nearAt: null,
      ...checkedBy(work),
    };
    await save(work, point);
    work.record({ kind: 'weakPoint.reopened', payload: { ...aboutWeakPoint(point), dueOn } });
    return success(presentWeakPoint(point, work.serviceDay));
  },
});

/** It was none, or is no longer one: it leaves the board, with the reason. */
export const dropWeakPoint = queueCommand({
  name: 'weakPoint.drop',
  input: dropWeakPointBody.extend({ weakPointId: idSchema }),
  permission: 'weakPoint.manage',
  ...ofPoint,
  async run(work, { weakPointId, remark }) {
    const found = await stepOf(work, weakPointId, 'drop');
    if (!found.ok) return found;
    const point: WeakPoint = { ...found.value.point, state: found.value.state, remark, ...checkedBy(work) };
    await save(work, point);
    work.record({ kind: 'weakPoint.dropped', payload: aboutWeakPoint(point) });
    return success(presentWeakPoint(point, work.serviceDay));
  },
});

/** Its owner has read what he was told. */
export const seeWeakPoint = queueCommand({
  name: 'weakPoint.see',
  input: z.strictObject({ weakPointId: idSchema }),
  permission: 'weakPoint.work',
  ...ofPoint,
  async run(work, { weakPointId }) {
    const before = await findWeakPoint(work.tx, weakPointId);
    if (!before) return gone;
    if (!mayWorkOn(work, before)) return notYours;
    // Whoever leads may plan it, but nobody reads for somebody else.
    if (work.by !== `staff:${before.ownerId}`)
      return fail('changed-meanwhile', { detail: 'It is somebody else’s.', currentState: before.state });
    const point: WeakPoint = { ...before, seenAt: work.now };
    await updateWeakPoint(work.tx, point);
    work.record({ kind: 'weakPoint.seen', payload: aboutWeakPoint(point) });
    return success(presentWeakPoint(point, work.serviceDay));
  },
});

/** Its date comes near and it is not done: whoever owns it is told. */
export async function nearWeakPoint(work: Work, { subjectId }: Deadline): Promise<void> {
  const before = await findWeakPoint(work.tx, subjectId);
  if (!before?.ownerId || !isUnfinished(before.state)) return;
  await updateWeakPoint(work.tx, { ...before, nearAt: work.now, updatedAt: work.now });
  work.record({ kind: 'weakPoint.near', payload: { ...aboutWeakPoint(before), dueOn: before.dueOn } });
}

/** Its date has passed and it is not done. */
export async function missWeakPoint(work: Work, { subjectId }: Deadline): Promise<void> {
  const before = await findWeakPoint(work.tx, subjectId);
  if (!before || !isUnfinished(before.state)) return;
  const again = before.overdueAt !== null;
  const point: WeakPoint = { ...before, overdueAt: before.overdueAt ?? work.now, updatedAt: work.now };
  await updateWeakPoint(work.tx, point);
  work.record({ kind: 'weakPoint.overdue', payload: { ...aboutWeakPoint(point), dueOn: point.dueOn, again } });
}
