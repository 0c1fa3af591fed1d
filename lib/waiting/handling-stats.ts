/**
 * What is known of the handling times of a service, hall or clerk: plain numbers, to be stored as one row and moved
 * on with each customer. Old customers count less and less, so that it follows a hall that changes.
 *
 * The same shape holds ratios (actual to expected handling), from which `clerkSpeed` reads.
 */
export type HandlingStats = {
  /** All customers ever observed. */
  count: number;
  /** Customers that still count, the old ones in part. */
  weight: number;
  mean: number;
  /** Sum of squared deviations from the mean, faded like the weight. */
  m2: number;
  /** The same of the logarithm; only used to tell what is an outlier. */
  logWeight: number;
  logMean: number;
  logM2: number;
};

/** One customer counts half as much after about 200 further ones. */
const FADE = 0.9966;
/** What is believed of the spread before anybody was served: as if four customers had been seen. */
const FIRST_LOG_WEIGHT = 4;
const FIRST_LOG_SD = 0.8;
/** A value further away than this many standard deviations (of the logarithm) is moved to there. */
const OUTLIER = 3;
const SMALLEST = 1 / 1000;

/** Before the first customer. `usual`: the handling target in seconds or, for ratios, 1. */
export function emptyHandlingStats(usual: number): HandlingStats {
  return {
    count: 0,
    weight: 0,
    mean: usual,
    m2: 0,
    logWeight: FIRST_LOG_WEIGHT,
    logMean: Math.log(Math.max(SMALLEST, usual)),
    logM2: FIRST_LOG_WEIGHT * FIRST_LOG_SD ** 2,
  };
}

/**
 * Takes in one handling time, in seconds. A forgotten "finish" or a tap by mistake is pulled in to what is still
 * thinkable, so that a single one moves the mean of a known service by a few percent at most; what is no positive
 * number changes nothing.
 *
 * Source: weighted incremental mean and variance, D. H. D. West, "Updating mean and variance estimates",
 * Communications of the ACM 22 (1979), with exponentially fading weights.
 */
export function observe(stats: HandlingStats, seconds: number): HandlingStats {
  if (!Number.isFinite(seconds) || seconds <= 0) return stats;
  const spread = OUTLIER * Math.sqrt(stats.logM2 / stats.logWeight);
  const log = Math.min(stats.logMean + spread, Math.max(stats.logMean - spread, Math.log(Math.max(SMALLEST, seconds))));
  const value = Math.exp(log);
  const raw = moved(stats.weight, stats.mean, stats.m2, value);
  const logarithm = moved(stats.logWeight, stats.logMean, stats.logM2, log);
  return {
    count: stats.count + 1,
    weight: raw.weight,
    mean: raw.mean,
    m2: raw.m2,
    logWeight: logarithm.weight,
    logMean: logarithm.mean,
    logM2: logarithm.m2,
  };
}

function moved(weight: number, mean: number, m2: number, value: number): { weight: number; mean: number; m2: number } {
  const kept = weight * FADE;
  const total = kept + 1;
  const delta = value - mean;
  return { weight: total, mean: mean + delta / total, m2: m2 * FADE + ((kept * delta) / total) * delta };
}

export type ShrunkHandling = {
  meanSeconds: number;
  sdSeconds: number;
  /** How many customers' worth of knowledge that is: `handlingWeight` of the estimate. Never below 3. */
  weight: number;
};

/** As many customers as the general belief counts against a service's own. */
const PRIOR_WEIGHT = 10;
const PRIOR_CERTAINTY = 3;
/** Spread over mean of handling before it is known; usual values at counters are 0.6 to 1. */
const PRIOR_VARIATION = 0.75;

/**
 * The handling time to reckon with: a service's own average as far as there are observations, and else its target,
 * scaled by how the hall as a whole keeps its own. Always a positive number.
 *
 * Source: credibility weighting n / (n + k), H. Bühlmann, "Experience rating and credibility", ASTIN Bulletin 4 (1967).
 */
export function shrunkHandling(
  service: HandlingStats | null,
  hall: HandlingStats | null,
  target: { serviceSeconds: number; hallSeconds: number },
): ShrunkHandling {
  const hallWeight = hall?.weight ?? 0;
  const hallRatio = hall === null ? 1 : hall.mean / target.hallSeconds;
  const pace = (hallWeight * hallRatio + PRIOR_WEIGHT) / (hallWeight + PRIOR_WEIGHT);
  const hallVariation = shrunkVariation(hall, PRIOR_VARIATION ** 2);
  const weight = service?.weight ?? 0;
  const usual = target.serviceSeconds * pace;
  const mean = (weight * (service?.mean ?? 0) + PRIOR_WEIGHT * usual) / (weight + PRIOR_WEIGHT);
  return {
    meanSeconds: mean,
    sdSeconds: mean * Math.sqrt(shrunkVariation(service, hallVariation)),
    weight: weight + PRIOR_CERTAINTY,
  };
}

/** Squared coefficient of variation. */
function shrunkVariation(stats: HandlingStats | null, prior: number): number {
  if (stats === null || stats.weight <= 1) return prior;
  const own = stats.m2 / (stats.weight - 1) / stats.mean ** 2;
  return (stats.weight * own + PRIOR_WEIGHT * prior) / (stats.weight + PRIOR_WEIGHT);
}

const CLERK_WEIGHT = 20;

/**
 * How fast a clerk is: 1 is usual, 2 handles twice as fast; kept between 0.5 and 2. `ratios`: stats that observed,
 * for each of the clerk's customers, handling time divided by the service's expected one.
 */
export function clerkSpeed(ratios: HandlingStats | null): number {
  if (ratios === null || ratios.weight === 0) return 1;
  const ratio = (ratios.weight * ratios.mean + CLERK_WEIGHT) / (ratios.weight + CLERK_WEIGHT);
  return Math.min(2, Math.max(0.5, 1 / ratio));
}
