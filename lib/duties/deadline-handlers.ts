import { forgetUnused } from '@/lib/attachments/commands';
import { lapseBooking, remindOfBooking } from '@/lib/bookings/commands';
import { endCampaign, startCampaign } from '@/lib/campaigns/commands';
import { climbLadder } from '@/lib/complaints/commands';
import type { Deadline, DeadlineKind } from '@/lib/deadlines/deadline';
import { meetSettlement } from '@/lib/diversions/commands';
import type { Work } from '@/lib/door/work';
import { enquiryOverdue } from '@/lib/enquiries/commands';
import { noteFollowUpOverdue } from '@/lib/follow-ups/commands';
import { turnHall } from '@/lib/halls/commands';
import { noteUnanswered } from '@/lib/help/commands';
import { missNotice } from '@/lib/hotline/commands';
import { endDay } from '@/lib/journey/commands';
import { noteLoanOverdue } from '@/lib/loans/commands';
import { countMachines, meetFaultClock, meetInspection, meetSilence } from '@/lib/machines/commands';
import { explainUnused } from '@/lib/offline/commands';
import { countStanding, expireMaterial, warnOfExpiry } from '@/lib/promotions/commands';
import { mailReport } from '@/lib/reports/commands';
import { missRound, overdueTask, planRounds, raiseRound } from '@/lib/rounds/commands';
import { meetScreenSilence } from '@/lib/screens/commands';
import { resetOverdue, tallyStations } from '@/lib/stations/commands';
import { noteUnacceptedOverdue, remindOfUnaccepted } from '@/lib/unaccepted/commands';
import { missWeakPoint, nearWeakPoint } from '@/lib/weak-points/commands';

/**
 * What happens when a deadline is reached. The deadline is gone already when its handler runs, in the same transaction:
 * it happens once, also across a restart and with several servers. A handler that must come again sets it anew.
 */
export type DeadlineHandler = (work: Work, deadline: Deadline) => Promise<void> | void;

export const DEADLINE_HANDLERS: Record<DeadlineKind, DeadlineHandler> = {
  'enquiry.due': enquiryOverdue,
  'journey.dayEnded': endDay,
  'station.resetDue': resetOverdue,
  'station.tallyDue': tallyStations,
  'material.expiring': warnOfExpiry,
  'material.expired': expireMaterial,
  'material.count': countStanding,
  'campaign.starts': startCampaign,
  'campaign.ends': endCampaign,
  'weakPoint.near': nearWeakPoint,
  'weakPoint.overdue': missWeakPoint,
  'help.unanswered': noteUnanswered,
  'unaccepted.reminder': remindOfUnaccepted,
  'unaccepted.overdue': noteUnacceptedOverdue,
  'followUp.overdue': noteFollowUpOverdue,
  'loan.overdue': noteLoanOverdue,
  'hall.turn': turnHall,
  'rounds.plan': planRounds,
  'round.due': raiseRound,
  'round.missed': missRound,
  'task.overdue': overdueTask,
  'attachment.unused': forgetUnused,
  'complaint.promiseNear': climbLadder,
  'complaint.leadDue': climbLadder,
  'complaint.managerDue': climbLadder,
  'complaint.promiseDue': climbLadder,
  'hallNotice.due': missNotice,
  'diversion.settleDue': meetSettlement,
  'fault.replyDue': meetFaultClock,
  'fault.siteDue': meetFaultClock,
  'fault.repairDue': meetFaultClock,
  'machine.silentDue': meetSilence,
  'machine.inspectionDue': meetInspection,
  'machines.countDue': countMachines,
  'report.mailDue': mailReport,
  'screen.silentDue': meetScreenSilence,
  'numbers.dayEnded': explainUnused,
  'booking.reminderDue': remindOfBooking,
  'booking.lapseDue': lapseBooking,
};
