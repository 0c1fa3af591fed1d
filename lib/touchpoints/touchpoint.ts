/** An event as standards read it: a stored event of a hall, in the hall's order. */
export interface JourneyEvent {
  kind: string;
  touchpoint: string;
  at: Date;
  serviceDay: string;
  /** Who did it, as in `actorRef`: "staff:<id>", "system". */
  actorRef: string;
  visitId: string | null;
  ticketId: string | null;
  counterId: string | null;
  zoneId: string | null;
  payload: Record<string, unknown>;
}

/** What a standard measured. Figures of several days and halls add up; the value is `sum / count`, none without count. */
export interface Figure {
  sum: number;
  count: number;
}

/** `share`: 0–1, the kept of those that count; `seconds`, `score`, `amount`: a mean. */
export type FigureUnit = 'share' | 'seconds' | 'score' | 'amount';

export type Goal = { atLeast: number } | { atMost: number };

/**
 * One standard of a touchpoint: a pure rule that reads a service day's events in their order and says what they show.
 * Everything it needs is in the events, so that boards, scorecards and a recount of the raw events can never differ.
 * What spans days (a promise for next week) is measured by the event that ends it, kept or broken.
 */
export interface Standard<Memory = unknown> {
  /** Names the standard in answers and message files: `standards.<touchpoint>.<code>`. */
  code: string;
  unit: FigureUnit;
  /** What is asked for; null where the figure is only watched. */
  goal: Goal | null;
  begin(): Memory;
  /** Takes the next event into the memory of the day. */
  take(memory: Memory, event: JourneyEvent): void;
  measure(memory: Memory): Figure;
}

/** A touchpoint: its place in the registry, the events that belong to it, and its standards, the first one leading. */
export interface TouchpointDefinition {
  key: string;
  /** Decides how the customer remembers the visit. */
  peak: boolean;
  /** Kinds of events, past tense. */
  events: readonly string[];
  /**
   * Those of its events after which the visit's customer is here. Where tickets bring him follows from their state; left
   * out, no other event moves anybody.
   */
  moves?: readonly string[];
  standards: readonly Standard[];
}

/** A standard with its own kind of memory, as the list of standards carries it. */
export function standard<Memory>(rule: Standard<Memory>): Standard {
  return rule as Standard;
}

/**
 * The share of events that were as they should be.
 * @param judge true = kept, false = missed, null = does not count
 */
export function share(code: string, goal: Goal | null, judge: (event: JourneyEvent) => boolean | null): Standard {
  return mean(code, 'share', goal, (event) => {
    const kept = judge(event);
    return kept === null ? null : Number(kept);
  });
}

/** The mean of what events tell; null = does not count. */
export function mean(
  code: string,
  unit: FigureUnit,
  goal: Goal | null,
  read: (event: JourneyEvent) => number | null,
): Standard {
  return standard<Figure>({
    code,
    unit,
    goal,
    begin: () => ({ sum: 0, count: 0 }),
    take(memory, event) {
      const value = read(event);
      if (value === null) return;
      memory.sum += value;
      memory.count += 1;
    },
    measure: ({ sum, count }) => ({ sum, count }),
  });
}

/** A number of a payload; null where it is missing or something else. */
export function numberOf(event: JourneyEvent, key: string): number | null {
  const value = event.payload[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The value of a figure; null where nothing counted. */
export function figureValue({ sum, count }: Figure): number | null {
  return count > 0 ? sum / count : null;
}

/** Whether a goal is met; null where there is no goal or nothing counted. */
export function meets(figure: Figure, goal: Goal | null): boolean | null {
  const value = figureValue(figure);
  if (value === null || goal === null) return null;
  return 'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost;
}

/** Figures of several days or halls together. */
export function addFigures(figures: readonly Figure[]): Figure {
  return figures.reduce((all, one) => ({ sum: all.sum + one.sum, count: all.count + one.count }), { sum: 0, count: 0 });
}
