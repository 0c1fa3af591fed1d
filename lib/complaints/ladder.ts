import { addSeconds } from '@/lib/core/clock';
import type { ComplaintRules } from './complaint-rules';

/**
 * The ladder of a promise: the owner is warned, then the shift lead and the manager are told, all before it is missed;
 * at the promised time it is broken. Each rung has its time, named as its deadline.
 */
export const RUNGS = [
  'complaint.promiseNear',
  'complaint.leadDue',
  'complaint.managerDue',
  'complaint.promiseDue',
] as const;
export type Rung = (typeof RUNGS)[number];

/** A short promise shortens the ladder: no rung takes more than this share of the time that there is. */
const SHARES = { warn: 0.5, lead: 0.25, manager: 0.1 };

/** When each rung is reached by a promise made now. */
export function ladderTimes(
  now: Date,
  promisedAt: Date,
  { warnMinutes, leadMinutes, managerMinutes }: Pick<ComplaintRules, 'warnMinutes' | 'leadMinutes' | 'managerMinutes'>,
): Record<Rung, Date> {
  const span = Math.max(0, (promisedAt.getTime() - now.getTime()) / 1000);
  const before = (minutes: number, share: number) =>
    addSeconds(promisedAt, -Math.floor(Math.min(minutes * 60, span * share)));
  return {
    'complaint.promiseNear': before(warnMinutes, SHARES.warn),
    'complaint.leadDue': before(leadMinutes, SHARES.lead),
    'complaint.managerDue': before(managerMinutes, SHARES.manager),
    'complaint.promiseDue': promisedAt,
  };
}

export const LADDER_STATES = ['none', 'warned', 'shiftLead', 'manager', 'broken'] as const;
export type LadderState = (typeof LADDER_STATES)[number];

/** How far a promise has come, for people: the step is that of the last rung. */
export function ladderState(step: number): LadderState {
  return LADDER_STATES[Math.max(0, Math.min(step, LADDER_STATES.length - 1))] ?? 'none';
}
