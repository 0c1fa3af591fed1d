import { addSeconds, secondsBetween } from '@/lib/core/clock';
import type { HallConfig } from './hall-config';
import { type Opening, opening } from './opening-hours';
import { addDays, instantOf, serviceDay } from './service-day';

/** What people have said about the hall being open, beside its hours. */
export interface OpeningFacts {
  /** The state that was told last, by an event; screens may never differ from it for longer than a moment. */
  open: boolean;
  /** The planned opening that was told as kept last, and the one told as missed last. */
  openedFor: Date | null;
  missedFor: Date | null;
  openedAt: Date | null;
  openedBy: string | null;
  openedName: string | null;
  /** Service day for which the pre-opening check was signed last. */
  checkDay: string | null;
  checkAt: Date | null;
  checkBy: string | null;
  checkName: string | null;
  /** The shift lead's word, which goes before hours and check until a time. */
  decisionOpen: boolean | null;
  decisionAt: Date | null;
  decisionUntil: Date | null;
  decisionBy: string | null;
  decisionName: string | null;
  decisionReason: string | null;
}

/** Why a shift lead opens or closes the hall himself. */
export const DECISION_REASONS = {
  open: ['checkFollows', 'extraHours', 'againOpen', 'other'],
  close: ['systemFailure', 'power', 'safety', 'staffMissing', 'event', 'other'],
} as const;
export type DecisionReason = (typeof DECISION_REASONS)['open' | 'close'][number];

export const OPENING_REASONS = [
  'hours',
  'check',
  'openedByLead',
  'closedByHours',
  'closedByLead',
  'awaitingCheck',
] as const;
/**
 * Why a hall is open (by its `hours`, by its signed `check`, `openedByLead`) or closed (`closedByHours`,
 * `closedByLead`, `awaitingCheck`: its hours have begun and the pre-opening check is not signed).
 */
export type OpeningReason = (typeof OPENING_REASONS)[number];

export interface HallOpening extends Opening {
  why: OpeningReason;
}

type OpeningConfig = Pick<HallConfig, 'timeZone' | 'weeklyHours' | 'exceptions' | 'openingCheck'>;

/**
 * Is the hall open now, why, and when does that change? The one rule behind door sign, display, directory, kiosk and
 * guide: weekly hours and exceptions, the signed pre-opening check where the hall demands one, and before both the
 * decision of the shift lead.
 */
export function hallOpening(state: { config: OpeningConfig; opening: OpeningFacts | null }, now: Date): HallOpening {
  const { config, opening: facts } = state;
  const hours = opening(config, now);
  const decision = decisionInForce(facts, now);
  if (decision) {
    const until = decision.decisionUntil;
    const after = until ? opening(config, until) : null;
    if (decision.decisionOpen) {
      const nextChange =
        after && until ? (after.open ? after.nextChange : { at: until, opens: false }) : hours.nextChange;
      return { ...hours, open: true, why: 'openedByLead', since: hours.since ?? decision.decisionAt, nextChange };
    }
    const nextChange = after && until ? (after.open ? { at: until, opens: true } : after.nextChange) : null;
    return { ...hours, open: false, why: 'closedByLead', since: null, nextChange };
  }
  if (!hours.open) return { ...hours, why: 'closedByHours' };
  if (config.openingCheck && hours.since) {
    if (facts?.checkDay !== serviceDay(hours.since, config.timeZone))
      return { ...hours, open: false, why: 'awaitingCheck', nextChange: null };
    return { ...hours, why: 'check' };
  }
  return { ...hours, why: 'hours' };
}

/** What the shift lead said, while it holds. */
export function decisionInForce(facts: OpeningFacts | null, now: Date): OpeningFacts | null {
  if (!facts || facts.decisionOpen === null || !facts.decisionAt || facts.decisionAt > now) return null;
  return facts.decisionUntil === null || facts.decisionUntil > now ? facts : null;
}

/** How long before the doors open the check may be signed for the day that begins then. */
const EARLY_SECONDS = 6 * 3600;

/** The service day whose opening a pre-opening check signed now stands for. */
export function checkedDay(config: OpeningConfig, now: Date): string {
  const hours = opening(config, now);
  if (hours.open && hours.since) return serviceDay(hours.since, config.timeZone);
  const next = hours.nextChange;
  const soon = next?.opens && secondsBetween(now, next.at) <= EARLY_SECONDS;
  return serviceDay(soon ? next.at : now, config.timeZone);
}

/**
 * A decision of the shift lead holds until the hours change next, at the latest until the service day ends. Within hours
 * that go on over midnight and end before the next one, midnight is no end: what was closed for a reason does not open by
 * itself there.
 */
export function decisionEnd(config: OpeningConfig, now: Date): Date {
  const { open, nextChange } = opening(config, now);
  const midnight = (days: number) => instantOf(addDays(serviceDay(now, config.timeZone), days), 0, config.timeZone);
  return nextChange && nextChange.at < midnight(open ? 2 : 1) ? nextChange.at : midnight(1);
}

/** The planned opening that lasts now or comes next: what opening staff answer for. Null in a hall that never closes. */
export function plannedOpening(config: OpeningConfig, now: Date): Date | null {
  const hours = opening(config, now);
  if (hours.open) return hours.since;
  return hours.nextChange?.opens ? hours.nextChange.at : null;
}

/** The next moment at which the hall's state may change by time alone; looked at once a day at least. */
export function nextTurn(state: { config: OpeningConfig; opening: OpeningFacts | null }, now: Date): Date {
  const candidates = [opening(state.config, now).nextChange?.at, state.opening?.decisionUntil, addSeconds(now, 86_400)];
  return new Date(Math.min(...candidates.flatMap((at) => (at && at > now ? [at.getTime()] : []))));
}

/** What was told before anybody decided anything. */
export function noOpeningFacts(open: boolean): OpeningFacts {
  return {
    open,
    openedFor: null,
    missedFor: null,
    openedAt: null,
    openedBy: null,
    openedName: null,
    checkDay: null,
    checkAt: null,
    checkBy: null,
    checkName: null,
    decisionOpen: null,
    decisionAt: null,
    decisionUntil: null,
    decisionBy: null,
    decisionName: null,
    decisionReason: null,
  };
}
