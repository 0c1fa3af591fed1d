import { fail, type Result, success } from '@/lib/core/result';
import type { Work } from '@/lib/door/work';
import { findColleague } from '@/lib/staff/queries';
import type { Touchpoint } from '@/lib/touchpoints/registry';
import { isUnfinished } from './machine';
import { insertWeakPoint } from './repository';
import { dueInstant, type Finding, monthOf, nearInstant, type WeakPoint, type WeakPointSource } from './weak-point';

export interface NewWeakPoint {
  touchpoint: Touchpoint;
  source: WeakPointSource;
  month?: string;
  description: string;
  finding?: Finding;
  cause?: string | null;
  action?: string | null;
  owner?: { id: string; name: string } | null;
  dueOn?: string | null;
}

/** The owner by his id, if he is of this hall's staff. */
export async function ownerOf(
  work: Work,
  ownerId: string | null | undefined,
  path = 'ownerId',
): Promise<Result<{ id: string; name: string } | null>> {
  if (!ownerId) return success(null);
  const owner = await findColleague(work.tx, work.hallId, ownerId);
  return owner
    ? success(owner)
    : fail('invalid-input', { errors: [{ path, message: 'nobody of this hall’s staff', code: 'no_colleague' }] });
}

/** Puts a weak point on the board. The caller has checked the owner. */
export async function openWeakPointRow(work: Work, made: NewWeakPoint): Promise<WeakPoint> {
  const point: WeakPoint = {
    id: work.newId(),
    hallId: work.hallId,
    month: made.month ?? monthOf(work.serviceDay),
    touchpoint: made.touchpoint,
    source: made.source,
    description: made.description,
    finding: made.finding ?? null,
    cause: made.cause || null,
    action: made.action || null,
    ownerId: made.owner?.id ?? null,
    ownerName: made.owner?.name ?? null,
    dueOn: made.dueOn ?? null,
    state: 'open',
    result: null,
    remark: null,
    createdAt: work.now,
    createdBy: work.by,
    startedAt: null,
    doneAt: null,
    doneBy: null,
    checkedAt: null,
    checkedBy: null,
    checkerName: null,
    overdueAt: null,
    givenAt: givenNow(work, made.owner?.id ?? null),
    nearAt: null,
    seenAt: null,
    updatedAt: work.now,
  };
  await insertWeakPoint(work.tx, point);
  await planDates(work, point);
  work.record({ kind: 'weakPoint.opened', payload: { ...aboutWeakPoint(point), source: point.source } });
  return point;
}

/** When it was given to this owner: now, unless he took it himself. */
export function givenNow(work: Work, ownerId: string | null): Date | null {
  return ownerId && work.by !== `staff:${ownerId}` ? work.now : null;
}

/** Sets the times at which its owner is told of its date, or none where nobody has to do anything any more. */
export async function planDates(work: Work, { id, state, dueOn }: WeakPoint): Promise<void> {
  const { timeZone } = work.config;
  const date = isUnfinished(state) ? dueOn : null;
  if (date) await work.setDeadline('weakPoint.overdue', id, dueInstant(date, timeZone));
  else await work.clearDeadline('weakPoint.overdue', id);
  // Whoever gets it when its date is near already reads the date with it.
  const near = date ? nearInstant(date, timeZone) : null;
  if (near && near > work.now) await work.setDeadline('weakPoint.near', id, near);
  else await work.clearDeadline('weakPoint.near', id);
}

export function aboutWeakPoint({ id, touchpoint, month }: WeakPoint) {
  return { weakPointId: id, touchpoint, month };
}
