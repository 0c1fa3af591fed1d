import { drawArrivals } from '@/lib/simulation/arrivals';
import { Random } from '@/lib/simulation/random';
import { chance, pick } from './chance';

/** Somebody who comes to the hall: what he wants and how he is. Times are seconds of the service day. */
export interface PlannedArrival {
  second: number;
  serviceCode: string;
  /** Joined by telephone: comes this much later. Null: simply comes. */
  remoteLeadSeconds: number | null;
  customerClass: string;
  needs: string[];
  locale: 'zh-CN' | 'en' | 'es';
  named: boolean;
  /** Share of his papers that he has with him. */
  prepared: number;
  /** On [0, 1): turns round at the door of a full hall when low; see `comesIn`. */
  keenness: number;
}

/** What a clerk does at a moment: works, has a short pause, or is away from the counter. */
export type Duty = 'work' | 'pause' | 'away';

export interface DayPlan {
  seed: number;
  arrivals: PlannedArrival[];
  dutyOf(counterNumber: number, second: number): Duty;
}

/** People per hour and service who would come in if the hall were empty; `comesIn` keeps it at what it can serve. */
const SERVICES: readonly (readonly [code: string, perHour: number])[] = [
  ['plans', 40],
  ['sim', 29],
  ['broadband', 19],
  ['bills', 22],
  ['devices', 15],
  ['business', 7],
];

/**
 * How busy each half-hour of the day is. It rises and falls every few hours around the clock, unlike in a hall with
 * closing time, because a demo is looked at when somebody finds time for it.
 */
function busyness(halfHour: number): number {
  const wave = Math.sin((halfHour / 48) * 2 * Math.PI * 6);
  return 1.45 + 0.25 * wave;
}

/** The day of a hall: who comes when, and when clerks pause. Same day and seed, same plan. */
export function planDay(day: string, seed = 1): DayPlan {
  const daySeed = Math.floor(chance(seed, day, 'day') * 2 ** 31);
  const perHour = (rate: number) => Array.from({ length: 48 }, (_, i) => rate * busyness(i));
  const log = drawArrivals(
    {
      from: 0,
      stepSeconds: 1800,
      streams: SERVICES.map(([, rate], service) => ({ service, creditSeconds: 0, perHour: perHour(rate) })),
    },
    new Random(daySeed),
  );
  const arrivals = Array.from(log.at, (second, i) => {
    const code = SERVICES[log.service[i] as number]?.[0] ?? 'plans';
    return person(daySeed, i, second, code);
  });
  return { seed: daySeed, arrivals, dutyOf: (number, second) => duty(number, second) };
}

function person(seed: number, i: number, second: number, serviceCode: string): PlannedArrival {
  const ask = (question: string) => chance(seed, `arrival ${i}`, question);
  const customerClass = pick(
    [
      ['ordinary', 80],
      ['elderly', 9],
      ['key', 6],
      ['disabled', 2],
      ['booked', 3],
    ],
    ask('class'),
  );
  const needs: string[] = [];
  if (customerClass === 'elderly') needs.push('elderly');
  if (customerClass === 'disabled') needs.push('disabled');
  const other = pick(
    [
      [null, 93],
      ['with-child', 4],
      ['pregnant', 2],
      ['ill', 1],
    ],
    ask('need'),
  );
  if (other) needs.push(other);
  return {
    second,
    serviceCode,
    remoteLeadSeconds: ask('remote') < 0.04 ? 300 + ask('lead') * 1200 : null,
    customerClass,
    needs,
    locale: pick(
      [
        ['zh-CN', 92],
        ['en', 6],
        ['es', 2],
      ],
      ask('locale'),
    ),
    named: ask('named') < 0.3,
    prepared: Math.min(1, ask('prepared') * 1.6),
    keenness: ask('keenness'),
  };
}

/**
 * Does somebody who comes to the door come in? The fuller the hall, the more turn round; this keeps a demo that runs
 * for days at ten to twenty-five people waiting.
 */
export function comesIn(keenness: number, waiting: number): boolean {
  const share = waiting <= 9 ? 1 : Math.max(0.1, 1 - (waiting - 9) / 13);
  return keenness < share;
}

/** Long breaks: half an hour in every four, one counter after the other. Short pauses: ten minutes in every two. */
function duty(counterNumber: number, second: number): Duty {
  const place = counterNumber - 1;
  if ((second + 14_400 - place * 1200) % 14_400 < 1800) return 'away';
  if ((second + 7200 - ((place * 7) % 12) * 600) % 7200 < 600) return 'pause';
  return 'work';
}
