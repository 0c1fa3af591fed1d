import { type LoggedTicket, ticketsByDay } from './ticket-log';

/** A handling time read from calls: the counter that called one customer called another when it was done. */
export type LoggedHandling = { calledAt: number; endedAt: number; seconds: number };

/** One queue of an office on one day, tickets in the order of their numbers. */
export type QueueDay = {
  office: string;
  date: string;
  queueId: string;
  tickets: readonly LoggedTicket[];
  /** In the order of their ends. */
  handlings: readonly LoggedHandling[];
};

/** The members of each group, in their order. */
export function grouped<One>(all: readonly One[], nameOf: (one: One) => string): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const group = groups.get(nameOf(one));
    if (group) group.push(one);
    else groups.set(nameOf(one), [one]);
  }
  return groups;
}

/** Days in order. */
export function queueDays(tickets: readonly LoggedTicket[]): { date: string; queues: QueueDay[] }[] {
  return ticketsByDay(tickets).map(({ date, tickets: ofDay }) => {
    const queues = grouped(ofDay, ({ office, queueId }) => `${office} ${queueId}`);
    return {
      date,
      queues: [...queues.values()].map((list) => {
        const { office, queueId } = list[0] as LoggedTicket;
        const inOrder = list.toSorted((a, b) => a.number - b.number);
        return { office, date, queueId, tickets: inOrder, handlings: handlingsOf(inOrder) };
      }),
    };
  });
}

/**
 * With c counters open and people waiting, the counter that called number n is free when n + c is called. Where n + c had
 * not come yet at the call of n, the counter may have waited for him: that tells nothing.
 */
function handlingsOf(inOrder: readonly LoggedTicket[]): LoggedHandling[] {
  return inOrder
    .flatMap(({ calledAt, openCounters }, i) => {
      const next = openCounters >= 1 ? inOrder[i + openCounters] : undefined;
      if (!next || next.issuedAt > calledAt || next.calledAt < calledAt) return [];
      // The log knows minutes: called in the same one is half of one.
      return [{ calledAt, endedAt: next.calledAt, seconds: Math.max(30, 60 * (next.calledAt - calledAt)) }];
    })
    .toSorted((a, b) => a.endedAt - b.endedAt);
}
