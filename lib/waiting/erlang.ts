/**
 * Queues with Poisson arrivals and exponential handling, exactly: sums instead of approximations, scaled so that
 * nothing overflows with thousands of servers. Rates are per any one unit of time; results are in the same unit.
 */

/**
 * Share of arrivals blocked when there is no room to wait (Erlang B): B(0) = 1, B(k) = aB(k−1) / (k + aB(k−1)).
 * `offered`: arrivals × mean handling, in Erlangs.
 */
function erlangB(servers: number, offered: number): number {
  let blocked = 1;
  for (let k = 1; k <= servers; k += 1) blocked = (offered * blocked) / (k + offered * blocked);
  return blocked;
}

/**
 * Probability that an arrival must wait, nobody leaving (Erlang C). 1 when the load is not below the servers.
 *
 * Source: A. K. Erlang (1917); through Erlang B, C = sB / (s − a(1 − B)).
 */
export function erlangC(servers: number, offered: number): number {
  if (offered <= 0) return 0;
  if (offered >= servers) return 1;
  const blocked = erlangB(servers, offered);
  return (servers * blocked) / (servers - offered * (1 - blocked));
}

/** Mean wait of all arrivals, C / (μ(s − a)); Infinity when the load is not below the servers. */
export function erlangCMeanWait(servers: number, offered: number, serviceRate: number): number {
  if (offered >= servers) return Number.POSITIVE_INFINITY;
  return erlangC(servers, offered) / (serviceRate * (servers - offered));
}

export type ErlangAInput = {
  servers: number;
  arrivalRate: number;
  /** 1 / mean handling. */
  serviceRate: number;
  /** 1 / mean patience; 0 when nobody leaves (then the load must be below the servers). */
  abandonmentRate: number;
};

export type ErlangAResult = {
  /** Share of arrivals who find no free server. */
  delayed: number;
  /** Share of arrivals who leave unserved. */
  abandoned: number;
  /** Mean time in the queue, of all arrivals, whether served or not. */
  meanWait: number;
  /** Share of the servers' time spent serving. */
  occupancy: number;
  /**
   * Share of arrivals whose wait on offer (how long a patient customer would wait) is at most this long: 90 % of
   * customers can be served within t where this is at least 0.9.
   */
  offeredWithin: (time: number) => number;
};

/** Chances smaller than this share of the largest are left out. */
const NEGLIGIBLE = 1e-16;

/**
 * Poisson arrivals, exponential handling and patience (M/M/s+M), exactly from its birth-death chain: p(k) ∝
 * Π λ / (min(k, s)μ + max(k − s, 0)θ).
 *
 * Source: C. Palm (1957); O. Garnett, A. Mandelbaum, M. Reiman, "Designing a call center with impatient customers",
 * Manufacturing & Service Operations Management 4 (2002). The wait on offer with n people ahead is a sum of
 * exponentials with rates sμ + iθ, i = 0 … n.
 */
export function erlangA(input: ErlangAInput): ErlangAResult {
  const { servers, arrivalRate, serviceRate, abandonmentRate } = input;
  if (!(arrivalRate > 0)) return { delayed: 0, abandoned: 0, meanWait: 0, occupancy: 0, offeredWithin: () => 1 };
  if (abandonmentRate === 0 && arrivalRate >= servers * serviceRate) {
    return { delayed: 1, abandoned: 0, meanWait: Number.POSITIVE_INFINITY, occupancy: 1, offeredWithin: () => 0 };
  }
  const queue = queueChances(input);
  let waiting = 0;
  let delayed = 0;
  queue.forEach((chance, n) => {
    delayed += chance;
    waiting += n * chance;
  });
  const abandoned = (abandonmentRate * waiting) / arrivalRate;
  return {
    delayed,
    abandoned,
    meanWait: waiting / arrivalRate,
    occupancy: servers === 0 ? 1 : (arrivalRate * (1 - abandoned)) / (servers * serviceRate),
    offeredWithin: (time) => 1 - delayed + offeredWithinOfDelayed(queue, input, time),
  };
}

