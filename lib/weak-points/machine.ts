export const WEAK_POINT_STATES = ['open', 'reopened', 'doing', 'done', 'verified', 'dropped'] as const;
export type WeakPointState = (typeof WEAK_POINT_STATES)[number];

export const WEAK_POINT_STEPS = ['start', 'finish', 'verify', 'reopen', 'drop'] as const;
export type WeakPointStep = (typeof WEAK_POINT_STEPS)[number];

const TRANSITIONS: Record<WeakPointStep, { from: readonly WeakPointState[]; to: WeakPointState }> = {
  start: { from: ['open', 'reopened'], to: 'doing' },
  // A small thing is done before anybody said that it was begun.
  finish: { from: ['open', 'reopened', 'doing'], to: 'done' },
  verify: { from: ['done'], to: 'verified' },
  reopen: { from: ['done', 'verified'], to: 'reopened' },
  drop: { from: ['open', 'reopened', 'doing'], to: 'dropped' },
};

/** The state after a step; null where the step does not fit. */
export function nextState(state: WeakPointState, step: WeakPointStep): WeakPointState | null {
  const { from, to } = TRANSITIONS[step];
  return from.includes(state) ? to : null;
}

/** Somebody still has to do it. */
export function isUnfinished(state: WeakPointState): boolean {
  return state === 'open' || state === 'reopened' || state === 'doing';
}
