import { fromEven, toEven } from '@/lib/waiting/promise-correction';
import { predictTrees, type TreeModel, type TreeOptions, trainTrees } from './boosted-trees';
import { DaySoFar, FEATURES } from './day-so-far';
import { HallMemory, type QueuePast } from './hall-memory';
import { blended, type LinearBlend, trainBlend } from './linear-blend';
import { type PlainPrediction, plainPredictions } from './plain-methods';
import { PromiseKeeper } from './promise-keeper';
import type { LoggedTicket } from './ticket-log';

/** Minutes: half wait at most `p50`, nine in ten at most `p90`; and what the plain methods said. */
export type WaitPrediction = { p50: number; p90: number; plain: PlainPrediction };

const TREES: TreeOptions = {
  trees: 100,
  leaves: 24,
  leafSize: 40,
  shrinkage: 0.05,
  exampleShare: 0.5,
  featureShare: 0.6,
};

/** Below this the plain expectation is all there is. */
const FEWEST_EXAMPLES = 200;
/** With more examples than this the oldest are forgotten. */
const MOST_EXAMPLES = 120_000;
/** The trees are grown anew when there are this many times the examples of last time. */
const GROWTH = 1.1;
/** Without trees: the promise is this many times the middle, until corrected. */
const PLAIN_PROMISE = 2.5;

type Example = { features: Float32Array; expected: number; wait: number };

/** Two middles grown from different seeds: their mean is steadier than either. */
type Models = { blend: LinearBlend; middles: readonly [TreeModel, TreeModel]; promise: TreeModel; examples: number };

/**
 * Predicts waits from a log as it unfolds. A blend of plain methods, on the scale of `toEven`, says what to expect, so
 * that what one hall teaches holds for another; trees correct it where that is not so simple; the promises are then
 * corrected by how many were kept lately.
 */
export class WaitLearner {
  private readonly memory = new HallMemory();
  private readonly keeper = new PromiseKeeper();
  private examples: Example[] = [];
  private models: Models | null = null;
  private offices = new Map<string, DaySoFar>();
  private today: { ticket: LoggedTicket; example: Example }[] = [];

  constructor(
    private readonly seed: number,
    private readonly trees: TreeOptions = TREES,
  ) {}

  /** Learns from a whole day without predicting: for days so early that predictions teach nothing. */
  observeDay(tickets: readonly LoggedTicket[]): void {
    for (const ticket of tickets) this.take(ticket);
    this.finishDay();
  }

  /** Predicts each ticket of a day from what was known at its issue, then learns from the day. In order of issue. */
  predictDay(tickets: readonly LoggedTicket[]): WaitPrediction[] {
    this.learn();
    const predictions = tickets.map((ticket) => this.predict(ticket));
    this.finishDay();
    return predictions;
  }

  private take(ticket: LoggedTicket): { past: QueuePast; example: Example } {
    let office = this.offices.get(ticket.office);
    if (office === undefined) {
      office = new DaySoFar();
      this.offices.set(ticket.office, office);
    }
    const past = this.memory.queue(ticket);
    const features = office.issue(ticket, past);
    const example = { features, expected: past.gap * ticket.peopleAhead, wait: ticket.calledAt - ticket.issuedAt };
    this.today.push({ ticket, example });
    return { past, example };
  }

  private predict(ticket: LoggedTicket): WaitPrediction {
    const { past, example } = this.take(ticket);
    this.keeper.advanceTo(ticket.issuedAt);
    const { p50, p90 } = this.uncorrected(example, past);
    const promised = this.keeper.correct(ticket.office, p50, p90);
    this.keeper.given({ office: ticket.office, issuedAt: ticket.issuedAt, wait: example.wait, promised });
    return { p50, p90: promised, plain: plainPredictions(ticket, example.features, past, this.memory) };
  }

  private uncorrected({ features, expected }: Example, past: QueuePast): { p50: number; p90: number } {
    if (this.models === null) {
      const p50 = expected + past.firstWait;
      return { p50, p90: PLAIN_PROMISE * p50 };
    }
    const base = blended(this.models.blend, features);
    const known = withBase(features, base);
    const [first, second] = this.models.middles;
    const p50 = fromEven(base + (predictTrees(first, known) + predictTrees(second, known)) / 2);
    return { p50, p90: Math.max(p50, fromEven(base + predictTrees(this.models.promise, known))) };
  }

  private finishDay(): void {
    this.memory.addDay(this.today.map(({ ticket }) => ticket));
    this.examples = [...this.examples, ...this.today.map(({ example }) => example)].slice(-MOST_EXAMPLES);
    this.keeper.endDay();
    this.today = [];
    this.offices = new Map();
  }

  private learn(): void {
    const count = this.examples.length;
    if (count < FEWEST_EXAMPLES || (this.models !== null && count < this.models.examples * GROWTH)) return;
    const blend = trainBlend(
      this.examples.map(({ features }) => features),
      this.examples.map(({ wait }) => wait),
    );
    const bases = Float32Array.from(this.examples, ({ features }) => blended(blend, features));
    const columns = FEATURES.map((_, f) => Float32Array.from(this.examples, ({ features }) => features[f] as number));
    columns.push(bases);
    const targets = Float64Array.from(this.examples, ({ wait }, i) => toEven(wait) - (bases[i] as number));
    const grow = (share: number, seed: number) =>
      trainTrees(columns, targets, { kind: 'quantile', share }, this.trees, seed);
    this.models = {
      blend,
      middles: [grow(0.5, this.seed), grow(0.5, this.seed + 1)],
      promise: grow(0.9, this.seed + 2),
      examples: count,
    };
  }
}

/** The trees know the features and the blended expectation. */
function withBase(features: Float32Array, base: number): Float32Array {
  const known = new Float32Array(features.length + 1);
  known.set(features);
  known[features.length] = base;
  return known;
}
