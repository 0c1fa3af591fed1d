import { addDays, instantOf, localTime } from '@/lib/halls/service-day';

/** How often a report goes out by itself: about the day, the week from Monday or the month that has ended. */
export const FREQUENCIES = ['daily', 'weekly', 'monthly'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export const DELIVERY_STATES = ['waiting', 'sending', 'sent', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Why a report did not go out: no server is set up, it does not answer, it refuses us or an address, no report was made. */
export const MAIL_PROBLEMS = ['noServer', 'unreachable', 'refused', 'recipients', 'notMade'] as const;
export type MailProblem = (typeof MAIL_PROBLEMS)[number];

const two = (value: number) => String(value).padStart(2, '0');

/** "07:30" for a second of the day. */
export const clockText = (second: number) => `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}`;

interface Plan {
  frequency: Frequency;
  /** Second of the day, by the hall's clock. */
  sendAt: number;
}

/** The first time after `after` at which a report goes out. */
export function nextSending({ frequency, sendAt }: Plan, after: Date, timeZone: string): Date {
  // A month has 31 days at most, so one of the next 32 is a first.
  for (let day = addDays(localTime(after, timeZone).day, -1), tries = 0; tries < 40; day = addDays(day, 1), tries++) {
    const at = instantOf(day, sendAt, timeZone);
    if (at > after && isDayOf(frequency, day)) return at;
  }
  throw new Error(`A ${frequency} report has no next time.`);
}

function isDayOf(frequency: Frequency, day: string): boolean {
  if (frequency === 'daily') return true;
  if (frequency === 'monthly') return day.endsWith('-01');
  return new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
}

/** The service days that a report is about which goes out at `at`. Both included. */
export function reportedDays({ frequency }: Plan, at: Date, timeZone: string): { from: string; to: string } {
  const to = addDays(localTime(at, timeZone).day, -1);
  if (frequency === 'daily') return { from: to, to };
  return frequency === 'weekly' ? { from: addDays(to, -6), to } : { from: `${to.slice(0, 7)}-01`, to };
}

/** Whoever sends a report and is not heard of for this long is given up: another server tries. */
export const SENDING_SECONDS = 300;

const RETRY_MINUTES = [1, 5, 15, 60, 240] as const;

/** Seconds until it is tried again after so many attempts; null: not any more. */
export function retryAfter(attempts: number): number | null {
  const minutes = RETRY_MINUTES[attempts - 1];
  return minutes === undefined ? null : minutes * 60;
}
