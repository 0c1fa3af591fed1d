/**
 * The closed list of error codes, with the HTTP status of each and an English title for programs. People read the
 * translated text under `errors.<code>` of the message files.
 */
export const ERROR_CODES = {
  'invalid-input': { status: 400, title: 'The input is not valid' },
  'invalid-json': { status: 400, title: 'The body is not valid JSON' },
  unauthenticated: { status: 401, title: 'Sign in or send a key' },
  'wrong-credentials': { status: 401, title: 'User name or password is wrong' },
  forbidden: { status: 403, title: 'Not permitted for this role' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'wrong-state': { status: 409, title: 'The ticket is in a state that does not allow this' },
  'changed-meanwhile': { status: 409, title: 'Somebody else was faster' },
  'counter-taken': { status: 409, title: 'Another clerk works at this counter' },
  'clerk-elsewhere': { status: 409, title: 'This clerk has another counter open' },
  'counter-not-open': { status: 409, title: 'The counter is not open' },
  'counter-paused': { status: 409, title: 'The counter is paused' },
  'counter-busy': { status: 409, title: 'The counter still has a customer' },
  'not-your-counter': { status: 409, title: 'This counter is held by somebody else' },
  'not-served-here': { status: 409, title: 'This counter does not take that service' },
  'hall-closed': { status: 409, title: 'The hall is closed' },
  'service-inactive': { status: 409, title: 'The service is not offered now' },
  'postponed-already': { status: 409, title: 'The ticket was moved back before' },
  'remote-full': { status: 409, title: 'All tickets from afar of this day are given out' },
  'ticket-open': { status: 409, title: 'This person has an open ticket here' },
  'remote-not-allowed': { status: 409, title: 'This hall gives no tickets from afar' },
  'no-messages': { status: 409, title: 'This hall sends no messages to phones' },
  'bookings-off': { status: 409, title: 'This hall takes no bookings for that' },
  'slot-unavailable': { status: 409, title: 'This time cannot be booked' },
  'slot-full': { status: 409, title: 'This time is booked up' },
  'booking-open': { status: 409, title: 'This person has an open booking here' },
  'booking-fixed': { status: 409, title: 'It is too late to change or cancel the booking' },
  'check-in-early': { status: 409, title: 'It is too early to check in for the booked time' },
  'presence-needed': { status: 409, title: 'Show that you are at the hall: by your position or the code at its door' },
  'too-far': { status: 409, title: 'This is too far from the hall to check in' },
  'not-checked-in': { status: 409, title: 'The customer has not arrived yet' },
  'nothing-to-undo': { status: 409, title: 'There is nothing to take back' },
  'undo-expired': { status: 409, title: 'It is too late to take this back' },
  'already-exists': { status: 409, title: 'It exists already' },
  'not-a-picture': { status: 400, title: 'The bytes are not a picture that we keep' },
  'in-use': { status: 409, title: 'It is still in use' },
  'care-taken': { status: 409, title: 'Somebody else has taken this care visit' },
  'not-the-owner': { status: 409, title: 'A colleague is responsible for this' },
  'already-taken': { status: 409, title: 'Somebody else has taken it' },
  'already-done': { status: 409, title: 'It is done already' },
  'no-rating-now': { status: 409, title: 'There is nobody to rate here now' },
  'over-limit': { status: 409, title: 'It is more than this role may grant' },
  'rating-closed': { status: 409, title: 'The rating can no longer be changed' },
  'day-over': { status: 409, title: 'Its service day has ended' },
  'own-work': { status: 409, title: 'The result is checked by somebody else than who did it' },
  'setup-done': { status: 409, title: 'The administrator exists already' },
  'machine-not-in-service': { status: 409, title: 'This machine is not in service' },
  'no-printer': { status: 409, title: 'No printer of the hall prints here' },
  'payload-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'Send application/json' },
  'idempotency-key-reused': { status: 422, title: 'This idempotency key was used with another body' },
  'locked-out': { status: 423, title: 'Locked after too many wrong passwords' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something broke on our side' },
  'database-unavailable': { status: 503, title: 'The database does not answer' },
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** One bad field: `path` as in JSON ("customer.phone"), `message` in English, `code` for translation. */
export interface FieldProblem {
  path: string;
  message: string;
  code?: string;
}

export interface Failure {
  code: ErrorCode;
  /** English, for programs and logs: what is wrong here and what to do. */
  detail?: string;
  /** State of the ticket or counter that refused. */
  currentState?: string;
  errors?: FieldProblem[];
  /** Seconds until another try makes sense. */
  retryAfterSeconds?: number;
}
