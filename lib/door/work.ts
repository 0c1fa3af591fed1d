import type { Announcement } from '@/lib/announcements/announcement';
import type { Campaign } from '@/lib/campaigns/campaign';
import type { CareVisit } from '@/lib/care/care-visit';
import { newId } from '@/lib/core/ids';
import type { CounterSession } from '@/lib/counters/counter-session';
import type { DeadlineKind } from '@/lib/deadlines/deadline';
import { deleteDeadline, saveDeadline } from '@/lib/deadlines/repository';
import type { HallConfig } from '@/lib/halls/hall-config';
import type { OpeningFacts } from '@/lib/halls/hall-opening';
import { applyChange, type HallState, noChange, type StateChange } from '@/lib/halls/hall-state';
import { type NumberBlock, numberAfter } from '@/lib/offline/number-block';
import type { Tx } from '@/lib/platform/db/client';
import { findRating } from '@/lib/ratings/queries';
import type { Rating } from '@/lib/ratings/rating';
import { type Actor, actorRef } from '@/lib/staff/actor';
import { daysBeside, isHeldOver, ticketAtHand } from '@/lib/tickets/held-numbers';
import { ticketNumber } from '@/lib/tickets/number';
import { toTicket, WITH_VISIT } from '@/lib/tickets/queries';
import { type NewVisit, raiseSequence, type VisitChange } from '@/lib/tickets/repository';
import { ACTIVE_STATUSES, isActive, type Ticket, type TicketLeg } from '@/lib/tickets/ticket';
import { type NewEvent, touchpointOf } from '@/lib/touchpoints/events';
import type { DurationSums } from '@/lib/waiting/duration-sums';
import type { Learned, LearnedKey, LearnedStats } from '@/lib/waiting/learned';
import { savePromiseRecord } from '@/lib/waiting/repository';
import type { Sheet } from './sheet';
import { storedEvents } from './stored-event';

/**
 * What one queue command works with: the hall's state, the actor, the time, and the verbs that change things. Each
 * verb changes the state in memory at once (the next command of the same transaction sees it) and the sheet.
 */
export class Work {
  readonly config: HallConfig;
  private change: StateChange = noChange();
  private events: NewEvent[] = [];

  constructor(
    readonly state: HallState,
    readonly actor: Actor,
    readonly now: Date,
    readonly version: number,
    /**
     * The transaction, for what the state in memory does not hold. It is shared with commands that came at the same
     * moment: a command writes here only when it is certain to succeed, and records an event with it.
     */
    readonly tx: Tx,
    private readonly sheet: Sheet,
  ) {
    this.config = state.config;
  }

  get hallId(): string {
    return this.config.id;
  }

  get by(): string {
    return actorRef(this.actor);
  }

  get serviceDay(): string {
    return this.state.serviceDay;
  }

  newId(): string {
    return newId(this.now);
  }

  /** A ticket of this hall: from the state, or from the database when it ended long ago. */
  async ticket(id: string): Promise<Ticket | undefined> {
    const here = this.state.tickets.get(id) ?? this.sheet.ticket(id);
    if (here) return here;
    const row = await this.tx.ticket.findFirst({ where: { id, hallId: this.hallId }, include: WITH_VISIT });
    return row ? toTicket(row) : undefined;
  }

  /**
   * The ticket with this number: of whoever is in the hall with it, also since before midnight; otherwise that of this
   * service day, also one that ended long ago; otherwise one of the day before that has just ended.
   */
  async ticketOfNumber(number: string): Promise<Ticket | undefined> {
    const { hallId, serviceDay } = this;
    const here = ticketAtHand(this.state.tickets.values(), number);
    if (here && (isActive(here.status) || here.serviceDay === serviceDay)) return here;
    const row = await this.tx.ticket.findFirst({ where: { hallId, serviceDay, number }, include: WITH_VISIT });
    return row ? toTicket(row) : here;
  }

