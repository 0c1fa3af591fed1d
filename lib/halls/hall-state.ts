import type { Announcement } from '@/lib/announcements/announcement';
import { byCampaignOrder, type Campaign } from '@/lib/campaigns/campaign';
import type { CareVisit } from '@/lib/care/care-visit';
import type { CounterSession } from '@/lib/counters/counter-session';
import type { NumberBlock } from '@/lib/offline/number-block';
import { byQueueOrder } from '@/lib/tickets/queue-order';
import { isActive, type Ticket, type TicketLeg } from '@/lib/tickets/ticket';
import type { Touchpoint } from '@/lib/touchpoints/registry';
import type { DurationSums } from '@/lib/waiting/duration-sums';
import { type Learned, type LearnedKey, type LearnedStats, learnedName } from '@/lib/waiting/learned';
import type { HallConfig } from './hall-config';
import type { OpeningFacts } from './hall-opening';

/** Tickets that ended stay at hand this long: recent lists, return of a no-show, undo. */
export const RECENT_MS = 30 * 60_000;
/** As long as a ticket stays open over midnight, and the trend before it. */
export const EVENING_MS = 8 * 3_600_000;
/** Announcements older than this interest no screen. */
export const ANNOUNCED_MS = 10 * 60_000;

/**
 * What a hall is at one version of its clock: settings, the people in it, its counters, today's finished legs. It is
 * as large as the hall's day, not as its history. Kept in memory beside the database, whose hall clock tells whether
 * it is current; changes of a committed command are applied to it, anything else reloads it.
 */
export interface HallState {
  version: number;
  config: HallConfig;
  /** What people have said about the hall being open; see hall-opening.ts. */
  opening: OpeningFacts | null;
  serviceDay: string;
  tickets: Map<string, Ticket>;
  /** Open and paused sessions by counter id. */
  sessions: Map<string, CounterSession>;
  /** Open and taken care visits, and those done or lapsed for tickets still at hand. */
  care: Map<string, CareVisit>;
  announcements: Announcement[];
  /** Finished legs of the service day, in order of their end. */
  legs: TicketLeg[];
  /** Of the evening before, until the morning: what those who stayed over midnight, and the last two hours, go on from. */
  eveningLegs: TicketLeg[];
  /** Number of tickets issued on the service day; also the order of issue. */
  issuedToday: number;
  /** The last number given on the service day, by letter. */
  sequences: Map<string, number>;
  /** Numbers of the service day that guide desks keep for when they have no connection. */
  numberBlocks: NumberBlock[];
  /** What the hall has learned of its promises (see promise-correction.ts), and until when. */
  promises: { correction: number; settled: number; settledUntil: Date };
  /** What the hall has learned of its services, by `learnedName`; and of pauses, by kind. */
  learned: Map<string, Learned<LearnedStats>>;
  pauses: Map<string, Learned<DurationSums>>;
  /** Campaigns that run or are planned, in their order. */
  campaigns: Campaign[];
  /** Version of the last event of each touchpoint; one that is missing has not changed since `loadedAt`. */
  touched: Map<Touchpoint, number>;
  /** The version at which this state was loaded. */
  loadedAt: number;
  /** When what is no longer of interest was last let go, epoch ms. */
  prunedAt: number;
}

/** What one command changed, for the state in memory. Each entry is the row as it is after the commit. */
export interface StateChange {
  tickets: Ticket[];
  sessions: CounterSession[];
  care: CareVisit[];
  announcements: Announcement[];
  legs: TicketLeg[];
  legsRemoved: string[];
  issued: number;
  sequences: { letter: string; last: number }[];
  numberBlocks: NumberBlock[];
  learned: { key: LearnedKey; learned: Learned<LearnedStats> }[];
  pauses: { kind: string; learned: Learned<DurationSums> }[];
  promises: HallState['promises'] | null;
  campaigns: Campaign[];
  /** Null: as it was. */
  opening: OpeningFacts | null;
  /** Settings changed, or more than the lists say: load again. */
  reload: boolean;
}