/** Chance that all servers are busy and n customers wait, for n = 0, 1, … as far as it matters. */
function queueChances({ servers, arrivalRate, serviceRate, abandonmentRate }: ErlangAInput): number[] {
  // Relative to p(s) = 1, downwards to nobody and upwards to a negligible queue.
  let total = 0;
  let term = 1;
  for (let k = servers; k >= 0 && term > 0; k -= 1) {
    total += term;
    term *= (k * serviceRate) / arrivalRate;
  }
  const queue: number[] = [1];
  let largest = 1;
  term = 1;
  for (let n = 1; ; n += 1) {
    const leaving = servers * serviceRate + n * abandonmentRate;
    term *= arrivalRate / leaving;
    if (term < largest * NEGLIGIBLE && arrivalRate < leaving) break;
    largest = Math.max(largest, term);
    queue.push(term);
    total += term;
    if (total > 1e280) {
      for (let i = 0; i < queue.length; i += 1) queue[i] = (queue[i] as number) * 1e-280;
      total *= 1e-280;
      term *= 1e-280;
      largest *= 1e-280;
    }
  }
  return queue.map((chance) => chance / total);
}

/**
 * Share of arrivals who must wait and whose wait on offer is at most `time`.
 *
 * Such an arrival with n ahead is served when a chain that starts with n ahead and moves on at rate sμ + iθ has gone
 * through all of them. Uniformisation at the largest of these rates: every term is a sum of positive numbers, so
 * nothing cancels, unlike in the closed form with its differences of rates.
 */
function offeredWithinOfDelayed(queue: readonly number[], input: ErlangAInput, time: number): number {
  if (!(time > 0)) return 0;
  const { servers, serviceRate, abandonmentRate } = input;
  const stages = queue.length;
  const rateAt = (i: number) => servers * serviceRate + i * abandonmentRate;
  const fastest = rateAt(stages - 1);
  if (!(fastest > 0)) return 0;
  const steps = fastest * time;
  // Mass of those who still have i people ahead, after each jump of the uniform clock.
  const ahead = Float64Array.from(queue);
  let done = 0;
  let within = 0;
  let logWeight = -steps;
  let spent = 0;
  const most = Math.ceil(steps + 12 * Math.sqrt(steps) + 40);
  for (let jump = 0; jump <= most; jump += 1) {
    const weight = Math.exp(logWeight);
    within += weight * done;
    spent += weight;
    logWeight += Math.log(steps / (jump + 1));
    const first = (ahead[0] as number) * (rateAt(0) / fastest);
    done += first;
    ahead[0] = (ahead[0] as number) - first;
    for (let i = 1; i < stages; i += 1) {
      const moves = (ahead[i] as number) * (rateAt(i) / fastest);
      ahead[i - 1] = (ahead[i - 1] as number) + moves;
      ahead[i] = (ahead[i] as number) - moves;
    }
  }
  return within + Math.max(0, 1 - spent) * done;
}

/**
 * Wait on offer of somebody with `ahead` people before them and all servers busy: mean Σ 1 / (sμ + iθ) and variance
 * Σ 1 / (sμ + iθ)², i = 0 … ahead. No prediction can be better than that mean.
 */
export function offeredWait(
  ahead: number,
  rates: { servers: number; serviceRate: number; abandonmentRate: number },
): { mean: number; variance: number } {
  let mean = 0;
  let variance = 0;
  for (let i = 0; i <= ahead; i += 1) {
    const stage = 1 / (rates.servers * rates.serviceRate + i * rates.abandonmentRate);
    mean += stage;
    variance += stage * stage;
  }
  return { mean, variance };
}

/**
 * The fewest servers with which at least `share` of arrivals could be served within `time`; null when not even
 * `atMost` are enough.
 */
export function fewestServers(
  demand: { arrivalRate: number; serviceRate: number; abandonmentRate: number },
  target: { share: number; time: number; atMost: number },
): number | null {
  if (!(demand.arrivalRate > 0)) return 0;
  for (let servers = 1; servers <= target.atMost; servers += 1) {
    if (erlangA({ servers, ...demand }).offeredWithin(target.time) >= target.share) return servers;
  }
  return null;
}
