import type { z } from 'zod';
import type { Result } from '@/lib/core/result';
import type { Command } from '@/lib/door/command';
import { execute, readState } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import type { HallState } from '@/lib/halls/hall-state';
import { localTime } from '@/lib/halls/service-day';
import type { Actor } from '@/lib/staff/actor';
import type { Touchpoint } from '@/lib/touchpoints/registry';
import { chance } from './chance';

/** A moment of the day at which something of an act happens, with chances of its own. */
export interface Occasion {
  /** The same after a restart. */
  id: string;
  at: Date;
  /** On [0, 1); the same question has the same answer. */
  chance(question: string): number;
}

/**
 * What one touchpoint adds to the demo, through the same commands as the screens. An act keeps nothing in memory: what it
 * needs to know it reads from the hall, so that it goes on from whatever it finds, after a restart and beside people.
 * What a command refuses is left: somebody was faster.
 */
export interface DemoAct {
  touchpoint: Touchpoint;
  /**
   * What the hall owns before its first day: machines, stations, articles, round templates. Once, when the demo hall is
   * made, also where nothing is played (DEMO_PLAY=0): a hall that is set up, and quiet. Nothing that somebody does in a
   * day belongs here.
   */
  seed?(stage: DemoStage): Promise<void>;
  /** One look at the hall: every second while people watch, every ten to twenty in the hours played quickly before. */
  play?(stage: DemoStage): Promise<void>;
}

/** The hall at one look of the player, and the people of the demo as far as no person uses their accounts. */
export class DemoStage {
  constructor(
    private readonly house: House,
    readonly hallId: string,
    private readonly timeZone: string,
    /** The look before this one. */
    readonly before: Date,
    private readonly seed: number,
    private readonly people: ReadonlyMap<string, Actor>,
  ) {}

  get now(): Date {
    return this.house.clock.now();
  }

  get db(): House['db'] {
    return this.house.db;
  }

  /** The service day and the second of it. */
  get local(): { day: string; secondOfDay: number } {
    return localTime(this.now, this.timeZone);
  }

  /** On [0, 1): belongs to a thing and a question about it, the same after a restart. */
  chance(thing: string, question: string): number {
    return chance(this.seed, thing, question);
  }

  /**
   * The moments between the last look and this one at which something that happens `perHour` times an hour does, evenly
   * over the day but never at even intervals.
   */
  occasions(name: string, perHour: number): Occasion[] {
    const slotMs = 3_600_000 / perHour;
    const [from, to] = [this.before.getTime(), this.now.getTime()];
    const found: Occasion[] = [];
    for (let slot = Math.floor(from / slotMs); slot * slotMs <= to; slot += 1) {
      const id = `${name} ${slot}`;
      const at = (slot + chance(0, id, 'when')) * slotMs;
      if (at > from && at <= to)
        found.push({ id, at: new Date(at), chance: (question) => chance(0, id, `about ${question}`) });
    }
    return found;
  }

  /** True once, at the look in which `seconds` after `since` have passed. */
  passed(since: Date | null, seconds: number): boolean {
    if (!since) return false;
    const due = since.getTime() + seconds * 1000;
    return due > this.before.getTime() && due <= this.now.getTime();
  }

  /** The account's person as events name him: "staff:<id>". Null while a person uses the account. */
  ref(account: string): string | null {
    const actor = this.people.get(account);
    return actor?.kind === 'staff' ? `staff:${actor.id}` : null;
  }

  /** The first of these accounts that no person uses. */
  someone(...accounts: readonly string[]): string | null {
    return accounts.find((account) => this.people.has(account)) ?? null;
  }

  /** Reads the hall as it is. */
  async read<T>(reader: (state: HallState) => T): Promise<T> {
    const read = await readState(this.house, this.hallId, reader);
    if (read === null) throw new Error('The demo hall is gone.');
    return read;
  }

  /** Does something as one of the demo's people; null while a person uses the account. */
  async as<I extends z.ZodType, O>(
    account: string,
    command: Command<I, O>,
    input: z.input<I>,
  ): Promise<Result<O> | null> {
    const actor = this.people.get(account);
    return actor ? execute(this.house, { actor }, command, input) : null;
  }

  /** Does something as the customer of a ticket. */
  asCustomer<I extends z.ZodType, O>(
    ticket: { id: string; visitId: string },
    command: Command<I, O>,
    input: z.input<I>,
  ): Promise<Result<O>> {
    const actor = { kind: 'customer', ticketId: ticket.id, visitId: ticket.visitId, hallId: this.hallId } as const;
    return execute(this.house, { actor }, command, input);
  }

  /** Does something as the house itself. */
  asHouse<I extends z.ZodType, O>(command: Command<I, O>, input: z.input<I>): Promise<Result<O>> {
    return execute(this.house, { actor: { kind: 'system' } }, command, input);
  }
}