export function noChange(): StateChange {
  return {
    tickets: [],
    sessions: [],
    care: [],
    announcements: [],
    legs: [],
    legsRemoved: [],
    issued: 0,
    sequences: [],
    numberBlocks: [],
    learned: [],
    pauses: [],
    promises: null,
    campaigns: [],
    opening: null,
    reload: false,
  };
}

/** Applies a committed change. The state's maps are changed in place: readers copy what they hand out. */
export function applyChange(state: HallState, change: StateChange, version: number, now: Date): void {
  state.version = version;
  for (const ticket of change.tickets) {
    // Tickets of days to come are not the hall's yet.
    if (ticket.serviceDay > state.serviceDay) state.tickets.delete(ticket.id);
    else state.tickets.set(ticket.id, ticket);
  }
  for (const session of change.sessions) {
    if (session.state === 'closed') {
      if (state.sessions.get(session.counterId)?.id === session.id) state.sessions.delete(session.counterId);
    } else state.sessions.set(session.counterId, session);
  }
  for (const visit of change.care) state.care.set(visit.id, visit);
  for (const announcement of change.announcements) {
    const at = state.announcements.findIndex((a) => a.id === announcement.id);
    if (at >= 0) state.announcements[at] = announcement;
    else state.announcements.push(announcement);
  }
  for (const id of change.legsRemoved)
    for (const legs of [state.legs, state.eveningLegs]) {
      const at = legs.findLastIndex((l) => l.id === id);
      if (at >= 0) legs.splice(at, 1);
    }
  state.legs.push(...change.legs.filter((l) => l.serviceDay === state.serviceDay));
  state.issuedToday += change.issued;
  for (const { letter, last } of change.sequences) state.sequences.set(letter, last);
  state.numberBlocks.push(...change.numberBlocks);
  if (change.promises) state.promises = change.promises;
  for (const { key, learned } of change.learned) state.learned.set(learnedName(key), learned);
  for (const { kind, learned } of change.pauses) state.pauses.set(kind, learned);
  if (change.campaigns.length > 0) {
    const changed = new Set(change.campaigns.map(({ id }) => id));
    const open = change.campaigns.filter(({ endedAt }) => endedAt === null);
    state.campaigns = [...state.campaigns.filter(({ id }) => !changed.has(id)), ...open].sort(byCampaignOrder);
  }
  if (change.opening) state.opening = change.opening;
  if (now.getTime() - state.prunedAt < PRUNE_EVERY_MS && now.getTime() >= state.prunedAt) return;
  state.prunedAt = now.getTime();
  prune(state, now);
}

/** Looking at everything at hand for each change would make a change cost more the busier the last half hour was. */
const PRUNE_EVERY_MS = 10_000;

function prune(state: HallState, now: Date): void {
  const recent = now.getTime() - RECENT_MS;
  for (const [id, ticket] of state.tickets)
    if (!isActive(ticket.status) && (ticket.completedAt?.getTime() ?? 0) < recent) state.tickets.delete(id);
  for (const [id, visit] of state.care) if (!state.tickets.has(visit.ticketId)) state.care.delete(id);
  const evening = now.getTime() - EVENING_MS;
  while (state.eveningLegs[0] && state.eveningLegs[0].endedAt.getTime() < evening) state.eveningLegs.shift();
  const heard = now.getTime() - ANNOUNCED_MS;
  while (state.announcements[0] && state.announcements[0].at.getTime() < heard) state.announcements.shift();
}

/** Everyone waiting, in the order in which they will be called. */
export function waitingInOrder(state: HallState): Ticket[] {
  return [...state.tickets.values()].filter((t) => t.status === 'waiting').sort(byQueueOrder);
}

/** The customer at a counter: called there or being served there. */
export function atCounter(state: HallState, counterId: string): Ticket | undefined {
  for (const ticket of state.tickets.values())
    if (ticket.counterId === counterId && (ticket.status === 'called' || ticket.status === 'serving')) return ticket;
  return undefined;
}
