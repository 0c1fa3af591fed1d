/** The usual reasons. Their codes are what is stored; each has its words in the namespace named beside it. */

/** `pauseReason` */
export const PAUSE_REASONS = ['lunch', 'break', 'training', 'meeting', 'back-office'] as const;

/** `holdReason`; what the customer causes does not count as wait, what the hall causes does. */
export const CUSTOMER_HOLD_REASONS = ['fetching-papers', 'filling-form', 'phone-call', 'stepped-out'] as const;
export const HALL_HOLD_REASONS = ['needs-approval', 'system-down', 'colleague'] as const;
export const HOLD_REASONS = [...CUSTOMER_HOLD_REASONS, ...HALL_HOLD_REASONS] as const;

/** `callReason` */
export const CALL_REASONS = ['needs-help', 'came-back', 'same-visit', 'short-question', 'waited-long'] as const;

/** `releaseReason` */
export const RELEASE_REASONS = ['not-there', 'unwell', 'device-broken'] as const;

/** A stored reason is one of the usual ones, with a translation, or somebody's own words. */
export function isUsual<Reason extends string>(usual: readonly Reason[], reason: string): reason is Reason {
  return (usual as readonly string[]).includes(reason);
}
