import { share, type TouchpointDefinition } from './touchpoint';

/** Complaint: a quick solution and a promise that is kept. */
export const complain = {
  key: 'complain',
  peak: true,
  events: [
    'complaint.registered',
    'complaint.dispatched',
    'complaint.accepted',
    'complaint.declined',
    'complaint.noted',
    'complaint.remedyGranted',
    'complaint.remedyAsked',
    'complaint.remedyApproved',
    'complaint.remedyRefused',
    'complaint.promiseNear',
    'complaint.escalated',
    'complaint.promiseBroken',
    'complaint.replied',
    'complaint.closed',
    'complaint.reopened',
  ],
  moves: ['complaint.registered'],
  standards: [
    // A promise is counted by what ends it: an answer in time, or the time that passed without one. An answer after that
    // has been counted already.
    share('repliedInTime', { atLeast: 0.95 }, (event) => {
      if (event.kind === 'complaint.promiseBroken') return false;
      return event.kind === 'complaint.replied' && event.payload.kept === true ? true : null;
    }),
    share('firstContact', { atLeast: 0.6 }, (event) =>
      event.kind === 'complaint.closed' ? event.payload.firstContact === true : null,
    ),
  ],
} as const satisfies TouchpointDefinition;
