import type { Tx } from '@/lib/platform/db/client';
import type { CounterSession } from './counter-session';

/** The unique columns that hold "one clerk at one counter" while the session lasts. */
function exclusive(session: CounterSession) {
  const ended = session.state === 'closed';
  return { openCounterId: ended ? null : session.counterId, openActorRef: ended ? null : session.actorRef };
}

export async function insertSession(tx: Tx, { serviceIds, ...session }: CounterSession): Promise<void> {
  await tx.counterSession.create({
    data: {
      ...session,
      ...exclusive({ ...session, serviceIds }),
      ...(serviceIds ? { serviceIds } : {}),
    },
  });
}

export async function updateSession(tx: Tx, session: CounterSession): Promise<void> {
  await tx.counterSession.update({
    where: { id: session.id },
    data: {
      state: session.state,
      pauseReason: session.pauseReason,
      pausedAt: session.pausedAt,
      pauseEndsAt: session.pauseEndsAt,
      workingSince: session.workingSince,
      closedAt: session.closedAt,
      lastSeenAt: session.lastSeenAt,
      silentAt: session.silentAt,
      // A session that has once chosen its services never goes back to "all": that too is a list then.
      ...(session.serviceIds ? { serviceIds: session.serviceIds } : {}),
      ...exclusive(session),
    },
  });
}
