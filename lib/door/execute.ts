import { createHmac } from 'node:crypto';
import type { z } from 'zod';
import type { FieldProblem } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { fail, type Result, success } from '@/lib/core/result';
import type { HallState } from '@/lib/halls/hall-state';
import { loadHallState } from '@/lib/halls/queries';
import { serviceDay } from '@/lib/halls/service-day';
import type { Tx } from '@/lib/platform/db/client';
import { isTaken, isWriteConflict } from '@/lib/platform/db/refusals';
import { insertRows } from '@/lib/platform/db/written-rows';
import { actorRef } from '@/lib/staff/actor';
import { permits, refusal } from '@/lib/staff/policy';
import { insertEvents } from '@/lib/touchpoints/repository';
import type { Caller, Command, QueueCommand, SettingsCommand } from './command';
import { type House, tellAccessChanged, tellHallChanged } from './house';
import { type Job, Lane } from './lane';
import { SettingsWork } from './settings-work';
import { ChangedMeanwhile, Sheet } from './sheet';
import { storedEvents } from './stored-event';
import { Work } from './work';

/** A command in its hall's lane, waiting for its turn. */
interface QueueJob extends Job {
  command: QueueCommand;
  input: unknown;
  caller: Caller;
  bodyHash: string;
  settle(result: Result<unknown>): void;
  refuse(error: unknown): void;
}

/**
 * The one door for every write. Checks the input, the actor and his permission, takes the hall's turn, runs the
 * command in a transaction with its events, and tells the bus after the commit. Expected refusals are values; what
 * this throws is a fault of the house (the database is gone).
 */
export async function execute<I extends z.ZodType, O>(
  house: House,
  caller: Caller,
  command: Command<I, O>,
  input: z.input<I>,
): Promise<Result<O>> {
  const parsed = command.input.safeParse(input);
  if (!parsed.success) return fail('invalid-input', { errors: fieldProblems(parsed.error) });
  const located = await command.locate(house, parsed.data);
  if (!located.ok)
    return caller.actor.kind === 'anonymous' && command.kind === 'settings' ? fail('unauthenticated') : located;
  const hallId = located.value;
  const permission = typeof command.permission === 'function' ? command.permission(parsed.data) : command.permission;
  if (!permits(caller.actor, permission, hallId)) return fail(refusal(caller.actor, hallId));
  // Only a request that may be repeated is recognised by its body. Keyed, because a body may hold a password.
  const bodyHash = caller.idempotencyKey
    ? createHmac('sha256', house.secret).update(JSON.stringify(input)).digest('base64url')
    : '';
  return new Promise<Result<unknown>>((settle, refuse) => {
    if (command.kind === 'settings') {
      const run = () =>
        runSettings(house, caller, command as SettingsCommand, parsed.data, hallId, bodyHash).then(settle, refuse);
      lane(house, hallId).add({ batch: false, run });
    } else {
      const job: QueueJob = {
        batch: true,
        command: command as QueueCommand,
        input: parsed.data,
        caller,
        bodyHash,
        settle,
        refuse,
      };
      lane(house, hallId).add(job);
    }
  }) as Promise<Result<O>>;
}

/** Reads the hall's committed state between two commands. Null where there is no such hall. */
export function readState<T>(house: House, hallId: string, read: (state: HallState) => T): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const run = async () => {
      const state = await currentState(house, hallId);
      return state ? read(state) : null;
    };
    lane(house, hallId).add({ batch: false, run: () => run().then(resolve, reject) });
  });
}

/** Field problems in the form of the API: path in dots, message in English, code for translation. */
export function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message, code: issue.code }));
}

function lane(house: House, hallId: string | null): Lane {
  const key = hallId ?? '';
  let found = house.lanes.get(key);
  if (!found) {
    found = new Lane((jobs) => runTogether(house, key, jobs as QueueJob[]));
    house.lanes.set(key, found);
  }
  return found;
}

