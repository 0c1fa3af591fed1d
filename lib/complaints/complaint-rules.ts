import { addSeconds } from '@/lib/core/clock';
import type { HallConfig } from '@/lib/halls/hall-config';
import { hoursOn, opening, seconds } from '@/lib/halls/opening-hours';
import { addDays, instantOf, serviceDay } from '@/lib/halls/service-day';
import type { ComplaintCategory, ComplaintPromise, StaffRoleName } from './complaint';

/** What a hall has decided about complaints. */
export interface ComplaintRules {
  /** Hours within which a reply is promised, unless staff choose another time. */
  promiseHours: Record<ComplaintCategory, number>;
  /** Minutes before the promised time: the owner is warned, the shift lead and then the manager are told. */
  warnMinutes: number;
  leadMinutes: number;
  managerMinutes: number;
  /** What somebody of this role may grant at once for one complaint, in whole units of money. */
  remedyLimits: Record<StaffRoleName, number>;
}

export const DEFAULT_RULES: ComplaintRules = {
  promiseHours: {
    wait: 4,
    attitude: 24,
    handling: 24,
    information: 24,
    billing: 48,
    network: 48,
    device: 48,
    environment: 24,
    privacy: 24,
    other: 48,
  },
  warnMinutes: 240,
  leadMinutes: 120,
  managerMinutes: 30,
  remedyLimits: { guide: 20, floor: 20, clerk: 50, hotline: 50, shiftLead: 200, manager: 2000 },
};

const PROMISE_OF: Record<ComplaintCategory, ComplaintPromise> = {
  wait: 'answer',
  attitude: 'callBack',
  handling: 'correct',
  information: 'check',
  billing: 'correct',
  network: 'check',
  device: 'repair',
  environment: 'answer',
  privacy: 'callBack',
  other: 'answer',
};

/** What is usually promised for a category. */
export function usualPromise(category: ComplaintCategory): ComplaintPromise {
  return PROMISE_OF[category];
}

const QUARTER = 900;
/** A promise that would end while the hall is closed ends this long after it opens again. */
const AFTER_OPENING_SECONDS = 2 * 3600;

/** When a reply to this category is promised by: the hall's hours, on a quarter, and while somebody is there. */
export function promisedBy(
  category: ComplaintCategory,
  rules: ComplaintRules,
  hours: Pick<HallConfig, 'timeZone' | 'weeklyHours' | 'exceptions'>,
  now: Date,
): Date {
  const end = addSeconds(now, rules.promiseHours[category] * 3600);
  const { open, nextChange } = opening({ ...hours }, end);
  const kept = open || !nextChange?.opens ? end : addSeconds(nextChange.at, AFTER_OPENING_SECONDS);
  return new Date(Math.ceil(kept.getTime() / (QUARTER * 1000)) * QUARTER * 1000);
}

/** A closing time nearer than this is no promise. */
const LEAST_SECONDS = 1800;

/** When the hall closes so many days from now: what staff mean by "today", "tomorrow". Null when it does not, or is about to. */
export function closingIn(
  days: number,
  hours: Pick<HallConfig, 'timeZone' | 'weeklyHours' | 'exceptions'>,
  now: Date,
): Date | null {
  const day = addDays(serviceDay(now, hours.timeZone), days);
  const last = hoursOn(hours, day).at(-1);
  const end = last ? instantOf(day, seconds(last.closes), hours.timeZone) : null;
  return end && end >= addSeconds(now, LEAST_SECONDS) ? end : null;
}
