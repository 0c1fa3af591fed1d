import { isEscalationDue } from '@/lib/care/care-visit';
import { escalateCare, giveCare, takeCare } from '@/lib/care/commands';
import { addSeconds } from '@/lib/core/clock';
import type { Result } from '@/lib/core/result';
import { closeCounter, openCounter, pauseCounter } from '@/lib/counters/commands';
import { execute, readState } from '@/lib/door/execute';
import { buildHouse, type House } from '@/lib/door/house';
import { runDeadlines } from '@/lib/duties/duties';
import type { HallState } from '@/lib/halls/hall-state';
import { localTime } from '@/lib/halls/service-day';
import { createScreen } from '@/lib/screens/commands';
import { listScreens } from '@/lib/screens/queries';
import { callNext, completeTicket, markNoShow, recallTicket, startTicket } from '@/lib/serving/commands';
import type { Actor } from '@/lib/staff/actor';
import {
  cancelTicket,
  checkInTicket,
  closeDay,
  holdTicket,
  issueTicket,
  resumeTicket,
  transferTicket,
} from '@/lib/tickets/commands';
import { crossLimits, learnLegs, settlePromises } from '@/lib/waiting/commands';
import { DemoStage } from './act';
import { playActs, seedActs } from './acts';
import { chance } from './chance';
import { seedDemo } from './commands';
import { customerOf } from './customers';
import { type DayPlan, type PlannedArrival, planDay } from './day-plan';
import { DEMO_HALL } from './demo-hall';
import { demoHours } from './demo-hours';
import { DEMO_STAFF } from './demo-staff';
import { nextSteps, type Step } from './next-steps';
import { findDemoHall, findStaff, inUse, lastEventAt } from './queries';

/** How much of the day is played quickly before people see the hall. */
const PLAYED_BEFORE_SECONDS = 2 * 3600;
/** Steps of the quick play, uneven so that times look like a hall's; live, the player looks once a second. */
const QUICK_STEPS_SECONDS = [14, 11, 17, 13, 19, 12];
/** A person who signed in has the account for this long, and as long as the counter screen is connected. */
const SIGNED_IN_SECONDS = 3600;
const SEEN_SECONDS = 120;

type StaffActor = Extract<Actor, { kind: 'staff' }>;

interface Troupe {
  hallId: string;
  timeZone: string;
  actors: Map<string, StaffActor>;
  /** Where customers take numbers themselves; none in a hall that is not played. */
  kiosk: Actor | null;
}

async function gather(house: House, plays = true): Promise<Troupe | null> {
  const hall = await findDemoHall(house.db, DEMO_HALL.slug);
  if (!hall) return null;
  const { id: hallId, timeZone } = hall;
  const found = await findStaff(
    house.db,
    DEMO_STAFF.map((person) => person.username),
  );
  const actors = new Map<string, StaffActor>();
  for (const { id, username, name } of found) {
    const role = DEMO_STAFF.find((person) => person.username === username)?.role;
    if (role && role !== 'admin')
      actors.set(username, { kind: 'staff', id, name, sessionId: 'demo-player', roles: [{ hallId, role }] });
  }
  return { hallId, timeZone, actors, kiosk: plays ? await kioskOf(house, hallId) : null };
}

/** The kiosk at the entrance of the demo hall, made when it is first needed; whoever has its code can pair it. */
async function kioskOf(house: House, hallId: string): Promise<Actor | null> {
  const known = (await listScreens(house.db, hallId, { limit: 100 })).find(
    ({ kind, revokedAt }) => kind === 'kiosk' && revokedAt === null,
  );
  const kiosk = { kind: 'screen', hallId, screenKind: 'kiosk' } as const;
  if (known) return { ...kiosk, id: known.id };
  const made = await execute(house, { actor: { kind: 'system' } }, createScreen, {
    hall: hallId,
    kind: 'kiosk',
    name: 'Entrance',
  });
  return made.ok ? { ...kiosk, id: made.value.id } : null;
}

/**
 * Makes the demo hall in an empty database, with its people and what its touchpoints own. Where its first hours will be
 * played, everything was there before they began; where nothing is played, it is a hall that is set up, and quiet.
 */
