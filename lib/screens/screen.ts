/** The unattended devices of a hall, by what they show. */
export const SCREEN_KINDS = ['display', 'door', 'kiosk', 'rating'] as const;
export type ScreenKind = (typeof SCREEN_KINDS)[number];

/** A pairing code is good for this long. */
export const PAIRING_SECONDS = 15 * 60;

/** No hall misses a screen sooner than this. */
export const LEAST_SILENT_SECONDS = 60;

/** A screen with an open connection: the page that it shows now, and the build that it runs. */
export interface HereScreen {
  id: string;
  hallId: string;
  page: string;
  build: string | null;
}

/** The live connections as the clockwork sees them. */
export interface LiveScreens {
  here(): HereScreen[];
  /** Whether a screen has said hello since this was last asked. */
  newcomers(): boolean;
  /** Tells these pages to load themselves anew when they are idle. */
  reload(pages: ReadonlySet<string>): void;
}
