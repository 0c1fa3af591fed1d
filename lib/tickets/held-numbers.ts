import type { HallConfig } from '@/lib/halls/hall-config';
import { hoursOn, seconds } from '@/lib/halls/opening-hours';
import { addDays, localTime } from '@/lib/halls/service-day';
import { AFTER_CLOSING_SECONDS, OVERNIGHT_SECONDS } from './end-of-day';
import { isActive, type Ticket } from './ticket';

/**
 * Numbers begin anew each service day, but customers stay over midnight. Two of them with one number would be a wrong
 * call, so a day leaves out the numbers that people of another day have while both are in the hall.
 */

/** Whether somebody of an earlier day has the number: in the hall, or gone so lately that he may come back with it. */
export function isHeldOver(atHand: Iterable<Ticket>, number: string, serviceDay: string): boolean {
  for (const ticket of atHand) if (ticket.number === number && ticket.serviceDay < serviceDay) return true;
  return false;
}

/** The same numbers of a letter, without the letter. */
export function heldOver(atHand: Iterable<Ticket>, letter: string, serviceDay: string): number[] {
  return [...atHand]
    .filter((ticket) => ticket.number.startsWith(letter) && ticket.serviceDay < serviceDay)
    .map((ticket) => Number(ticket.number.slice(letter.length)));
}

/** Of the tickets at hand with a number that of whoever is in the hall, then that of the later day. */
export function ticketAtHand(atHand: Iterable<Ticket>, number: string): Ticket | undefined {
  let found: Ticket | undefined;
  for (const ticket of atHand) if (ticket.number === number && (!found || comesBefore(ticket, found))) found = ticket;
  return found;
}

function comesBefore(one: Ticket, other: Ticket): boolean {
  const [here, there] = [one, other].map(({ status }) => isActive(status) && status !== 'booked');
  if (here !== there) return here === true;
  if (isActive(one.status) !== isActive(other.status)) return isActive(one.status);
  return one.serviceDay > other.serviceDay;
}

/** The days before and after a service day whose people may be in the hall together with its own. */
export function daysBeside(hours: Pick<HallConfig, 'weeklyHours' | 'exceptions'>, serviceDay: string): string[] {
  const before = addDays(serviceDay, -1);
  const after = addDays(serviceDay, 1);
  return [
    ...(runsInto(hours, before, serviceDay) ? [before] : []),
    ...(runsInto(hours, serviceDay, after) ? [after] : []),
  ];
}

/** The service days whose customers may be in the hall now: today, and for some hours the day that ran into it. */
export function daysInHall(hours: Pick<HallConfig, 'timeZone' | 'weeklyHours' | 'exceptions'>, now: Date): string[] {
  const { day, secondOfDay } = localTime(now, hours.timeZone);
  const before = addDays(day, -1);
  return secondOfDay < OVERNIGHT_SECONDS && runsInto(hours, before, day) ? [day, before] : [day];
}

const DAY_SECONDS = 86_400;

/** Whether the tickets of a day may still be open when the doors open on the next: see `closedByDay`. */
function runsInto(hours: Pick<HallConfig, 'weeklyHours' | 'exceptions'>, day: string, next: string): boolean {
  const closes = hoursOn(hours, day).at(-1)?.closes;
  const opens = hoursOn(hours, next)[0]?.opens;
  return (
    closes !== undefined &&
    opens !== undefined &&
    seconds(opens) + DAY_SECONDS - seconds(closes) <= AFTER_CLOSING_SECONDS
  );
}
