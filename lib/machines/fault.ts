import { addSeconds } from '@/lib/core/clock';

/** What is wrong, as staff see it from outside. */
export const FAULT_CATEGORIES = [
  'screen',
  'reader',
  'cash',
  'printer',
  'network',
  'power',
  'software',
  'other',
] as const;
export type FaultCategory = (typeof FAULT_CATEGORIES)[number];

/** Support replies within 2 hours, is on site within 24, and has repaired within 48. */
export const FAULT_STEPS = ['reply', 'site', 'repair'] as const;
export type FaultStep = (typeof FAULT_STEPS)[number];
export const FAULT_SECONDS: Record<FaultStep, number> = { reply: 2 * 3600, site: 24 * 3600, repair: 48 * 3600 };

export type Escalation = 'none' | 'shiftLead' | 'manager';

/** Whom a missed clock reaches: the shift lead calls after support, from the second on it is the manager's. */
export const ESCALATES_TO: Record<FaultStep, Exclude<Escalation, 'none'>> = {
  reply: 'shiftLead',
  site: 'manager',
  repair: 'manager',
};

export interface Fault {
  id: string;
  hallId: string;
  machineId: string;
  category: FaultCategory;
  note: string | null;
  reportedAt: Date;
  reportedByRef: string;
  reportedByName: string | null;
  replyDueAt: Date;
  siteDueAt: Date;
  repairDueAt: Date;
  repliedAt: Date | null;
  onSiteAt: Date | null;
  closedAt: Date | null;
  ending: 'repaired' | 'withdrawn' | null;
  escalatedTo: Escalation;
  escalatedAt: Date | null;
}

/** The three times by which something must have happened. */
export function faultClocks(reportedAt: Date): Pick<Fault, 'replyDueAt' | 'siteDueAt' | 'repairDueAt'> {
  return {
    replyDueAt: addSeconds(reportedAt, FAULT_SECONDS.reply),
    siteDueAt: addSeconds(reportedAt, FAULT_SECONDS.site),
    repairDueAt: addSeconds(reportedAt, FAULT_SECONDS.repair),
  };
}

type Progress = Pick<Fault, 'repliedAt' | 'onSiteAt' | 'closedAt'>;

/** Steps that have not happened, in their order; none for a fault that is closed. */
export function openSteps(fault: Progress): FaultStep[] {
  if (fault.closedAt) return [];
  return FAULT_STEPS.filter(
    (step) =>
      step === 'repair' ||
      (step === 'site' ? fault.onSiteAt === null : fault.repliedAt === null && fault.onSiteAt === null),
  );
}

/**
 * The steps that a report of one of them settles: who is on site has replied, what is repaired was reached. Empty when
 * the step has happened already.
 */
export function settledBy(fault: Progress, step: FaultStep): FaultStep[] {
  const open = openSteps(fault);
  const at = open.indexOf(step);
  return at < 0 ? [] : open.slice(0, at + 1);
}

export function dueAt(fault: Pick<Fault, 'replyDueAt' | 'siteDueAt' | 'repairDueAt'>, step: FaultStep): Date {
  return step === 'reply' ? fault.replyDueAt : step === 'site' ? fault.siteDueAt : fault.repairDueAt;
}
