import type { Ticket } from './ticket';

type Given = Pick<
  Ticket,
  | 'id'
  | 'hallId'
  | 'visitId'
  | 'serviceDay'
  | 'number'
  | 'serviceId'
  | 'channel'
  | 'customerClass'
  | 'needs'
  | 'prepared'
  | 'locale'
  | 'creditSeconds'
  | 'issuedAt'
  | 'issueOrder'
  | 'arrivedAt'
  | 'bookedFor'
  | 'queueAt'
  | 'undo'
  | 'customerName'
  | 'customerPhone'
>;

/** A ticket to which nothing has happened yet: its wait has begun where its customer is there, or he is still expected. */
export function newTicket(given: Given): Ticket {
  return {
    ...given,
    status: given.arrivedAt ? 'waiting' : 'booked',
    version: 1,
    waitingSince: given.arrivedAt,
    targetCounterId: null,
    counterId: null,
    calledAt: null,
    calledBy: null,
    callCount: 0,
    startedAt: null,
    heldAt: null,
    holdReason: null,
    holdByHall: false,
    heldFrom: null,
    excusedSeconds: 0,
    handlingHeldSeconds: 0,
    completedAt: null,
    outcome: null,
    notes: null,
    endReason: null,
    limitDueAt: null,
    limitsCrossed: 0,
    flaggedAt: null,
    earlyFlaggedAt: null,
    postponedAt: null,
    estimateP50Seconds: null,
    estimateP90Seconds: null,
    promiseDueAt: null,
    slip: null,
  };
}