  /** The legs that a ticket has finished. */
  async legsOf(ticketId: string): Promise<{ id: string; ordinal: number }[]> {
    const stored = await this.tx.ticketLeg.findMany({
      where: { ticketId },
      select: { id: true, ordinal: true },
      orderBy: { ordinal: 'asc' },
    });
    const known = new Set(stored.map((l) => l.id));
    return [...stored, ...this.state.legs.filter((l) => l.ticketId === ticketId && !known.has(l.id))];
  }

  addVisit(visit: NewVisit): void {
    this.sheet.addVisit(visit);
  }

  changeVisit(id: string, change: VisitChange): void {
    this.sheet.changeVisit(id, change);
  }

  addTicket(ticket: Ticket): void {
    this.sheet.addTicket(ticket);
    this.apply({ tickets: [ticket], issued: ticket.serviceDay === this.serviceDay ? 1 : 0 });
  }

  /** Saves a ticket after a transition: version + 1, and the way back for undo. */
  saveTicket(before: Ticket, after: Ticket, undo: Ticket['undo'] = null): Ticket {
    const saved = { ...after, version: before.version + 1, undo };
    this.sheet.changeTicket(saved, before);
    this.apply({ tickets: [saved] });
    return saved;
  }

  addLeg(leg: TicketLeg): void {
    this.sheet.addLeg(leg);
    this.apply({ legs: [leg] });
  }

  removeLeg(id: string): void {
    this.sheet.removeLeg(id);
    this.apply({ legsRemoved: [id] });
  }

  addSession(session: CounterSession): void {
    this.sheet.addSession(session);
    this.apply({ sessions: [session] });
  }

  saveSession(session: CounterSession): void {
    this.sheet.changeSession(session);
    this.apply({ sessions: [session] });
  }

  addCare(visit: CareVisit): void {
    this.sheet.addCare(visit);
    this.apply({ care: [visit] });
  }

  saveCare(visit: CareVisit): void {
    this.sheet.changeCare(visit);
    this.apply({ care: [visit] });
  }

  announce(announcement: Announcement): void {
    this.sheet.addAnnouncement(announcement);
    this.apply({ announcements: [announcement] });
  }

  saveAnnouncement(announcement: Announcement): void {
    this.sheet.changeAnnouncement(announcement);
    this.apply({ announcements: [announcement] });
  }

  /** What is said about the hall being open. */
  saveOpening(opening: OpeningFacts): void {
    this.sheet.setOpening(opening);
    this.apply({ opening });
  }

  addReceipt(receipt: { announcementId: string; screenId: string; shownAt: Date; spokenAt: Date | null }): void {
    this.sheet.addReceipt(receipt);
  }

  /** What the customer said of a ticket so far: also by a command that shares this transaction. */
  async rating(ticketId: string): Promise<Rating | null> {
    return this.sheet.rating(ticketId) ?? findRating(this.tx, ticketId);
  }

  saveRating(rating: Rating): void {
    this.sheet.setRating(rating);
    this.apply({});
  }

  /** A new campaign or a changed one; one that has ended leaves the state. */
  saveCampaign(campaign: Campaign): void {
    this.sheet.setCampaign(campaign);
    this.apply({ campaigns: [campaign] });
  }

  /**
   * The next number of a letter on a service day, today's unless said. Left out are those of guide desks' blocks, and
   * those with which a customer of another day is, or will be, in the hall at the same time.
   */
  async nextNumber(letter: string, serviceDay = this.serviceDay): Promise<string> {
    for (;;) {
      const number = ticketNumber(letter, await this.nextSequence(letter, serviceDay));
      if (!(await this.isHeldBeside(number, serviceDay))) return number;
    }
  }

  /** Whether somebody else who is in the hall has this ticket's number: of another day, as its own are apart. */
  isNumberHeld({ id, number }: Pick<Ticket, 'id' | 'number'>): boolean {
    const here = ticketAtHand(this.state.tickets.values(), number);
    return here !== undefined && here.id !== id && isActive(here.status) && here.status !== 'booked';
  }