async function currentState(house: House, hallId: string): Promise<HallState | null> {
  const known = house.states.get(hallId);
  if (known && isOfToday(house, known) && !house.shared) return known;
  if (known && isOfToday(house, known)) {
    const clock = await house.db.hallClock.findUnique({ where: { hallId } });
    if (clock?.version === known.version) return known;
  }
  const loaded = await loadHallState(house.db, hallId, house.clock.now());
  if (loaded) house.states.set(hallId, loaded);
  return loaded;
}

function isOfToday(house: House, state: HallState): boolean {
  return state.serviceDay === serviceDay(house.clock.now(), state.config.timeZone);
}

/** Jobs that share a transaction; a job that finds the database changed under it makes all of them start again. */
async function runTogether(house: House, hallId: string, jobs: QueueJob[]): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      const { results, version } = await commitTogether(house, hallId, jobs);
      if (version !== null) tellHallChanged(house, { hallId, version, local: true });
      settle(jobs, results);
      return;
    } catch (error) {
      if (error instanceof NothingChanged) {
        settle(jobs, error.results);
        return;
      }
      house.states.delete(hallId);
      if (attempt < 5 && isConflict(error)) continue;
      if (jobs.length > 1) {
        // One of them may be the cause: each for itself, so that the others get their answer.
        for (const job of jobs) await runTogether(house, hallId, [job]);
        return;
      }
      jobs[0]?.refuse(error);
      return;
    }
  }
}

function settle(jobs: QueueJob[], results: Result<unknown>[]): void {
  for (const [i, job] of jobs.entries()) job.settle(results[i] as Result<unknown>);
}

/** All commands of a transaction were refused, repeated or had nothing to do: it is taken back, and with it its version. */
class NothingChanged extends Error {
  constructor(readonly results: Result<unknown>[]) {
    super('nothing changed');
  }
}

/** A row changed under our hands, or a unique key was taken meanwhile (an idempotency key on another server). */
function isConflict(error: unknown): boolean {
  return error instanceof ChangedMeanwhile || isTaken(error) || isWriteConflict(error);
}

async function commitTogether(
  house: House,
  hallId: string,
  jobs: QueueJob[],
): Promise<{ results: Result<unknown>[]; version: number | null }> {
  return house.db.$transaction(async (tx) => {
    const clock = await tx.hallClock.update({ where: { hallId }, data: { version: { increment: jobs.length } } });
    const before = clock.version - jobs.length;
    let state = house.states.get(hallId);
    if (!state || state.version !== before || !isOfToday(house, state)) {
      const loaded = await loadHallState(tx, hallId, house.clock.now());
      if (!loaded) throw new Error(`Hall ${hallId} has a clock and no settings.`);
      state = loaded;
      house.states.set(hallId, state);
    }
    const sheet = new Sheet(hallId, house.clock.now());
    const answers = new Answers(tx, house);
    await answers.load(jobs);
    const results: Result<unknown>[] = [];
    let changed = false;
    for (const [i, job] of jobs.entries()) {
      const known = answers.find(job);
      if (known) {
        results.push(known);
        continue;
      }
      const work = new Work(state, job.caller.actor, house.clock.now(), before + 1 + i, tx, sheet);
      const result = await job.command.run(work, job.input);
      if (!result.ok && work.changed) throw new Error(`${job.command.name} refused after it had changed something.`);
      if (result.ok) work.finish();
      changed ||= work.changed;
      results.push(result);
      answers.keep(job, result);
    }
    if (!changed && answers.nothingNew) {
      state.version = before;
      throw new NothingChanged(results);
    }
    state.version = clock.version;
    await sheet.flush(tx);
    await answers.flush();
    return { results, version: changed ? clock.version : null };
  });
}

