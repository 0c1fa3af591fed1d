import type { z } from 'zod';
import type { Clock } from '@/lib/core/clock';
import type { Result } from '@/lib/core/result';
import type { HallState } from '@/lib/halls/hall-state';
import type { Database, Tx } from '@/lib/platform/db/client';
import type { Actor } from '@/lib/staff/actor';
import type { Permission } from '@/lib/staff/policy';
import type { SettingsWork } from './settings-work';
import type { Work } from './work';

/** Who calls, and under which key the answer is kept so that a repetition has no second effect. */
export interface Caller {
  actor: Actor;
  idempotencyKey?: string;
}

/** Where commands look things up before they have their turn: only what never changes (which hall a ticket is of). */
export interface Lookup {
  db: Database;
  clock: Clock;
  /** Halls in memory: what is found there needs no query. */
  states: ReadonlyMap<string, HallState>;
}

interface CommandBase<I extends z.ZodType> {
  /** Verb of the field, as in events and audit: "ticket.issue". */
  name: string;
  input: I;
  permission: Permission | ((input: z.output<I>) => Permission);
  /** The hall this is about; `not-found` where there is none. */
  locate(lookup: Lookup, input: z.output<I>): Promise<Result<string>>;
}

/**
 * A command on the queue: it reads and changes the hall's state. It decides first and changes only when it will
 * succeed, because commands that come at the same moment share a transaction.
 */
export interface QueueCommand<I extends z.ZodType = z.ZodType, O = unknown> extends CommandBase<I> {
  kind: 'queue';
  run(work: Work, input: z.output<I>): Promise<Result<O>> | Result<O>;
}

/** A command on settings: it writes tables itself, in a transaction of its own; the hall's state is loaded again. */
export interface SettingsCommand<I extends z.ZodType = z.ZodType, O = unknown> extends Omit<CommandBase<I>, 'locate'> {
  kind: 'settings';
  /** Null: above all halls. */
  locate(lookup: Lookup, input: z.output<I>): Promise<Result<string | null>>;
  run(work: SettingsWork, input: z.output<I>): Promise<Result<O>>;
}

export type Command<I extends z.ZodType = z.ZodType, O = unknown> = QueueCommand<I, O> | SettingsCommand<I, O>;

export function queueCommand<I extends z.ZodType, O>(command: Omit<QueueCommand<I, O>, 'kind'>): QueueCommand<I, O> {
  return { ...command, kind: 'queue' };
}

export function settingsCommand<I extends z.ZodType, O>(
  command: Omit<SettingsCommand<I, O>, 'kind'>,
): SettingsCommand<I, O> {
  return { ...command, kind: 'settings' };
}

export type { Tx };
