import type { CounterDeskView } from '@/lib/realtime/contract';

/** The usual next thing to do at a counter; `taken` when somebody else works there. */
export type NextStep = 'open' | 'continue' | 'callNext' | 'start' | 'finish' | 'taken';

export function nextStep(view: CounterDeskView, mine: string): NextStep {
  const { state, clerk } = view.counter;
  if (state === 'closed') return 'open';
  if (clerk?.ref !== mine) return 'taken';
  switch (state) {
    case 'paused':
      return 'continue';
    case 'idle':
      return 'callNext';
    case 'called':
      return 'start';
    case 'serving':
      return 'finish';
  }
}