export async function setUpDemo(
  house: House,
  playedSeconds = PLAYED_BEFORE_SECONDS,
  timeZone = DEMO_HALL.timeZone,
): Promise<void> {
  const now = house.clock.now();
  const at = addSeconds(now, -playedSeconds - 1);
  const earlier = buildHouse({ db: house.db, shared: false, clock: { now: () => at }, secret: house.secret });
  const hours = playedSeconds > 0 ? demoHours(at, now, timeZone) : undefined;
  if (!(await seedDemo(earlier, hours, timeZone))) return;
  const troupe = await gather(earlier, playedSeconds > 0);
  if (troupe) await seedActs(stageOf(earlier, troupe, planDay(localTime(at, troupe.timeZone).day), new Set(), at));
}

function stageOf(house: House, troupe: Troupe, plan: DayPlan, used: Set<string>, before: Date): DemoStage {
  const free = new Map([...troupe.actors].filter(([, actor]) => !used.has(actor.id)));
  return new DemoStage(house, troupe.hallId, troupe.timeZone, before, plan.seed, free);
}

/** The plan of each day, drawn once. */
class Plans {
  private readonly days = new Map<string, DayPlan>();

  constructor(private readonly timeZone: string) {}

  of(at: Date): DayPlan {
    const { day } = localTime(at, this.timeZone);
    let plan = this.days.get(day);
    if (!plan) {
      this.days.clear();
      plan = planDay(day);
      this.days.set(day, plan);
    }
    return plan;
  }

  /** Who came after `from` until `to`; across midnight only those of the new day. */
  arrivals(from: Date, to: Date): PlannedArrival[] {
    const start = localTime(from, this.timeZone);
    const end = localTime(to, this.timeZone);
    const after = start.day === end.day ? start.secondOfDay : -1;
    return this.of(to).arrivals.filter((a) => Math.floor(a.second) > after && Math.floor(a.second) <= end.secondOfDay);
  }
}

/**
 * Plays the last two hours of the hall (or what is missing of them since the last event) quickly, with their own times,
 * on a house of its own whose clock runs ahead. Must be done before the doors open: the house that people use knows
 * nothing of it and finds it in the database.
 */
export async function playBefore(house: House, seconds = PLAYED_BEFORE_SECONDS): Promise<void> {
  const troupe = await gather(house);
  if (!troupe) return;
  const last = await lastEventAt(house.db, troupe.hallId);
  const from = addSeconds(house.clock.now(), -seconds);
  let at = last && last > from ? addSeconds(last, 1) : from;
  const earlier = buildHouse({ db: house.db, shared: false, clock: { now: () => at }, secret: house.secret });
  const plans = new Plans(troupe.timeZone);
  const cast = castOf(troupe, new Set());
  for (let i = 0, before = at; at <= house.clock.now(); i += 1) {
    await duties(earlier, troupe);
    await act(earlier, troupe, plans, cast, plans.arrivals(before, at));
    await playActs(stageOf(earlier, troupe, plans.of(at), new Set(), before));
    before = at;
    at = addSeconds(at, QUICK_STEPS_SECONDS[i % QUICK_STEPS_SECONDS.length] ?? 10);
  }
}

/** One look of the player at the hall, with everything that is due by then; null where there is no demo hall. */
export async function preparePlayer(house: House): Promise<(() => Promise<void>) | null> {
  const troupe = await gather(house);
  if (!troupe) return null;
  const plans = new Plans(troupe.timeZone);
  const staffIds = [...troupe.actors.values()].map((actor) => actor.id);
  let last = house.clock.now();
  return async () => {
    const now = house.clock.now();
    // After a pause of the machine nobody is queueing at the door.
    const missed = now.getTime() - last.getTime() > 60_000;
    const before = missed ? now : last;
    const arrivals = plans.arrivals(before, now);
    last = now;
    const used = await inUse(house.db, staffIds, now, {
      signedIn: addSeconds(now, -SIGNED_IN_SECONDS),
      seen: addSeconds(now, -SEEN_SECONDS),
    });
    await act(house, troupe, plans, castOf(troupe, used), arrivals);
    await playActs(stageOf(house, troupe, plans.of(now), used, before));
  };
}

/** Plays the hall in real time, looking every second, until the returned function is called. */
export async function startPlayer(house: House): Promise<() => Promise<void>> {
  const play = await preparePlayer(house);
  if (!play) return async () => {};
  let turn: Promise<void> | null = null;
  const timer = setInterval(() => {
    turn ??= play()
      // The database is away: the server says so itself; the player tries again with the next second.
      .catch(() => {})
      .finally(() => {
        turn = null;
      });
  }, 1000);
  return async () => {
    clearInterval(timer);
    await turn;
  };
}

