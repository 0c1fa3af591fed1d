import { share, type TouchpointDefinition } from './touchpoint';

/** Enquire: a question is answered by the one who was asked. */
export const enquire = {
  key: 'enquire',
  peak: false,
  events: [
    'enquiry.opened',
    'enquiry.answered',
    'enquiry.handedOver',
    'enquiry.accepted',
    'enquiry.declined',
    'enquiry.overdue',
    'enquiry.closed',
    'retention.offered',
    'retention.decided',
    'knowledge.saved',
    'knowledge.withdrawn',
  ],
  standards: [
    share('firstContact', { atLeast: 0.85 }, ({ kind, payload }) =>
      kind === 'enquiry.answered' ? payload.firstContact === true : null,
    ),
    share('retained', { atLeast: 0.3 }, ({ kind, payload }) =>
      kind === 'retention.decided' ? payload.result === 'stayed' : null,
    ),
    // Nothing is owned by nobody, and nothing is forgotten: of what was closed, the share that was closed in its time.
    share('inTime', { atLeast: 0.95 }, ({ kind, payload }) =>
      kind === 'enquiry.closed' ? payload.inTime === true : null,
    ),
  ],
} as const satisfies TouchpointDefinition;
