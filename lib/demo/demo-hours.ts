import type { OpenSpan } from '@/lib/halls/hall-config';
import { localTime } from '@/lib/halls/service-day';

/** Hours of the demo hall, the same on every day, and the times at which its check before opening falls due. */
export interface DemoHours {
  spans: OpenSpan[];
  checks: string[];
}

const MINUTE = 60;
const DAY_SECONDS = 24 * 3600;
/** How long the hall is closed before an opening, and how long before it the check falls due. */
const CLOSED_SECONDS = 30 * MINUTE;
export const CHECK_GRACE_MINUTES = 15;
const CHECK_SECONDS = CHECK_GRACE_MINUTES * MINUTE;
/** The hall opens this long after the first moment that is played. */
const OPENS_AFTER_SECONDS = 20 * MINUTE;
/** After midnight it opens at once, so that whoever looks then finds it open. */
const NIGHT_OPENS_SECONDS = 5 * MINUTE;

/**
 * The demo hall is open at nearly every hour, so that whoever looks at it finds it at work, and closes for half an hour a
 * day, so that there is an opening with its signed check to see: soon after the first played moment, and on the day of
 * the first look also just after midnight where that lies between them.
 *
 * @param from the first moment that is played
 * @param now the first look
 */
export function demoHours(from: Date, now: Date, timeZone: string): DemoHours {
  const [begin, look] = [localTime(from, timeZone), localTime(now, timeZone)];
  const opens = Math.ceil((begin.secondOfDay + OPENS_AFTER_SECONDS) / (5 * MINUTE)) * 5 * MINUTE;
  const breaks = [{ from: opens - CLOSED_SECONDS, to: opens }];
  if (begin.day !== look.day && look.secondOfDay >= 2 * NIGHT_OPENS_SECONDS)
    breaks.push({ from: NIGHT_OPENS_SECONDS - CLOSED_SECONDS, to: NIGHT_OPENS_SECONDS });
  return {
    spans: spansBetween(breaks),
    checks: breaks.map(({ to }) => clock((to - CHECK_SECONDS + DAY_SECONDS) % DAY_SECONDS)).sort(),
  };
}

/** What of a day lies outside of these breaks; seconds of the day, breaks may reach over midnight. */
function spansBetween(breaks: readonly { from: number; to: number }[]): OpenSpan[] {
  const closed = breaks.flatMap(({ from, to }) =>
    [-DAY_SECONDS, 0, DAY_SECONDS].map((shift) => ({ from: from + shift, to: to + shift })),
  );
  const edges = [0, DAY_SECONDS, ...closed.flatMap(({ from, to }) => [from, to])]
    .filter((second) => second >= 0 && second <= DAY_SECONDS)
    .sort((a, b) => a - b);
  const spans: { from: number; to: number }[] = [];
  for (const [i, from] of edges.entries()) {
    const to = edges[i + 1] ?? from;
    if (to <= from || closed.some((one) => one.from <= from && to <= one.to)) continue;
    const last = spans.at(-1);
    if (last?.to === from) last.to = to;
    else spans.push({ from, to });
  }
  return spans.map(({ from, to }) => ({ opens: clock(from), closes: clock(to) }));
}

function clock(second: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(second / 3600))}:${two(Math.floor((second % 3600) / MINUTE))}`;
}
