import { addSeconds, secondsBetween } from '@/lib/core/clock';
import type { HallConfig } from '@/lib/halls/hall-config';
import { hoursOn, seconds } from '@/lib/halls/opening-hours';
import { addDays, instantOf, serviceDay } from '@/lib/halls/service-day';
import type { RoundTemplate } from './round-template';

type Hours = Pick<HallConfig, 'timeZone' | 'weeklyHours' | 'exceptions'>;
type Timing = Pick<RoundTemplate, 'kind' | 'times' | 'everyMinutes' | 'graceMinutes'>;

/** One time at which a round falls due, and until when it is on time. */
export interface RoundSlot {
  dueAt: Date;
  signBy: Date;
}

const DAYS_AHEAD = 14;

/**
 * The first time after `after` at which a round falls due. Given times hold on every day the hall opens. Without them a
 * pre-opening round must be signed by the first opening of the day, a closing round within its grace after the last
 * closing. Midnight is neither an opening nor a closing of a hall that stays open over it. Every N minutes counts from each opening.
 */
export function nextSlot(timing: Timing, hours: Hours, after: Date): RoundSlot | null {
  const today = serviceDay(after, hours.timeZone);
  for (let i = -1; i <= DAYS_AHEAD; i++) {
    const slot = slotsOn(timing, hours, addDays(today, i)).find(({ dueAt }) => dueAt > after);
    if (slot) return slot;
  }
  return null;
}

/** The slots of one service day in their order. */
export function slotsOn(timing: Timing, hours: Hours, day: string): RoundSlot[] {
  const { kind, times, everyMinutes, graceMinutes } = timing;
  const spans = hoursOn(hours, day);
  if (spans.length === 0) return [];
  const grace = graceMinutes * 60;
  const at = (second: number) => instantOf(day, second, hours.timeZone);
  const from = (dueAt: Date) => ({ dueAt, signBy: addSeconds(dueAt, grace) });
  if (times.length > 0) return [...times].sort().map((time) => from(at(seconds(time))));
  if (kind === 'preOpening') {
    const stayedOpen = hoursOn(hours, addDays(day, -1)).at(-1)?.closes === '24:00';
    const first = spans.find(({ opens }) => !(stayedOpen && opens === '00:00'));
    if (!first) return [];
    const opens = at(seconds(first.opens));
    return [{ dueAt: addSeconds(opens, -grace), signBy: opens }];
  }
  if (kind === 'closing') {
    const staysOpen = hoursOn(hours, addDays(day, 1))[0]?.opens === '00:00';
    const last = spans.findLast(({ closes }) => !(staysOpen && closes === '24:00'));
    return last ? [from(at(seconds(last.closes)))] : [];
  }
  const step = (everyMinutes ?? 0) * 60;
  if (step === 0) return [];
  return spans.flatMap(({ opens, closes }) => {
    const begin = at(seconds(opens));
    const length = secondsBetween(begin, at(seconds(closes)));
    return Array.from({ length: Math.ceil(length / step) - 1 }, (_, i) => from(addSeconds(begin, (i + 1) * step)));
  });
}

/** A pre-opening check may be signed this long before it falls due; a round of the day within its grace. */
const EARLY_CHECK_SECONDS = 6 * 3600;

/** Does a round that is signed now count for a time that is still to come? */
export function countsFor(timing: Timing, slot: RoundSlot, now: Date): boolean {
  const grace = timing.graceMinutes * 60;
  const early =
    timing.kind === 'preOpening' ? EARLY_CHECK_SECONDS : Math.min(grace, ((timing.everyMinutes ?? 60) * 60) / 2);
  return slot.dueAt > now && secondsBetween(now, slot.dueAt) <= early;
}
