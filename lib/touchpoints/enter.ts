import { numberOf, share, standard, type TouchpointDefinition } from './touchpoint';

/** Enter: the customer is greeted, asked and sent the right way. */
export const enter = {
  key: 'enter',
  peak: false,
  events: [
    'visit.entered',
    'slip.asked',
    'slip.printed',
    'slip.failed',
    'slip.uncertain',
    'slip.settled',
    'offline.taken',
    'offline.unclear',
    'offline.withdrawn',
    'offline.dismissed',
  ],
  standards: [
    share('greeted', { atLeast: 0.95 }, ({ kind, payload }) =>
      kind === 'visit.entered' ? payload.greeted === true : null,
    ),
    // Papers and forms were all ready before the counter; a service that asks for none does not count.
    share('preprocessed', { atLeast: 0.8 }, (event) => {
      if (event.kind !== 'visit.entered') return null;
      const papers = numberOf(event, 'papers') ?? 0;
      return papers > 0 ? (numberOf(event, 'prepared') ?? 0) >= papers : null;
    }),
    // Each number given at the door: none of its transfers led to another service. What was taken back never was.
    standard<Map<string, boolean[]>>({
      code: 'sentRight',
      unit: 'share',
      goal: { atLeast: 0.95 },
      begin: () => new Map(),
      take(sent, { kind, ticketId, payload }) {
        if (ticketId === null) return;
        if (kind === 'ticket.issued' && payload.remote !== true) sent.set(ticketId, []);
        const transfers = sent.get(ticketId);
        if (!transfers) return;
        if (kind === 'ticket.transferred') transfers.push(payload.from !== payload.to);
        if (kind === 'ticket.undone' && payload.event === 'transfer') transfers.pop();
        if (kind === 'ticket.undone' && payload.event === 'issue') sent.delete(ticketId);
      },
      measure: (sent) => ({
        sum: [...sent.values()].filter((transfers) => !transfers.includes(true)).length,
        count: sent.size,
      }),
    }),
  ],
} as const satisfies TouchpointDefinition;