  private async nextSequence(letter: string, serviceDay: string): Promise<number> {
    if (serviceDay !== this.serviceDay) {
      // The rows of days to come are not at hand.
      this.dirty = true;
      return raiseSequence(this.tx, { hallId: this.hallId, serviceDay, letter });
    }
    const blocks = this.state.numberBlocks.filter((block) => block.letter === letter);
    const last = numberAfter(this.state.sequences.get(letter) ?? 0, blocks);
    this.sheet.setSequence({ hallId: this.hallId, serviceDay, letter }, last);
    this.apply({ sequences: [{ letter, last }] });
    return last;
  }

  /** Whether a customer of another day has this number while somebody of `serviceDay` would have it. */
  private async isHeldBeside(number: string, serviceDay: string): Promise<boolean> {
    if (serviceDay === this.serviceDay && isHeldOver(this.state.tickets.values(), number, serviceDay)) return true;
    const beside = daysBeside(this.config, serviceDay);
    if (beside.length === 0) return false;
    if (this.sheet.openTicketWith(number, beside)) return true;
    const where = { hallId: this.hallId, serviceDay: { in: beside }, number, status: { in: [...ACTIVE_STATUSES] } };
    return (await this.tx.ticket.findFirst({ where, select: { id: true } })) !== null;
  }

  /** Numbers for a guide desk that may lose its connection. */
  addNumberBlock(block: NumberBlock): void {
    this.sheet.addNumberBlock(block);
    this.apply({ numberBlocks: [block] });
  }

  /** What the hall has learned of a part of a service's past. */
  learn(key: LearnedKey, learned: Learned<LearnedStats>): void {
    this.sheet.setLearned(key, learned);
    this.apply({ learned: [{ key, learned }] });
  }

  /** What the hall has learned of pauses of a kind. */
  learnPause(kind: string, learned: Learned<DurationSums>): void {
    this.sheet.setPause(kind, learned);
    this.apply({ pauses: [{ kind, learned }] });
  }

  /** What was learned of the hall's promises. */
  async savePromises(promises: HallState['promises']): Promise<void> {
    await savePromiseRecord(this.tx, this.hallId, promises);
    this.apply({ promises });
  }

  /** Says that the command wrote through `tx` itself, where no event tells of it. */
  wrote(): void {
    this.dirty = true;
  }

  /** From `dueAt` on the house does what the kind of deadline says, once. A new time replaces the old one. */
  setDeadline(kind: DeadlineKind, subjectId: string, dueAt: Date): Promise<void> {
    this.dirty = true;
    return saveDeadline(this.tx, { id: this.newId(), hallId: this.hallId, kind, subjectId, dueAt });
  }

  /** What was due is no longer. */
  clearDeadline(kind: DeadlineKind, subjectId: string): Promise<void> {
    this.dirty = true;
    return deleteDeadline(this.tx, { hallId: this.hallId, kind, subjectId });
  }

  /** Records what happened; stored in the same transaction, in the order of the calls. */
  record(event: NewEvent): void {
    this.events.push(event);
  }

  get changed(): boolean {
    return this.dirty || this.events.length > 0;
  }

  private dirty = false;

  private apply(change: Partial<StateChange>): void {
    this.dirty = true;
    // The version moves with the first change: what is computed from the state belongs to it.
    applyChange(this.state, { ...this.change, ...change }, this.version, this.now);
  }

  /** Called by the door when the command succeeded. */
  finish(): void {
    if (!this.changed) return;
    this.state.version = this.version;
    for (const event of this.events) this.state.touched.set(touchpointOf(event), this.version);
    this.sheet.addEvents(
      storedEvents(this.events, {
        hallId: this.hallId,
        timeZone: this.config.timeZone,
        version: this.version,
        now: this.now,
        by: this.by,
        newId: () => this.newId(),
      }),
    );
  }
}
