import { secondsBetween } from '@/lib/core/clock';
import { serviceDay } from '@/lib/halls/service-day';
import { OVERNIGHT_SECONDS } from '@/lib/tickets/end-of-day';

/** Clocks of tablets and servers may differ by this much without anybody having to look. */
export const SKEW_SECONDS = 120;

export type AcceptedTime = { ok: true; at: Date; moved: boolean } | { ok: false; reason: 'time-wrong' | 'day-over' };

/**
 * The time of issue that counts for a ticket given out without a connection. Never in the future and never before its
 * block was reserved: a little outside it is moved to the bound, far outside nobody knows when it was. `days`: the service
 * days whose customers may still be in the hall.
 */
export function acceptTime({
  issuedAt,
  reservedAt,
  now,
  timeZone,
  days,
}: {
  issuedAt: Date;
  reservedAt: Date;
  now: Date;
  timeZone: string;
  days: readonly string[];
}): AcceptedTime {
  const early = (reservedAt.getTime() - issuedAt.getTime()) / 1000;
  const late = (issuedAt.getTime() - now.getTime()) / 1000;
  if (early > SKEW_SECONDS || late > SKEW_SECONDS) return { ok: false, reason: 'time-wrong' };
  const at = early > 0 ? reservedAt : late > 0 ? now : issuedAt;
  const day = serviceDay(at, timeZone);
  // Of the evening before only who would not be closed at once by the rule of the day's end.
  const tooLong = day !== serviceDay(now, timeZone) && secondsBetween(at, now) >= OVERNIGHT_SECONDS;
  if (!days.includes(day) || tooLong) return { ok: false, reason: 'day-over' };
  return { ok: true, at, moved: at !== issuedAt };
}
