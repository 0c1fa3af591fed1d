import type { Locale, Localized } from '@/lib/core/localized';

/** What stands on a ticket's paper slip. No name and no phone: slips lie about. */
export interface TicketSlip {
  number: string;
  hallNames: Localized;
  serviceNames: Localized;
  zoneNames: Localized | null;
  /** The customer's language, else the hall's first; the second line is the hall's other language, where it has one. */
  locale: Locale;
  secondLocale: Locale | null;
  issuedAt: string;
  timeZone: string;
  peopleAhead: number | null;
  estimate: { p50Seconds: number; p90Seconds: number } | null;
  /** Papers that are still missing. */
  papers: Localized[];
  /** Address of the customer's own page, for the QR code. */
  followUrl: string;
}
