/** The usual reasons why a customer leaves without service; the code is kept as the ticket's `endReason`. */
export const CANCEL_REASONS = [
  'left',
  'wait-too-long',
  'not-needed',
  'papers-missing',
  'went-to-machine',
  'another-day',
  'mistake',
] as const;
