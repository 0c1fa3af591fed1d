import { type Figure, type JourneyEvent, standard, type TouchpointDefinition } from './touchpoint';

/**
 * Share of waits that began service within the limit, by the honest definition: of all that did, and all that crossed
 * the limit, whether they were served later, left, or still wait. Who waits within it, or left within it, counts
 * nowhere. A wait sent on to another service begins anew.
 */
const underLimit = standard<Figure & { keptStarts: Set<string> }>({
  code: 'underLimit',
  unit: 'share',
  goal: { atLeast: 0.9 },
  begin: () => ({ sum: 0, count: 0, keptStarts: new Set() }),
  take(memory, { kind, ticketId, payload }) {
    if (!ticketId) return;
    if (kind === 'wait.limitCrossed' && payload.crossing === 1) memory.count += 1;
    // One that crossed was counted at the crossing, perhaps on the day before.
    if (kind === 'ticket.started' && payload.limitsCrossed === 0) {
      memory.sum += 1;
      memory.count += 1;
      memory.keptStarts.add(ticketId);
    }
    if (kind === 'ticket.transferred' || kind === 'ticket.completed') memory.keptStarts.delete(ticketId);
    if (kind === 'ticket.undone' && payload.event === 'start' && memory.keptStarts.delete(ticketId)) {
      memory.sum -= 1;
      memory.count -= 1;
    }
  },
  measure: ({ sum, count }) => ({ sum, count }),
});

/** One wait, from arrival or transfer to service: the crossings after which nobody has come yet. */
interface LongWait {
  uncared: number;
}

interface CareMemory extends Figure {
  /** The present wait of each ticket that crossed its limit, and the one before it was sent on, for an undo. */
  waits: Map<string, LongWait>;
  sentOn: Map<string, LongWait>;
  /** The wait that each care visit was asked for. */
  visits: Map<string, LongWait>;
}

/**
 * Share of crossings of the limit after which somebody came. A visit answers all crossings of its wait that are open
 * then; who is sent on or leaves before anybody came stays missed.
 */
const careCoverage = standard<CareMemory>({
  code: 'careCoverage',
  unit: 'share',
  goal: { atLeast: 1 },
  begin: () => ({ sum: 0, count: 0, waits: new Map(), sentOn: new Map(), visits: new Map() }),
  take: takeCare,
  measure: ({ sum, count }) => ({ sum, count }),
});

function takeCare(memory: CareMemory, { kind, ticketId, payload }: JourneyEvent): void {
  if (!ticketId) return;
  const careVisitId = String(payload.careVisitId);
  const wait = memory.waits.get(ticketId);
  switch (kind) {
    case 'wait.limitCrossed':
      memory.count += 1;
      if (wait) wait.uncared += 1;
      else memory.waits.set(ticketId, { uncared: 1 });
      return;
    case 'care.opened':
      if (wait) memory.visits.set(careVisitId, wait);
      return;
    case 'care.done': {
      const answered = memory.visits.get(careVisitId) ?? wait;
      if (!answered) return;
      memory.sum += answered.uncared;
      answered.uncared = 0;
      return;
    }
    case 'ticket.transferred':
      if (wait) memory.sentOn.set(ticketId, wait);
      else memory.sentOn.delete(ticketId);
      memory.waits.delete(ticketId);
      return;
    case 'ticket.undone': {
      const before = memory.sentOn.get(ticketId);
      if (payload.event === 'transfer' && before) memory.waits.set(ticketId, before);
    }
  }
}

/** Wait in the queue: number, place, honest estimate, care. */
export const queue = {
  key: 'queue',
  peak: false,
  events: [
    'ticket.issued',
    'numbers.reserved',
    'numbers.unused',
    'ticket.checkedIn',
    'ticket.postponed',
    'ticket.held',
    'ticket.resumed',
    'ticket.transferred',
    'ticket.cancelled',
    'ticket.closedByRule',
    'ticket.undone',
    'wait.limitCrossed',
    'wait.limitLikely',
    'care.opened',
    'care.taken',
    'care.done',
    'care.escalated',
    'care.lapsed',
  ],
  standards: [underLimit, careCoverage],
} as const satisfies TouchpointDefinition;