function castOf(troupe: Troupe, used: Set<string>) {
  return {
    ref(account: string): string | null {
      const actor = troupe.actors.get(account);
      return actor && !used.has(actor.id) ? `staff:${actor.id}` : null;
    },
  };
}

/** What time alone brings; live, the house does it itself. */
async function duties(house: House, { hallId }: Troupe): Promise<void> {
  const now = house.clock.now();
  const due = await readState(house, hallId, (state) => ({
    limits: [...state.tickets.values()].some((t) => t.limitDueAt !== null && t.limitDueAt <= now),
    care: [...state.care.values()].some((visit) => isEscalationDue(visit, now)),
    leftOver: [...state.tickets.values()].some((t) => t.completedAt === null && t.serviceDay < state.serviceDay),
  }));
  const caller = { actor: { kind: 'system' } } as const;
  if (due?.leftOver) await execute(house, caller, closeDay, { hall: hallId });
  if (due?.limits) await execute(house, caller, crossLimits, { hall: hallId });
  if (due?.care) await execute(house, caller, escalateCare, { hall: hallId });
  await execute(house, caller, learnLegs, { hall: hallId });
  await execute(house, caller, settlePromises, { hall: hallId });
  await runDeadlines(house);
}

async function act(
  house: House,
  troupe: Troupe,
  plans: Plans,
  cast: ReturnType<typeof castOf>,
  arrivals: PlannedArrival[],
): Promise<void> {
  const now = house.clock.now();
  const read = (state: HallState) => nextSteps(state, plans.of(now), cast, arrivals, now);
  const steps = (await readState(house, troupe.hallId, read)) ?? [];
  // Together, as in a real hall. A refusal means that somebody was faster, and the next look shows what is to be done.
  await Promise.all(steps.map((step) => take(house, troupe, step)));
}

/** Nearly always: the standard asks for it, and people forget. */
function isGreeted(ticketId: string): boolean {
  return chance(0, ticketId, 'greeted') < 0.97;
}

function take(house: House, troupe: Troupe, step: Step): Promise<Result<unknown>> | undefined {
  const actor = troupe.actors.get(step.by);
  if (!actor) return undefined;
  const caller = { actor };
  switch (step.verb) {
    case 'open':
      return execute(house, caller, openCounter, { counterId: step.counterId });
    case 'close':
      return execute(house, caller, closeCounter, { counterId: step.counterId });
    case 'pause':
      return execute(house, caller, pauseCounter, { counterId: step.counterId, reason: step.reason });
    case 'callNext':
      return execute(house, caller, callNext, { counterId: step.counterId });
    case 'recall':
      return execute(house, caller, recallTicket, { ticketId: step.ticketId });
    case 'start':
      return execute(house, caller, startTicket, { ticketId: step.ticketId, greeted: isGreeted(step.ticketId) });
    case 'noShow':
      return execute(house, caller, markNoShow, { ticketId: step.ticketId });
    case 'resume':
      return execute(house, caller, resumeTicket, { ticketId: step.ticketId });
    case 'checkIn':
      return execute(house, caller, checkInTicket, { ticketId: step.ticketId });
    case 'hold':
      return execute(house, caller, holdTicket, { ticketId: step.ticketId, reason: step.reason });
    case 'transfer':
      return execute(house, caller, transferTicket, { ticketId: step.ticketId, serviceCode: step.serviceCode });
    case 'complete':
      return execute(house, caller, completeTicket, {
        ticketId: step.ticketId,
        outcome: step.outcome,
        notes: step.notes,
      });
    case 'cancel':
      return execute(house, caller, cancelTicket, { ticketId: step.ticketId, reason: step.reason });
    case 'takeCare':
      return execute(house, caller, takeCare, { ticketId: step.ticketId });
    case 'giveCare':
      return execute(house, caller, giveCare, { ticketId: step.ticketId, action: step.action });
    case 'issue': {
      const { arrival } = step;
      if (step.channel === 'kiosk')
        return execute(house, { actor: troupe.kiosk ?? actor }, issueTicket, {
          hall: troupe.hallId,
          serviceCode: arrival.serviceCode,
          needs: arrival.needs,
          channel: step.channel,
          locale: arrival.locale,
        });
      return execute(house, caller, issueTicket, {
        hall: troupe.hallId,
        serviceCode: arrival.serviceCode,
        customerClass: arrival.customerClass,
        needs: arrival.needs,
        prepared: step.prepared,
        channel: step.channel,
        locale: arrival.locale,
        ...(arrival.named ? { customer: customerOf(step.customerNumber) } : {}),
      });
    }
  }
}
