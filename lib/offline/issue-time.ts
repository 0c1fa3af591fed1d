import { serviceDay } from '@/lib/halls/service-day';

/** Clocks of tablets and servers may differ by this much without anybody having to look. */
export const SKEW_SECONDS = 120;

export type AcceptedTime = { ok: true; at: Date; moved: boolean } | { ok: false; reason: 'time-wrong' | 'day-over' };

/**
 * The time of issue that counts for a ticket given out without a connection. Never in the future and never before its
 * block was reserved: a little outside it is moved to the bound, far outside nobody knows when it was.
 */
export function acceptTime({
  issuedAt,
  reservedAt,
  now,
  timeZone,
}: {
  issuedAt: Date;
  reservedAt: Date;
  now: Date;
  timeZone: string;
}): AcceptedTime {
  const early = (reservedAt.getTime() - issuedAt.getTime()) / 1000;
  const late = (issuedAt.getTime() - now.getTime()) / 1000;
  if (early > SKEW_SECONDS || late > SKEW_SECONDS) return { ok: false, reason: 'time-wrong' };
  const at = early > 0 ? reservedAt : late > 0 ? now : issuedAt;
  if (serviceDay(at, timeZone) !== serviceDay(now, timeZone)) return { ok: false, reason: 'day-over' };
  return { ok: true, at, moved: at !== issuedAt };
}
