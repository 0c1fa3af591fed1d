import type { BookableService } from '@/lib/bookings/slots';
import type { Locale, Localized, LocalizedText } from '@/lib/core/localized';
import type { Suggestion } from '@/lib/suggestions/suggestion';

/** "HH:MM" in the hall's zone; `closes` "24:00" is the end of the day. */
export interface OpenSpan {
  opens: string;
  closes: string;
}

export interface ServiceConfig {
  id: string;
  code: string;
  letter: string;
  names: Localized;
  zoneId: string | null;
  handlingTargetSeconds: number;
  goalSeconds: number;
  limitSeconds: number;
  /** What the customer brings and, where `form` says so, fills in before the counter. */
  papers: { code: string; names: Localized; form: boolean }[];
  machineCapable: boolean;
  sort: number;
  active: boolean;
}

export interface CounterConfig {
  id: string;
  number: number;
  zoneId: string | null;
  stepFree: boolean;
  active: boolean;
  serviceIds: string[];
}

export interface CreditConfig {
  id: string;
  code: string;
  names: Localized;
  creditMinutes: number;
  sort: number;
  active: boolean;
}

/** Everything about a hall that settings decide; limits of services are already filled from the hall's. */
export interface HallConfig {
  id: string;
  slug: string;
  names: Localized;
  timeZone: string;
  address: LocalizedText;
  transport: LocalizedText;
  parking: LocalizedText;
  district: LocalizedText;
  /** What the hall offers just now; empty = nothing. */
  campaign: LocalizedText;
  stepFreeAccess: boolean;
  hotlineNumber: string | null;
  /** ISO 4217. */
  currency: string;
  latitude: number | null;
  longitude: number | null;
  languages: Locale[];
  weeklyHours: OpenSpan[][];
  exceptions: { id: string; date: string; hours: OpenSpan[]; reason: LocalizedText }[];
  goalSeconds: number;
  limitSeconds: number;
  handlingTargetSeconds: number;
  careTakeSeconds: number;
  noShowSeconds: number;
  clerkSilentSeconds: number;
  screenSilentSeconds: number;
  /** Customers may name their class at the kiosk themselves. */
  kioskChoosesClass: boolean;
  remoteTickets: boolean;
  /** Tickets from afar on one day; null = no limit. */
  remotePerDay: number | null;
  /** How near to the hall customers must be to check in from afar; null = not asked. */
  checkInMetres: number | null;
  /** Customers may book a time slot, by these rules in minutes (the share in percent). */
  bookings: boolean;
  bookingDaysAhead: number;
  bookingWalkInShare: number;
  bookingEarlyMinutes: number;
  bookingLateMinutes: number;
  bookingLapseMinutes: number;
  bookingReminderMinutes: number;
  bookingChangeMinutes: number;
  bookableServices: BookableService[];
  /** The hall opens only through its signed pre-opening check. */
  openingCheck: boolean;
  active: boolean;
  zones: { id: string; code: string; names: Localized; sort: number; active: boolean }[];
  services: ServiceConfig[];
  counters: CounterConfig[];
  classes: CreditConfig[];
  needs: CreditConfig[];
  outcomes: { id: string; code: string; names: Localized; sort: number; active: boolean }[];
  suggestions: Suggestion[];
}
