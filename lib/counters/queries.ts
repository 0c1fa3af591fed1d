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

/** The counter that somebody has open in another hall than this one; null where there is none. */
export async function findCounterInAnotherHall(
  tx: Tx,
  actorRef: string,
  hallId: string,
): Promise<{ number: number; hallSlug: string } | null> {
  const session = await tx.counterSession.findUnique({
    where: { openActorRef: actorRef, NOT: { hallId } },
    select: { counter: { select: { number: true, hall: { select: { slug: true } } } } },
  });
  return session && { number: session.counter.number, hallSlug: session.counter.hall.slug };
}
