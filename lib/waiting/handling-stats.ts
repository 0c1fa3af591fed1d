import { believedMoments, type DurationMoments, type DurationSums, longestBelieved } from './duration-sums';

/** Handling times to reckon with. */
export type Handling = {
  meanSeconds: number;
  sdSeconds: number;
  /** How many customers' worth of knowledge that is: `handlingWeight` of the estimate. Never below 3. */
  weight: number;
};

/** What is known of a service's handling. */
export type KnownHandling = {
  targetSeconds: number;
  /** In all, of this hour of the day, and of each clerk who is at a counter now, by id. */
  all: DurationSums;
  hour: DurationSums;
  clerks: ReadonlyMap<string, DurationSums>;
  /** Handling times finished today, in seconds. */
  today: readonly number[];
};

export type HallHandling = {
  /** In the order of the services given. */
  services: Handling[];
  /** By id of the clerk: 1 is usual, 2 handles twice as fast; between 0.5 and 2. */
  speeds: Map<string, number>;
};

/** As many customers as the hall's belief counts against a service's own, and the service's against an hour's. */
const SERVICE_PRIOR = 10;
const HOUR_PRIOR = 60;
/** As many as all days count against today, and the usual speed against a clerk's. */
const TODAY_PRIOR = 40;
const CLERK_PRIOR = 20;
const PRIOR_CERTAINTY = 3;
/** Spread over mean of handling before it is known; usual values at counters are 0.6 to 1. */
const PRIOR_VARIATION = 0.75;
const FASTEST = 2;

/**
 * The handling times to reckon with now. Each circle leans on the wider one while it has few customers: the hall on the
 * services' targets, a service on the hall, this hour on the service; then today on all that. Always positive numbers.
 * The weights were chosen on logs of real halls (see docs/decisions).
 *
 * Source: credibility weighting n / (n + k), H. Bühlmann, "Experience rating and credibility", ASTIN Bulletin 4 (1967).
 */
export function hallHandling(services: readonly KnownHandling[], hallTargetSeconds: number): HallHandling {
  const known = services.map((service) => {
    const longest = longestBelieved(service.all, service.targetSeconds);
    return { ...service, longest, moments: believedMoments(service.all, longest) };
  });
  const pace = hallPace(known, hallTargetSeconds);
  const hallVariation = shrunk(
    known.reduce((sum, { moments }) => sum + moments.count * (moments.squaredVariation ?? 0), 0),
    known.reduce((sum, { moments }) => sum + (moments.squaredVariation === null ? 0 : moments.count), 0),
    PRIOR_VARIATION ** 2,
    SERVICE_PRIOR,
  );
  const means = known.map(({ moments, targetSeconds }) =>
    shrunk(moments.seconds, moments.count, targetSeconds * pace, SERVICE_PRIOR),
  );
  return {
    services: known.map((service, i) => {
      const mean = meanNow(service, means[i] as number);
      const { count, squaredVariation } = service.moments;
      const variation =
        squaredVariation === null
          ? hallVariation
          : shrunk(count * squaredVariation, count, hallVariation, SERVICE_PRIOR);
      return { meanSeconds: mean, sdSeconds: mean * Math.sqrt(variation), weight: count + PRIOR_CERTAINTY };
    }),
    speeds: clerkSpeeds(known, means),
  };
}

type WithMoments = KnownHandling & { longest: number; moments: DurationMoments };

/** Mean of `count` values that lean on a belief as if it were `weight` further ones. */
function shrunk(sum: number, count: number, belief: number, weight: number): number {
  return (sum + weight * belief) / (count + weight);
}

/** How the hall as a whole keeps its targets: 1.2 is a fifth slower. */
function hallPace(services: readonly WithMoments[], hallTargetSeconds: number): number {
  let seconds = SERVICE_PRIOR * hallTargetSeconds;
  let expected = seconds;
  for (const { moments, targetSeconds } of services) {
    seconds += moments.seconds;
    expected += moments.count * targetSeconds;
  }
  return expected > 0 ? seconds / expected : 1;
}

function meanNow({ hour, longest, today }: WithMoments, mean: number): number {
  const ofHour = believedMoments(hour, longest);
  const usual = shrunk(ofHour.seconds, ofHour.count, mean, HOUR_PRIOR);
  const believed = today.filter((seconds) => seconds > 0 && seconds <= longest);
  const seconds = believed.reduce((sum, value) => sum + value, 0);
  // Today against what is usual in all: its hours were of all kinds.
  return (usual * shrunk(seconds, believed.length, mean, TODAY_PRIOR)) / mean;
}

/** A clerk's customers against what the hall needs for the same services. */
function clerkSpeeds(services: readonly WithMoments[], means: readonly number[]): Map<string, number> {
  const sums = new Map<string, { seconds: number; expected: number; count: number }>();
  services.forEach(({ clerks, longest }, i) => {
    for (const [id, durations] of clerks) {
      const { count, seconds } = believedMoments(durations, longest);
      const sum = sums.get(id) ?? { seconds: 0, expected: 0, count: 0 };
      sum.count += count;
      sum.seconds += seconds;
      sum.expected += count * (means[i] as number);
      sums.set(id, sum);
    }
  });
  const speeds = new Map<string, number>();
  for (const [id, { seconds, expected, count }] of sums) {
    if (!(count > 0)) continue;
    const prior = (CLERK_PRIOR * expected) / count;
    speeds.set(id, Math.min(FASTEST, Math.max(1 / FASTEST, (expected + prior) / (seconds + prior))));
  }
  return speeds;
}
