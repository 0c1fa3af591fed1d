/** The unattended devices of a hall, by what they show. */
export const SCREEN_KINDS = ['display', 'door', 'kiosk', 'rating'] as const;
export type ScreenKind = (typeof SCREEN_KINDS)[number];

/** A pairing code is good for this long. */
export const PAIRING_SECONDS = 15 * 60;
