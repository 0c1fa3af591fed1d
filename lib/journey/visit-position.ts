import type { Ticket } from '@/lib/tickets/ticket';
import { TOUCHPOINTS, type Touchpoint } from '@/lib/touchpoints/registry';
import type { JourneyEvent, TouchpointDefinition } from '@/lib/touchpoints/touchpoint';

/** Where the customer of a visit is, as far as events tell. */
export interface VisitPosition {
  visitId: string;
  at: Touchpoint;
  since: Date;
  /** Where each ticket that is still open brought him, and when. */
  tickets: Map<string, { at: Touchpoint; since: Date }>;
}

/** Who has no ticket tells nobody that he leaves: after this long without news he counts as gone. */
const LINGERS_MS = 15 * 60_000;

const MOVES = new Map<string, Touchpoint>(
  TOUCHPOINTS.flatMap((touchpoint) =>
    ((touchpoint as TouchpointDefinition).moves ?? []).map((kind) => [kind, touchpoint.key] as const),
  ),
);

/** Where a ticket in this state has its customer; null where it has ended. */
export function placeOfTicket({ status, heldFrom }: Pick<Ticket, 'status' | 'heldFrom'>): Touchpoint | null {
  switch (status) {
    case 'booked':
      return 'arrive';
    case 'waiting':
      return 'queue';
    case 'called':
      return 'consult';
    case 'serving':
      return 'process';
    case 'held':
      return heldFrom === 'serving' ? 'process' : 'queue';
    default:
      return null;
  }
}

/** Where an event of a ticket brings its customer; null where the ticket ends; undefined where it stays as it is. */
function placeAfter({ kind, payload }: JourneyEvent): Touchpoint | null | undefined {
  switch (kind) {
    case 'ticket.issued':
      return payload.remote === true ? 'arrive' : 'queue';
    case 'ticket.checkedIn':
    case 'ticket.transferred':
      return 'queue';
    case 'ticket.called':
      return 'consult';
    case 'ticket.started':
      return 'process';
    case 'ticket.held':
      return placeOfTicket({ status: 'held', heldFrom: payload.from as Ticket['heldFrom'] });
    case 'ticket.resumed':
    case 'ticket.undone':
      return placeOfTicket({ status: payload.to as Ticket['status'], heldFrom: null });
    case 'ticket.completed':
    case 'ticket.cancelled':
    case 'ticket.noShow':
    case 'booking.lapsed':
    case 'ticket.closedByRule':
      return null;
    default:
      return undefined;
  }
}

/** Takes an event into the positions of the visits that are in the hall. */
export function takePosition(visits: Map<string, VisitPosition>, event: JourneyEvent): void {
  const { kind, visitId, ticketId, at: since } = event;
  if (!visitId) return;
  if (kind === 'visit.ended') {
    visits.delete(visitId);
    return;
  }
  const place = ticketId ? placeAfter(event) : undefined;
  if (ticketId && place !== undefined) moveTicket(visits, visitId, ticketId, place, since);
  const moved = MOVES.get(kind);
  if (!moved) return;
  const visit = visits.get(visitId);
  if (visit) Object.assign(visit, { at: moved, since });
  // Of somebody who is not in the hall only the visit itself tells that he is here: a complaint may come by telephone.
  else if (kind.startsWith('visit.')) visits.set(visitId, { visitId, at: moved, since, tickets: new Map() });
}

function moveTicket(
  visits: Map<string, VisitPosition>,
  visitId: string,
  ticketId: string,
  place: Touchpoint | null,
  since: Date,
): void {
  const visit = visits.get(visitId);
  if (place) {
    if (visit) {
      visit.tickets.set(ticketId, { at: place, since });
      Object.assign(visit, { at: place, since });
    } else visits.set(visitId, { visitId, at: place, since, tickets: new Map([[ticketId, { at: place, since }]]) });
    return;
  }
  if (!visit?.tickets.delete(ticketId)) return;
  // One service is done, and another one is waited for: he is where that ticket has him.
  const other = [...visit.tickets.values()].sort((a, b) => b.since.getTime() - a.since.getTime())[0];
  if (other) Object.assign(visit, { at: other.at, since });
  else visits.delete(visitId);
}

/** The visits of each touchpoint now, the longest there first. */
export function positionsAt(visits: Iterable<VisitPosition>, now: Date): Map<Touchpoint, VisitPosition[]> {
  const places = new Map<Touchpoint, VisitPosition[]>();
  for (const visit of visits) {
    if (visit.tickets.size === 0 && now.getTime() - visit.since.getTime() > LINGERS_MS) continue;
    const here = places.get(visit.at);
    if (here) here.push(visit);
    else places.set(visit.at, [visit]);
  }
  for (const here of places.values()) here.sort((a, b) => a.since.getTime() - b.since.getTime());
  return places;
}
