import type { CounterConfig } from '@/lib/halls/hall-config';
import { atCounter, type HallState } from '@/lib/halls/hall-state';
import type { Ticket } from '@/lib/tickets/ticket';
import { servedIds } from './counter-session';
import type { CounterView } from './schema';

/** For staff: a counter, who is there and in which state. */
export function presentCounter(state: HallState, counter: CounterConfig): CounterView {
  const session = state.sessions.get(counter.id);
  const customer = atCounter(state, counter.id);
  const taken = session ? servedIds(session, counter.serviceIds) : counter.serviceIds;
  return {
    id: counter.id,
    number: counter.number,
    stepFree: counter.stepFree,
    state: !session ? 'closed' : session.state === 'paused' ? 'paused' : workState(customer),
    clerk: session ? { ref: session.actorRef, name: session.clerkName } : null,
    serviceCodes: state.config.services.filter((s) => taken.includes(s.id)).map((s) => s.code),
    openedAt: session?.openedAt.toISOString() ?? null,
    pauseReason: session?.pauseReason ?? null,
    pausedAt: session?.pausedAt?.toISOString() ?? null,
    pauseEndsAt: session?.pauseEndsAt?.toISOString() ?? null,
    silentAt: session?.silentAt?.toISOString() ?? null,
    ticket: customer
      ? {
          id: customer.id,
          number: customer.number,
          serviceCode: state.config.services.find((s) => s.id === customer.serviceId)?.code ?? '',
          calledAt: customer.calledAt?.toISOString() ?? null,
          startedAt: customer.startedAt?.toISOString() ?? null,
        }
      : null,
  };
}

function workState(customer: Ticket | undefined): 'idle' | 'called' | 'serving' {
  if (!customer) return 'idle';
  return customer.status === 'serving' ? 'serving' : 'called';
}
