import { addDays, instantOf } from '@/lib/halls/service-day';
import type { Touchpoint } from '@/lib/touchpoints/registry';
import type { FigureUnit, Goal } from '@/lib/touchpoints/touchpoint';
import { isUnfinished, type WeakPointState } from './machine';

/** Who found it: somebody by himself, the scorecard of the month, an inspection. */
export const WEAK_POINT_SOURCES = ['manual', 'scorecard', 'inspection'] as const;
export type WeakPointSource = (typeof WEAK_POINT_SOURCES)[number];

/** What the scorecard measured: the standard of the touchpoint, its figure and what is asked for. */
export interface Finding {
  standard: string;
  unit: FigureUnit;
  value: number | null;
  goal: Goal | null;
}

export interface WeakPoint {
  id: string;
  hallId: string;
  /** YYYY-MM */
  month: string;
  touchpoint: Touchpoint;
  source: WeakPointSource;
  description: string;
  finding: Finding | null;
  cause: string | null;
  action: string | null;
  ownerId: string | null;
  ownerName: string | null;
  dueOn: string | null;
  state: WeakPointState;
  result: string | null;
  remark: string | null;
  createdAt: Date;
  createdBy: string;
  startedAt: Date | null;
  doneAt: Date | null;
  doneBy: string | null;
  checkedAt: Date | null;
  checkedBy: string | null;
  checkerName: string | null;
  overdueAt: Date | null;
  givenAt: Date | null;
  nearAt: Date | null;
  seenAt: Date | null;
  updatedAt: Date;
}

/** The columns of the board. */
export const BOARD_COLUMNS = ['toDo', 'doing', 'done'] as const;
export type BoardColumn = (typeof BOARD_COLUMNS)[number];

/** Where a weak point stands on the board; null for one that was dropped. */
export function columnOf(state: WeakPointState): BoardColumn | null {
  if (state === 'dropped') return null;
  if (state === 'doing') return 'doing';
  return isUnfinished(state) ? 'toDo' : 'done';
}

/** Its date has passed and it is not done. */
export function isOverdue({ state, dueOn }: Pick<WeakPoint, 'state' | 'dueOn'>, today: string): boolean {
  return isUnfinished(state) && dueOn !== null && dueOn < today;
}

/** What still has to be said before somebody can begin. */
export function missingPlan({ action, ownerId, dueOn }: Pick<WeakPoint, 'action' | 'ownerId' | 'dueOn'>) {
  return [...(action ? [] : ['action']), ...(ownerId ? [] : ['ownerId']), ...(dueOn ? [] : ['dueOn'])];
}

/** The end of the day on which it must be done. */
export function dueInstant(dueOn: string, timeZone: string): Date {
  return instantOf(addDays(dueOn, 1), 0, timeZone);
}

/** From when on its date is near: the day before it begins. */
export function nearInstant(dueOn: string, timeZone: string): Date {
  return instantOf(addDays(dueOn, -1), 0, timeZone);
}

/** What its owner is told: it is his now, its date is near, its date has passed. */
export const WEAK_POINT_TIDINGS = ['given', 'near', 'overdue'] as const;
export type WeakPointTidings = (typeof WEAK_POINT_TIDINGS)[number];

/**
 * What its owner still has to be told; null when there is nothing, or he has read it. A date that has passed is told
 * until the weak point is done or has a new date: reading it does not put it right.
 */
export function tidingsFor(
  point: Pick<WeakPoint, 'state' | 'ownerId' | 'dueOn' | 'givenAt' | 'nearAt' | 'seenAt'>,
  today: string,
): WeakPointTidings | null {
  if (!point.ownerId || !isUnfinished(point.state)) return null;
  if (isOverdue(point, today)) return 'overdue';
  const unread = (at: Date | null) => at !== null && (point.seenAt === null || point.seenAt < at);
  if (unread(point.nearAt)) return 'near';
  return unread(point.givenAt) ? 'given' : null;
}

export function monthOf(day: string): string {
  return day.slice(0, 7);
}
