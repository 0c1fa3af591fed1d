import type { Announcement } from '@/lib/announcements/announcement';
import { insertAnnouncements, saveReceipt, updateAnnouncement } from '@/lib/announcements/repository';
import type { Campaign } from '@/lib/campaigns/campaign';
import { saveCampaign } from '@/lib/campaigns/repository';
import type { CareVisit } from '@/lib/care/care-visit';
import { insertCareVisits, updateCareVisit } from '@/lib/care/repository';
import type { CounterSession } from '@/lib/counters/counter-session';
import { insertSession, updateSession } from '@/lib/counters/repository';
import type { OpeningFacts } from '@/lib/halls/hall-opening';
import { saveOpening } from '@/lib/halls/repository';
import type { NumberBlock } from '@/lib/offline/number-block';
import { insertBlocks } from '@/lib/offline/repository';
import type { Tx } from '@/lib/platform/db/client';
import type { Rating } from '@/lib/ratings/rating';
import { saveRating } from '@/lib/ratings/repository';
import {
  deleteLeg,
  insertLegs,
  insertTickets,
  insertVisits,
  type NewVisit,
  saveSequence,
  updateTicket,
  updateVisit,
  type VisitChange,
} from '@/lib/tickets/repository';
import { isActive, type Ticket, type TicketLeg } from '@/lib/tickets/ticket';
import { insertEvents, type StoredEvent } from '@/lib/touchpoints/repository';
import type { DurationSums } from '@/lib/waiting/duration-sums';
import { type Learned, type LearnedKey, type LearnedStats, learnedName } from '@/lib/waiting/learned';
import { saveLearned, savePauses } from '@/lib/waiting/repository';

/** A row changed under our hands: the whole transaction is taken back and tried again on a fresh state. */
export class ChangedMeanwhile extends Error {}

/**
 * The rows that a transaction will write. Commands collect them; `flush` writes them in one go: inserts of all
 * commands together, one conditional update for each row that changed.
 */
export class Sheet {
  private visits: NewVisit[] = [];
  private tickets = new Map<string, Ticket>();
  private ticketUpdates = new Map<string, { ticket: Ticket; was: Ticket }>();
  private visitUpdates = new Map<string, VisitChange>();
  private legs: TicketLeg[] = [];
  private legsRemoved: string[] = [];
  private sessions = new Map<string, CounterSession>();
  private sessionUpdates = new Map<string, CounterSession>();
  private care = new Map<string, CareVisit>();
  private careUpdates = new Map<string, CareVisit>();
  private announcements = new Map<string, Announcement>();
  private announcementUpdates = new Map<string, Announcement>();
  private receipts: Parameters<typeof saveReceipt>[1][] = [];
  private sequences = new Map<string, { hallId: string; serviceDay: string; letter: string; last: number }>();
  private numberBlocks: NumberBlock[] = [];
  private learned = new Map<string, { key: LearnedKey; learned: Learned<LearnedStats> }>();
  private pauses = new Map<string, Learned<DurationSums>>();
  private ratings = new Map<string, Rating>();
  private campaigns = new Map<string, Campaign>();
  private events: StoredEvent[] = [];
  private opening: OpeningFacts | null = null;

  constructor(
    private readonly hallId: string,
    private readonly now: Date,
  ) {}

  setOpening(opening: OpeningFacts): void {
    this.opening = opening;
  }

  setLearned(key: LearnedKey, learned: Learned<LearnedStats>): void {
    this.learned.set(learnedName(key), { key, learned });
  }

  setPause(kind: string, learned: Learned<DurationSums>): void {
    this.pauses.set(kind, learned);
  }

  addVisit(visit: NewVisit): void {
    this.visits.push(visit);
  }

  changeVisit(id: string, change: VisitChange): void {
    this.visitUpdates.set(id, { ...this.visitUpdates.get(id), ...change });
  }

  addTicket(ticket: Ticket): void {
    this.tickets.set(ticket.id, ticket);
  }

  /** A ticket as commands of this transaction have left it; undefined where none has touched it. */
  ticket(id: string): Ticket | undefined {
    return this.tickets.get(id) ?? this.ticketUpdates.get(id)?.ticket;
  }

  changeTicket(ticket: Ticket, was: Ticket): void {
    if (this.tickets.has(ticket.id)) this.tickets.set(ticket.id, ticket);
    else this.ticketUpdates.set(ticket.id, { ticket, was: this.ticketUpdates.get(ticket.id)?.was ?? was });
  }

