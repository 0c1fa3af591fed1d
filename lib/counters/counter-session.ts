/** One clerk at one counter, from open to close. */
export interface CounterSession {
  id: string;
  hallId: string;
  counterId: string;
  actorRef: string;
  staffId: string | null;
  clerkName: string | null;
  state: 'open' | 'paused' | 'closed';
  pauseReason: string | null;
  pausedAt: Date | null;
  /** When the clerk said to be back; null = not said. */
  pauseEndsAt: Date | null;
  /** Services taken in this session; null = all of the counter's. */
  serviceIds: string[] | null;
  openedAt: Date;
  /** At work without a pause since then; null while paused. */
  workingSince: Date | null;
  closedAt: Date | null;
  /** Last moment the clerk's own screen was connected; null = never had one (a program works here). */
  lastSeenAt: Date | null;
  silentAt: Date | null;
}

/** The services a session takes: its own choice among those of the counter. */
export function servedIds(session: Pick<CounterSession, 'serviceIds'>, counterServiceIds: string[]): string[] {
  return session.serviceIds ? counterServiceIds.filter((id) => session.serviceIds?.includes(id)) : counterServiceIds;
}

/** Somebody is there and calls: neither on a break nor vanished. */
export function isAtWork(session: CounterSession | undefined): session is CounterSession & { state: 'open' } {
  return session?.state === 'open' && session.silentAt === null;
}

/** A clerk who had a screen and has not been heard of for this long. */
export function isSilent(session: CounterSession, now: Date, silentSeconds: number): boolean {
  return (
    session.silentAt === null &&
    session.lastSeenAt !== null &&
    now.getTime() - session.lastSeenAt.getTime() > silentSeconds * 1000
  );
}
