/**
 * Every kind of time that makes something due by itself, whoever is looking: each has its handler in
 * `lib/duties/deadline-handlers.ts`.
 */
export const DEADLINE_KINDS = [
  'journey.dayEnded',
  'enquiry.due',
  'station.resetDue',
  'station.tallyDue',
  'material.expiring',
  'material.expired',
  'material.count',
  'campaign.starts',
  'campaign.ends',
  'weakPoint.near',
  'weakPoint.overdue',
  'help.unanswered',
  'unaccepted.reminder',
  'unaccepted.overdue',
  'followUp.overdue',
  'loan.overdue',
  'hall.turn',
  'rounds.plan',
  'round.due',
  'round.missed',
  'task.overdue',
  'attachment.unused',
  'complaint.promiseNear',
  'complaint.leadDue',
  'complaint.managerDue',
  'complaint.promiseDue',
  'hallNotice.due',
  'diversion.settleDue',
  'fault.replyDue',
  'fault.siteDue',
  'fault.repairDue',
  'machine.silentDue',
  'machine.inspectionDue',
  'machines.countDue',
  'report.mailDue',
  'screen.silentDue',
  'numbers.dayEnded',
  'booking.reminderDue',
  'booking.lapseDue',
] as const;

export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** A time of a hall at which something is due, about one subject: a complaint, a machine, a round. */
export interface Deadline {
  id: string;
  hallId: string;
  kind: DeadlineKind;
  subjectId: string;
  dueAt: Date;
}
