import { TOUCHPOINTS, type Touchpoint } from '@/lib/touchpoints/registry';
import {
  addFigures,
  type Figure,
  figureValue,
  type Goal,
  meets,
  type Standard,
  type TouchpointDefinition,
} from '@/lib/touchpoints/touchpoint';
import type { TouchpointFigures } from './journey-day';
import type { Scorecard, StandardView, TouchpointScore } from './schema';

const DEFINITIONS = TOUCHPOINTS as readonly (TouchpointDefinition & { key: Touchpoint })[];
const NOTHING: Figure = { sum: 0, count: 0 };

export type FiguresByTouchpoint = ReadonlyMap<Touchpoint, TouchpointFigures>;

/** Figures of several days together. */
export function addDaysUp(days: readonly FiguresByTouchpoint[]): FiguresByTouchpoint {
  return new Map(
    DEFINITIONS.map(({ key, standards }) => {
      const figures = days.flatMap((day) => day.get(key) ?? []);
      return [
        key,
        {
          passed: figures.reduce((sum, { passed }) => sum + passed, 0),
          rating: addFigures(figures.map(({ rating }) => rating)),
          standards: Object.fromEntries(
            standards.map(({ code }) => [code, addFigures(figures.flatMap((day) => day.standards[code] ?? []))]),
          ),
        },
      ];
    }),
  );
}

function standardView({ code, unit, goal }: Standard, figure: Figure): StandardView {
  return { code, unit, goal, ...figure, value: figureValue(figure), met: meets(figure, goal) };
}

/** The sixteen touchpoints with what was measured, in their order. */
export function touchpointViews(figures: FiguresByTouchpoint) {
  return DEFINITIONS.map(({ key, peak, standards }) => {
    const own = figures.get(key);
    const rating = own?.rating ?? NOTHING;
    return {
      key,
      peak,
      passed: own?.passed ?? 0,
      rating: rating.count > 0 ? { value: rating.sum / rating.count, count: rating.count } : null,
      standards: standards.map((rule) => standardView(rule, own?.standards[rule.code] ?? NOTHING)),
    };
  });
}

/** Which way a value went, in the sense of its goal; null where one of them is missing. */
export function trendOf(goal: Goal | null, value: number | null, before: number | null): TouchpointScore['trend'] {
  if (value === null || before === null) return null;
  if (Math.abs(value - before) < 1e-9) return 'same';
  const smallerIsBetter = goal !== null && 'atMost' in goal;
  return value > before !== smallerIsBetter ? 'better' : 'worse';
}

/** How far a value is from its goal, as a share of the goal: 0 where it is met. */
export function shortfall(value: number, goal: Goal): number {
  const [wanted, missing] =
    'atLeast' in goal ? [goal.atLeast, goal.atLeast - value] : [goal.atMost, value - goal.atMost];
  return Math.max(0, missing) / (wanted || 1);
}

/** The touchpoints whose standards were missed by most, at most `count`; each with its worst standard. */
export function weakest(scores: readonly Pick<TouchpointScore, 'key' | 'peak' | 'standards'>[], count = 3) {
  return scores
    .flatMap(({ key, peak, standards }) => {
      const missed = standards.flatMap(({ code, goal, value, met }) =>
        met === false && goal && value !== null ? [{ code, by: shortfall(value, goal) }] : [],
      );
      const worst = missed.sort((a, b) => b.by - a.by)[0];
      return worst ? [{ touchpoint: key, standard: worst.code, by: worst.by, peak }] : [];
    })
    .sort((a, b) => b.by - a.by || Number(b.peak) - Number(a.peak))
    .slice(0, count)
    .map(({ touchpoint, standard }): Scorecard['weakest'][number] => ({ touchpoint, standard }));
}

/** A period's scores beside those of the period before. */
export function scoresOf(now: FiguresByTouchpoint, before: FiguresByTouchpoint): TouchpointScore[] {
  const earlier = touchpointViews(before);
  return touchpointViews(now).map((score, i) => {
    const previous = earlier[i];
    const [leading] = score.standards;
    const value = previous?.standards[0]?.value ?? null;
    return {
      ...score,
      previous: { passed: previous?.passed ?? 0, value },
      trend: leading ? trendOf(leading.goal, leading.value, value) : null,
    };
  });
}

/** A scorecard as rows of a spreadsheet: one for each standard, with the codes of the API, numbers with a point. */
export function scorecardRows(card: Scorecard): string[][] {
  const text = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));
  return [
    [
      'hall',
      'from',
      'to',
      'touchpoint',
      'peak',
      'passed',
      'standard',
      'unit',
      'value',
      'sum',
      'count',
      'goal',
      'met',
      'rating',
      'ratings',
    ],
    ...card.touchpoints.flatMap((score) =>
      (score.standards.length > 0 ? score.standards : [null]).map((standard) => [
        card.hall.slug,
        card.from,
        card.to,
        score.key,
        String(score.peak),
        String(score.passed),
        standard?.code ?? '',
        standard?.unit ?? '',
        text(standard?.value),
        text(standard?.sum),
        text(standard?.count),
        standard?.goal ? ('atLeast' in standard.goal ? `>=${standard.goal.atLeast}` : `<=${standard.goal.atMost}`) : '',
        standard?.met === null || standard?.met === undefined ? '' : String(standard.met),
        text(score.rating?.value),
        text(score.rating?.count),
      ]),
    ),
  ];
}
