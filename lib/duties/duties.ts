import { escalateCare } from '@/lib/care/commands';
import { closeForgotten, flagSilentClerks, seeClerks } from '@/lib/counters/commands';
import { listHallsWithDue } from '@/lib/deadlines/queries';
import { execute, readState } from '@/lib/door/execute';
import { type House, tellHallChanged } from '@/lib/door/house';
import { beginWatchingOpenings } from '@/lib/halls/duties';
import { listHallIds } from '@/lib/halls/queries';
import { beginKeepingDays } from '@/lib/journey/duties';
import { repeat } from '@/lib/platform/repeat';
import { FULL_ROUND, summariseLegs } from '@/lib/reports/commands';
import { type PostOffice, sendReports } from '@/lib/reports/duties';
import { listUnsummarisedCare, listUnsummarisedLegs } from '@/lib/reports/queries';
import { screenKeeper } from '@/lib/screens/duties';
import type { LiveScreens } from '@/lib/screens/screen';
import { closeDay } from '@/lib/tickets/commands';
import { crossLimits, flagLikely, learnLegs, settlePromises } from '@/lib/waiting/commands';
import { listRunOutPromises, listUnlearnedLegs } from '@/lib/waiting/queries';
import { forgetAnswers, meetDeadlines } from './commands';
import { type Duty, dueNow, dueSlowly } from './due';

const COMMANDS = {
  crossLimits,
  escalateCare,
  flagSilentClerks,
  flagLikely,
  closeDay,
  closeForgotten,
} as const satisfies Record<Duty, unknown>;
const SYSTEM = { actor: { kind: 'system' } } as const;

/** Runs every duty that is due in every hall. `slow` adds those that are asked every few seconds only. */
export async function runDuties(house: House, slow = true): Promise<void> {
  for (const hall of await listHallIds(house.db)) {
    const now = house.clock.now();
    const before = house.states.get(hall)?.version;
    const due = await readState(house, hall, (state) => ({
      version: state.version,
      duties: [...dueNow(state, now), ...(slow ? dueSlowly(state, now) : [])],
    }));
    if (!due) continue;
    // Another server changed the hall and its message did not come through: the views are made again all the same.
    if (before !== undefined && before !== due.version)
      tellHallChanged(house, { hallId: hall, version: due.version, local: false });
    for (const duty of due.duties) await execute(house, SYSTEM, COMMANDS[duty], { hall });
    if (slow) await learn(house, hall);
  }
}

/** Does what has become due in any hall. */
export async function runDeadlines(house: House): Promise<void> {
  for (const hall of await listHallsWithDue(house.db, house.clock.now()))
    await execute(house, SYSTEM, meetDeadlines, { hall });
}

const SUMMARISE_ROUNDS = 10;

async function learn(house: House, hall: string): Promise<void> {
  const legs = await listUnlearnedLegs(house.db, hall, { endedBefore: house.clock.now(), limit: 1 });
  if (legs.length > 0) await execute(house, SYSTEM, learnLegs, { hall });
  const { promises } = house.states.get(hall) ?? {};
  const now = house.clock.now();
  if (promises && (await listRunOutPromises(house.db, hall, { after: promises.settledUntil, until: now })).length > 0)
    await execute(house, SYSTEM, settlePromises, { hall });
  const at = house.clock.now();
  const loose =
    (await listUnsummarisedLegs(house.db, hall, { endedBefore: at, limit: 1 })).length > 0 ||
    (await listUnsummarisedCare(house.db, hall, 1)).length > 0;
  // After an upgrade there may be years of them: some each time, so that nothing else waits.
  for (let more = loose, round = 0; more && round < SUMMARISE_ROUNDS; round++) {
    const done = await execute(house, SYSTEM, summariseLegs, { hall });
    more = done.ok && done.value >= FULL_ROUND;
  }
}

export interface DutyTimer {
  stop(): Promise<void>;
}

const TICK_MS = 250;
const DEADLINES_EVERY = 2;
const SLOW_EVERY = 20;
const RELOADS_EVERY = 8;
const MAIL_EVERY = 8;
const SEEN_EVERY = 80;
const FORGET_EVERY = 2400;

/** The house's own clockwork: flags and escalations within a fraction of a second, learning and housekeeping slower. */
export function startDuties(
  house: House,
  clerksHere: () => Map<string, string[]>,
  failed: (error: unknown) => void,
  screens?: LiveScreens,
  post?: PostOffice,
): DutyTimer {
  const keepScreens = screens ? screenKeeper(house, screens) : null;
  let tick = 0;
  let posting: Promise<void> | null = null;
  const once = async () => {
    tick++;
    await runDuties(house, tick % SLOW_EVERY === 0);
    await keepScreens?.(tick % RELOADS_EVERY === 0);
    if (tick % DEADLINES_EVERY === 0) await runDeadlines(house);
    // A mail server may take its time: nothing else waits for it.
    if (post && tick % MAIL_EVERY === 0)
      posting ??= sendReports(house, post)
        .catch(failed)
        .finally(() => {
          posting = null;
        });
    if (tick % SEEN_EVERY === 1)
      for (const [hall, counterIds] of clerksHere()) await execute(house, SYSTEM, seeClerks, { hall, counterIds });
    if (tick % FORGET_EVERY === 1) {
      await execute(house, SYSTEM, forgetAnswers, {});
      await beginKeepingDays(house);
      await beginWatchingOpenings(house);
    }
  };
  const ticking = repeat(once, TICK_MS, failed);
  return {
    async stop() {
      await ticking.stop();
      await posting;
    },
  };
}