async function runSettings(
  house: House,
  caller: Caller,
  command: SettingsCommand,
  input: unknown,
  hallId: string | null,
  bodyHash: string,
): Promise<Result<unknown>> {
  class Refused extends Error {
    constructor(readonly result: Result<unknown>) {
      super('refused');
    }
  }
  try {
    const { result, version, access } = await house.db.$transaction(async (tx) => {
      const answers = new Answers(tx, house);
      const job = { command, caller, bodyHash };
      await answers.load([job]);
      const known = answers.find(job);
      if (known) return { result: known, version: null, access: [] };
      const clock = hallId
        ? await tx.hallClock.update({ where: { hallId }, data: { version: { increment: 1 } } })
        : null;
      const now = house.clock.now();
      const work = new SettingsWork(tx, caller.actor, now, hallId, house.secret, () => newId(now));
      const outcome = await command.run(work, input);
      if (!outcome.ok) throw new Refused(outcome);
      if (hallId && clock && work.events.length > 0) {
        const hall = await tx.hall.findUniqueOrThrow({ where: { id: hallId }, select: { timeZone: true } });
        const { version } = clock;
        const of = { hallId, version, now, by: work.by, newId: () => work.newId(), timeZone: hall.timeZone };
        await insertEvents(tx, storedEvents(work.events, of));
      }
      answers.keep(job, outcome);
      await answers.flush();
      return { result: outcome, version: clock?.version ?? null, access: work.accessChanges };
    });
    for (const change of access) tellAccessChanged(house, change);
    if (hallId && version !== null) {
      house.states.delete(hallId);
      tellHallChanged(house, { hallId, version, local: true });
    }
    return result;
  } catch (error) {
    if (error instanceof Refused) return error.result;
    if (isTaken(error))
      return fail('already-exists', { detail: 'Something with this name, code or number exists already.' });
    throw error;
  }
}

interface Kept {
  scope: string;
  key: string;
  bodyHash: string;
  /** JSON text of `{ value }`. */
  response: string;
}

interface Asked {
  command: { name: string };
  caller: Caller;
  bodyHash: string;
}

/** Answers already given under an idempotency key: found again, or refused when the body is another. */
class Answers {
  private known = new Map<string, Kept>();
  private fresh: Kept[] = [];

  constructor(
    private readonly tx: Tx,
    private readonly house: House,
  ) {}

  private static scope(job: Asked): string {
    return `${actorRef(job.caller.actor)} ${job.command.name}`;
  }

  /** Looks up the keys of all jobs at once. */
  async load(jobs: Asked[]): Promise<void> {
    const keys = jobs.flatMap(({ caller }) => (caller.idempotencyKey ? [caller.idempotencyKey] : []));
    if (keys.length === 0) return;
    const scopes = new Set(jobs.map(Answers.scope));
    const rows = await this.tx.idempotencyRecord.findMany({ where: { key: { in: keys }, scope: { in: [...scopes] } } });
    for (const row of rows) this.known.set(`${row.scope} ${row.key}`, row);
  }

  /** No answer that is not in the database yet. */
  get nothingNew(): boolean {
    return this.fresh.length === 0;
  }

  find(job: Asked): Result<unknown> | null {
    const key = job.caller.idempotencyKey;
    const found = key ? this.known.get(`${Answers.scope(job)} ${key}`) : undefined;
    if (!found) return null;
    if (found.bodyHash !== job.bodyHash)
      return fail('idempotency-key-reused', { detail: 'Use a new Idempotency-Key for a different request.' });
    return success((JSON.parse(found.response) as { value: unknown }).value);
  }

  /** Only what had an effect is kept: a refused request may be tried again with the same key. */
  keep(job: Asked, result: Result<unknown>): void {
    const key = job.caller.idempotencyKey;
    if (!key || !result.ok) return;
    const scope = Answers.scope(job);
    // As it will be read again: JSON, so that first and repeated answers are the same to the letter.
    const response = JSON.stringify({ value: result.value });
    const kept = { scope, key, bodyHash: job.bodyHash, response };
    this.known.set(`${scope} ${key}`, kept);
    this.fresh.push(kept);
  }

  async flush(): Promise<void> {
    const createdAt = this.house.clock.now();
    const rows = this.fresh.map((kept) => ({ ...kept, createdAt }));
    await insertRows(this.tx, 'idempotency_records', rows);
  }
}
