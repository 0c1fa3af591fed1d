import type { StaffingStepView, StaffingView } from './schema';

type Plan = NonNullable<StaffingStepView['intended']>;

const OUTCOME = ['counters', 'within_limit_share', 'mean_wait_seconds', 'left_share', 'use_share'] as const;

const cells = (plan: Plan | null): (number | string)[] =>
  plan
    ? [plan.counters, plan.share ?? '', plan.meanWaitSeconds ?? '', plan.left ?? '', plan.use ?? '']
    : OUTCOME.map(() => '');

/** "sim 62 %; bills 80 %": codes hold no comma. */
const shortOf = (plan: Plan | null): string =>
  (plan?.short ?? []).map(({ serviceCode, share }) => `${serviceCode} ${Math.round(share * 100)} %`).join('; ');

/** The plan of a weekday, one line a half hour. Begins with a BOM for Excel. */
export function staffingCsv(view: StaffingView): string {
  const head = [
    'weekday',
    'from',
    'arrivals',
    ...OUTCOME.map((name) => `needed_${name}`),
    ...OUTCOME.map((name) => `intended_${name}`),
    'difference_counters',
    'needed_short_services',
    'intended_short_services',
  ];
  const lines = view.steps.map(({ from, arrivals, needed, intended }) =>
    [
      view.weekday + 1,
      from,
      arrivals,
      ...cells(needed),
      ...cells(intended),
      intended ? intended.counters - needed.counters : '',
      shortOf(needed),
      shortOf(intended),
    ].join(','),
  );
  return `\uFEFF${[head.join(','), ...lines].join('\r\n')}\r\n`;
}
