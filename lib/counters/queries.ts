import type { Tx } from '@/lib/platform/db/client';
import type { CounterSession } from './counter-session';

type SessionRow = NonNullable<Awaited<ReturnType<Tx['counterSession']['findUnique']>>>;

export function toSession({ openCounterId: _counter, openActorRef: _actor, ...row }: SessionRow): CounterSession {
  return {
    ...row,
    state: row.state as CounterSession['state'],
    serviceIds: row.serviceIds as string[] | null,
  };
}
