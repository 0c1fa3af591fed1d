import { fail, type Result, success } from '@/lib/core/result';
import type { Work } from '@/lib/door/work';
import type { CounterConfig } from '@/lib/halls/hall-config';
import type { CounterSession } from './counter-session';

/** A counter of this hall that is in use. */
export function findCounter(work: Work, id: string): Result<CounterConfig> {
  const counter = work.config.counters.find((c) => c.id === id);
  return counter?.active ? success(counter) : fail('not-found', { detail: 'There is no such counter in use.' });
}

/** The session at a counter, if it is the actor's own. */
export function ownSession(work: Work, counterId: string): Result<CounterSession> {
  const session = work.state.sessions.get(counterId);
  if (!session) return fail('counter-not-open', { detail: 'Open the counter first.', currentState: 'closed' });
  if (session.actorRef !== work.by)
    return fail('not-your-counter', { detail: 'Another clerk works at this counter.', currentState: session.state });
  return success(session);
}
