import { localTime } from '@/lib/halls/service-day';
import type { Database } from '@/lib/platform/db/client';

/** One finished wait as the events alone tell it. */
export interface LoggedWait {
  service: string;
  /** Hour of the hall's clock in which it began. */
  hour: number;
  /** Number of the counter that called last; null when nobody did. */
  counter: number | null;
  end: 'started' | 'left' | 'sentOn';
  waitSeconds: number;
  handlingSeconds: number | null;
  noShow: boolean;
  transferred: boolean;
  /** Gave up, or was closed by the end of the day. */
  gone: boolean;
  /** What the customer was told; null on later waits of the same ticket. */
  p50: number | null;
  p90: number | null;
}

/** Care that a crossing asked for, and after how long it was given. */
export interface LoggedCare {
  service: string;
  hour: number;
  secondsToCare: number | null;
}

interface Open {
  service: string;
  since: Date;
  counter: number | null;
  startedAfter: number | null;
  p50: number | null;
  p90: number | null;
}

/**
 * Tells the finished waits and the care of a hall again from its event log, and from nothing else. Knows what happens in a
 * plain day: tickets are issued, called, started, completed, sent on, missed or left.
 */
export async function eventLog(db: Database, hallId: string): Promise<{ waits: LoggedWait[]; care: LoggedCare[] }> {
  const { timeZone } = await db.hall.findUniqueOrThrow({ where: { id: hallId } });
  const numbers = new Map((await db.counter.findMany({ where: { hallId } })).map(({ id, number }) => [id, number]));
  const hourOf = (at: Date) => Math.floor(localTime(at, timeZone).secondOfDay / 3600);
  const events = await db.event.findMany({ where: { hallId }, orderBy: [{ version: 'asc' }, { ordinal: 'asc' }] });
  const open = new Map<string, Open>();
  const waits: LoggedWait[] = [];
  const care = new Map<string, LoggedCare>();
  const close = (ticketId: string, at: Date, how: Partial<LoggedWait> = {}) => {
    const wait = open.get(ticketId);
    if (!wait) throw new Error(`The log ends a wait of ${ticketId} that it did not begin.`);
    open.delete(ticketId);
    const { service, since, counter, startedAfter, p50, p90 } = wait;
    const ended = Math.floor((at.getTime() - since.getTime()) / 1000);
    waits.push({
      service,
      hour: hourOf(since),
      counter,
      end: startedAfter === null ? (how.transferred ? 'sentOn' : 'left') : 'started',
      waitSeconds: startedAfter ?? ended,
      handlingSeconds: null,
      noShow: false,
      transferred: false,
      gone: false,
      p50,
      p90,
      ...how,
    });
  };
  for (const { kind, at, ticketId, counterId, payload: stored } of events) {
    const payload = stored as Record<string, string | number | null>;
    if (!ticketId) continue;
    const wait = open.get(ticketId);
    const number = counterId ? (numbers.get(counterId) ?? null) : null;
    const handlingSeconds = (payload.handlingSeconds ?? null) as number | null;
    if (kind === 'ticket.issued')
      open.set(ticketId, {
        service: String(payload.service),
        since: at,
        counter: null,
        startedAfter: null,
        p50: payload.p50Seconds as number | null,
        p90: payload.p90Seconds as number | null,
      });
    else if (kind === 'ticket.called' && wait) wait.counter = number;
    else if (kind === 'ticket.started' && wait) wait.startedAfter = Number(payload.waitSeconds);
    else if (kind === 'ticket.completed') close(ticketId, at, { handlingSeconds });
    else if (kind === 'ticket.noShow') close(ticketId, at, { noShow: true });
    else if (kind === 'ticket.cancelled' || kind === 'ticket.closedByRule') close(ticketId, at, { gone: true });
    else if (kind === 'ticket.transferred') {
      close(ticketId, at, { transferred: true, handlingSeconds });
      open.set(ticketId, {
        service: String(payload.to),
        since: at,
        counter: null,
        startedAfter: null,
        p50: null,
        p90: null,
      });
    } else if (kind === 'care.opened' && wait)
      care.set(String(payload.careVisitId), { service: wait.service, hour: hourOf(at), secondsToCare: null });
    else if (kind === 'care.done') {
      const asked = care.get(String(payload.careVisitId));
      if (asked) asked.secondsToCare = Number(payload.secondsToCare);
    }
  }
  return { waits, care: [...care.values()] };
}