  addLeg(leg: TicketLeg): void {
    this.legs.push(leg);
  }

  removeLeg(id: string): void {
    const here = this.legs.findIndex((l) => l.id === id);
    if (here >= 0) this.legs.splice(here, 1);
    else this.legsRemoved.push(id);
  }

  addSession(session: CounterSession): void {
    this.sessions.set(session.id, session);
  }

  changeSession(session: CounterSession): void {
    (this.sessions.has(session.id) ? this.sessions : this.sessionUpdates).set(session.id, session);
  }

  addCare(visit: CareVisit): void {
    this.care.set(visit.id, visit);
  }

  changeCare(visit: CareVisit): void {
    (this.care.has(visit.id) ? this.care : this.careUpdates).set(visit.id, visit);
  }

  addAnnouncement(announcement: Announcement): void {
    this.announcements.set(announcement.id, announcement);
  }

  changeAnnouncement(announcement: Announcement): void {
    (this.announcements.has(announcement.id) ? this.announcements : this.announcementUpdates).set(
      announcement.id,
      announcement,
    );
  }

  setRating(rating: Rating): void {
    this.ratings.set(rating.ticketId, rating);
  }

  rating(ticketId: string): Rating | undefined {
    return this.ratings.get(ticketId);
  }

  setCampaign(campaign: Campaign): void {
    this.campaigns.set(campaign.id, campaign);
  }

  addReceipt(receipt: Parameters<typeof saveReceipt>[1]): void {
    this.receipts.push(receipt);
  }

  /** A ticket with this number of one of these days, as commands of this transaction have left it. */
  openTicketWith(number: string, serviceDays: readonly string[]): Ticket | undefined {
    const changed = [...this.tickets.values(), ...[...this.ticketUpdates.values()].map(({ ticket }) => ticket)];
    return changed.find((t) => t.number === number && isActive(t.status) && serviceDays.includes(t.serviceDay));
  }

  setSequence(key: { hallId: string; serviceDay: string; letter: string }, last: number): void {
    this.sequences.set(`${key.serviceDay} ${key.letter}`, { ...key, last });
  }

  addNumberBlock(block: NumberBlock): void {
    this.numberBlocks.push(block);
  }

  addEvents(events: StoredEvent[]): void {
    this.events.push(...events);
  }

  /** Writes everything. Throws ChangedMeanwhile when a conditional update found another version. */
  async flush(tx: Tx): Promise<void> {
    for (const { last, ...key } of this.sequences.values()) await saveSequence(tx, key, last);
    if (this.numberBlocks.length) await insertBlocks(tx, this.numberBlocks);
    if (this.visits.length) await insertVisits(tx, this.visits);
    if (this.tickets.size) await insertTickets(tx, [...this.tickets.values()]);
    for (const { ticket, was } of this.ticketUpdates.values())
      if (!(await updateTicket(tx, ticket, was))) throw new ChangedMeanwhile(`ticket ${ticket.id}`);
    for (const [id, change] of this.visitUpdates) await updateVisit(tx, id, change);
    for (const id of this.legsRemoved) await deleteLeg(tx, id);
    if (this.legs.length) await insertLegs(tx, this.hallId, this.legs);
    for (const { key, learned } of this.learned.values()) await saveLearned(tx, this.hallId, key, learned, this.now);
    for (const [kind, learned] of this.pauses) await savePauses(tx, this.hallId, kind, learned, this.now);
    // Ended sessions first: their counter and clerk become free for the session that follows.
    for (const session of this.sessionUpdates.values()) await updateSession(tx, session);
    for (const session of this.sessions.values()) await insertSession(tx, session);
    if (this.care.size) await insertCareVisits(tx, [...this.care.values()]);
    for (const visit of this.careUpdates.values()) await updateCareVisit(tx, visit);
    if (this.announcements.size) await insertAnnouncements(tx, [...this.announcements.values()]);
    for (const announcement of this.announcementUpdates.values()) await updateAnnouncement(tx, announcement);
    for (const rating of this.ratings.values()) await saveRating(tx, rating);
    for (const campaign of this.campaigns.values()) await saveCampaign(tx, campaign);
    for (const receipt of this.receipts) await saveReceipt(tx, receipt);
    if (this.opening) await saveOpening(tx, this.hallId, this.opening);
    if (this.events.length) await insertEvents(tx, this.events);
  }
}
