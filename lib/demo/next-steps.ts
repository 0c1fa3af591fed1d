import type { CareAction, CareVisit } from '@/lib/care/care-visit';
import { addSeconds, secondsBetween } from '@/lib/core/clock';
import type { CounterSession } from '@/lib/counters/counter-session';
import { servedIds } from '@/lib/counters/counter-session';
import type { CounterConfig } from '@/lib/halls/hall-config';
import { hallOpening } from '@/lib/halls/hall-opening';
import { atCounter, type HallState } from '@/lib/halls/hall-state';
import { localTime } from '@/lib/halls/service-day';
import { logNormalParameters } from '@/lib/simulation/handling-distribution';
import { normalQuantile } from '@/lib/simulation/normal-quantile';
import { handlingSeconds, waitSeconds } from '@/lib/tickets/clocks';
import { takes } from '@/lib/tickets/queue-order';
import type { Channel, Ticket } from '@/lib/tickets/ticket';
import { chance, pick } from './chance';
import { comesIn, type DayPlan, type PlannedArrival } from './day-plan';
import { clerkAccount } from './demo-staff';

/** What somebody of the demo's staff does next; `by` is his account. */
export type Step = { by: string } & (
  | { verb: 'open' | 'close' | 'callNext'; counterId: string }
  | { verb: 'pause'; counterId: string; reason: string }
  | { verb: 'recall' | 'start' | 'noShow' | 'resume' | 'checkIn'; ticketId: string }
  | { verb: 'hold'; ticketId: string; reason: string }
  | { verb: 'transfer'; ticketId: string; serviceCode: string }
  | { verb: 'complete'; ticketId: string; outcome: string; notes?: string }
  | { verb: 'cancel'; ticketId: string; reason: string }
  | { verb: 'takeCare'; ticketId: string }
  | { verb: 'giveCare'; ticketId: string; action: CareAction }
  | { verb: 'issue'; arrival: PlannedArrival; prepared: string[]; channel: Channel; customerNumber: number }
);

export interface Cast {
  /** Null while a person uses the account: it is not touched then. */
  ref(account: string): string | null;
}

/** Mean handling in seconds: a little above and below the targets of the demo hall. */
const HANDLING: Record<string, number> = {
  plans: 235,
  sim: 250,
  broadband: 400,
  bills: 140,
  devices: 470,
  business: 440,
};

const TRANSFER_TO: Record<string, string> = {
  plans: 'sim',
  sim: 'plans',
  broadband: 'bills',
  bills: 'plans',
  devices: 'sim',
  business: 'broadband',
};

/**
 * Everything that the staff and the customers of the demo would do at this moment. It looks only at the hall as it is,
 * so it goes on from whatever it finds: after a restart, and beside people who use the same screens.
 *
 * @param arrivals who came to the door since the last look
 */
export function nextSteps(
  state: HallState,
  plan: DayPlan,
  cast: Cast,
  arrivals: readonly PlannedArrival[],
  now: Date,
): Step[] {
  const second = localTime(now, state.config.timeZone).secondOfDay;
  const steps: Step[] = [];
  for (const counter of state.config.counters) {
    const step = clerkStep(state, plan, cast, counter, second, now);
    if (step) steps.push(step);
  }
  for (const ticket of state.tickets.values()) {
    const step = customerStep(state, plan, cast, ticket, now);
    if (step) steps.push(step);
  }
  for (const visit of state.care.values()) {
    const step = careStep(plan, cast, visit, now);
    if (step) steps.push(step);
  }
  // Before a closed door people turn round.
  if (hallOpening(state, now).open) steps.push(...arrivalSteps(state, cast, arrivals));
  return steps;
}

function seconds(from: Date | null, now: Date): number {
  return from ? secondsBetween(from, now) : 0;
}

/** The first of these whose account no person uses. */
function someone(cast: Cast, accounts: readonly string[]): string | null {
  return accounts.find((account) => cast.ref(account) !== null) ?? null;
}

function clerkStep(
  state: HallState,
  plan: DayPlan,
  cast: Cast,
  home: CounterConfig,
  second: number,
  now: Date,
): Step | null {
  const by = clerkAccount(home.number);
  const ref = cast.ref(by);
  if (ref === null) return null;
  const duty = plan.dutyOf(home.number, second);
  const session = [...state.sessions.values()].find((s) => s.actorRef === ref);
  if (!session)
    return duty === 'away' || !home.active || state.sessions.has(home.id)
      ? null
      : { by, verb: 'open', counterId: home.id };
  const counter = state.config.counters.find((c) => c.id === session.counterId);
  if (!counter) return null;
  const customer = atCounter(state, counter.id);
  if (customer?.status === 'called') return calledStep(state, plan, by, customer, now);
  if (customer?.status === 'serving') return servingStep(state, plan, by, customer, now);
  const parked = [...state.tickets.values()].find(
    (t) => t.status === 'held' && t.heldFrom === 'serving' && t.counterId === counter.id,
  );
  if (parked) {
    const away = 40 + 90 * chance(plan.seed, parked.id, 'away');
    return seconds(parked.heldAt, now) >= away ? { by, verb: 'resume', ticketId: parked.id } : null;
  }
  // After a person who used this account and went away without closing, the clerk begins afresh.
  if (duty === 'away' || session.silentAt) return { by, verb: 'close', counterId: counter.id };
  if (session.state === 'paused') return duty === 'work' ? { by, verb: 'open', counterId: counter.id } : null;
  if (duty === 'pause') {
    const reason = pick(
      [
        ['break', 3],
        ['paperwork', 1],
      ] as const,
      chance(plan.seed, session.id, `pause ${second / 600}`),
    );
    return { by, verb: 'pause', counterId: counter.id, reason };
  }
  const free = freeSince(state, session);
  const breath = 6 + 16 * chance(plan.seed, session.id, free.toISOString());
  if (seconds(free, now) < breath || !somebodyFor(state, counter, session)) return null;
  return { by, verb: 'callNext', counterId: counter.id };
}

/** Since when nobody is at the counter. */
function freeSince(state: HallState, session: CounterSession): Date {
  const last = state.legs.findLast((leg) => leg.counterId === session.counterId);
  return last && last.endedAt > session.openedAt ? last.endedAt : session.openedAt;
}

function somebodyFor(state: HallState, counter: CounterConfig, session: CounterSession): boolean {
  const able = { counterId: counter.id, serviceIds: servedIds(session, counter.serviceIds) };
  for (const ticket of state.tickets.values()) if (ticket.status === 'waiting' && takes(able, ticket)) return true;
  return false;
}

function calledStep(state: HallState, plan: DayPlan, by: string, ticket: Ticket, now: Date): Step | null {
  const ask = (question: string) => chance(plan.seed, ticket.id, `${question} ${ticket.calledAt?.getTime()}`);
  const since = seconds(ticket.calledAt, now);
  const comes = ask('comes') < 0.94;
  const walk = ask('slow') < 0.12 ? 32 + 20 * ask('walk') : 7 + 20 * ask('walk');
  if (comes && since >= walk) return { by, verb: 'start', ticketId: ticket.id };
  if (since >= state.config.noShowSeconds + 20) return { by, verb: 'noShow', ticketId: ticket.id };
  const recalls = state.announcements.filter(
    (a) => a.ticketId === ticket.id && a.kind === 'recall' && ticket.calledAt && a.at >= ticket.calledAt,
  ).length;
  return recalls < 2 && since >= 28 * (recalls + 1) ? { by, verb: 'recall', ticketId: ticket.id } : null;
}

function servingStep(state: HallState, plan: DayPlan, by: string, ticket: Ticket, now: Date): Step | null {
  const ask = (question: string) => chance(plan.seed, ticket.id, question);
  const service = state.config.services.find((s) => s.id === ticket.serviceId);
  const code = service?.code ?? '';
  const mean = HANDLING[code] ?? 240;
  const { location, scale } = logNormalParameters(mean, mean * 0.5);
  const lasts = Math.max(35, Math.exp(location + scale * normalQuantile(0.005 + 0.99 * ask(`lasts ${code}`))));
  const spent = handlingSeconds(ticket, now) ?? 0;
  const { id: ticketId } = ticket;
  if (spent >= lasts * 0.3 && ask('transfer') < 0.05) {
    const moved = state.legs.some((leg) => leg.ticketId === ticketId && leg.ending === 'transferred');
    const target = TRANSFER_TO[code];
    if (!moved && target) return { by, verb: 'transfer', ticketId, serviceCode: target };
  }
  if (spent >= lasts * 0.4 && ticket.handlingHeldSeconds === 0 && ask('hold') < 0.05)
    return { by, verb: 'hold', ticketId, reason: 'copying papers' };
  if (spent < lasts) return null;
  const outcome = pick(
    [
      ['done', 84],
      ['partly-done', 5],
      ['not-accepted', 3],
      ['papers-missing', 4],
      ['informed', 4],
    ],
    ask('outcome'),
  );
  const notes = outcome === 'papers-missing' ? { notes: 'Comes back with the missing papers.' } : {};
  return { by, verb: 'complete', ticketId, outcome, ...notes };
}

/** What customers do by themselves, and the guide with them: arrive, step out, come back, give up. */
function customerStep(state: HallState, plan: DayPlan, cast: Cast, ticket: Ticket, now: Date): Step | null {
  const ask = (question: string) => chance(plan.seed, ticket.id, question);
  const by = someone(cast, ['guide', 'floor', 'lead']);
  if (by === null) return null;
  const { id: ticketId } = ticket;
  const waited = waitSeconds(ticket, now);
  if (ticket.status === 'booked') {
    const lead = 300 + 1200 * ask('lead');
    const since = seconds(ticket.bookedFor ?? addSeconds(ticket.issuedAt, lead), now);
    if (ask('arrives') < 0.9) return since > 0 ? { by, verb: 'checkIn', ticketId } : null;
    return since > 900 ? { by, verb: 'cancel', ticketId, reason: 'did not come' } : null;
  }
  if (ticket.status === 'waiting') {
    const patience = ask('hasty') < 0.05 ? 400 + 600 * ask('patience') : 1800 + 2400 * ask('patience');
    if (waited >= patience) return { by, verb: 'cancel', ticketId, reason: 'left' };
    const stepsOut = ask('steps out') < 0.025 && ticket.excusedSeconds === 0 && waited >= 150 + 200 * ask('when');
    return stepsOut ? { by, verb: 'hold', ticketId, reason: 'stepped out' } : null;
  }
  if (ticket.status === 'held' && ticket.heldFrom !== 'serving')
    return seconds(ticket.heldAt, now) >= 150 + 200 * ask('back') ? { by, verb: 'resume', ticketId } : null;
  if (ticket.status === 'noShow' && ask('returns') < 0.3 && ticket.arrivedAt && ticket.excusedSeconds === 0) {
    const gone = seconds(ticket.completedAt, now);
    return gone >= 150 + 300 * ask('return') ? { by, verb: 'resume', ticketId } : null;
  }
  // A customer who stands at a counter that nobody works at any more would wait for ever: the queue takes him back.
  if (ticket.status === 'held' && ticket.counterId && !state.sessions.has(ticket.counterId))
    return seconds(ticket.heldAt, now) >= 600 ? { by, verb: 'cancel', ticketId, reason: 'left' } : null;
  return null;
}

/** The floor takes a care visit soon, or now and then too late: then it goes to the shift lead. */
function careStep(plan: DayPlan, cast: Cast, visit: CareVisit, now: Date): Step | null {
  const ask = (question: string) => chance(plan.seed, visit.id, question);
  if (visit.state === 'open') {
    const by = visit.escalatedAt ? 'lead' : 'floor';
    if (cast.ref(by) === null) return null;
    const late = ask('late') < 0.2;
    const reaction = visit.escalatedAt
      ? 25 + 50 * ask('lead reacts')
      : late
        ? Number.POSITIVE_INFINITY
        : 20 + 85 * ask('floor reacts');
    const since = visit.escalatedAt ?? visit.openedAt;
    return seconds(since, now) >= reaction ? { by, verb: 'takeCare', ticketId: visit.ticketId } : null;
  }
  if (visit.state !== 'taken') return null;
  const by = ['floor', 'lead'].find((account) => cast.ref(account) === visit.ownerRef);
  if (!by || seconds(visit.takenAt, now) < 30 + 70 * ask('talks')) return null;
  const action = pick(
    [
      ['explained', 30],
      ['greeted', 20],
      ['tea', 25],
      ['newspaper', 8],
      ['diverted', 12],
      ['cameBackLater', 5],
    ] as const,
    ask('action'),
  );
  return { by, verb: 'giveCare', ticketId: visit.ticketId, action };
}

function arrivalSteps(state: HallState, cast: Cast, arrivals: readonly PlannedArrival[]): Step[] {
  const steps: Step[] = [];
  let waiting = 0;
  for (const ticket of state.tickets.values()) if (ticket.status === 'waiting') waiting += 1;
  for (const arrival of arrivals) {
    const remote = arrival.remoteLeadSeconds !== null;
    const by = someone(cast, remote ? ['hotline', 'guide', 'lead'] : ['guide', 'lead', 'floor']);
    const service = state.config.services.find((s) => s.code === arrival.serviceCode && s.active);
    if (by === null || !service || !comesIn(arrival.keenness, waiting)) continue;
    const prepared = service.papers.slice(0, Math.round(service.papers.length * arrival.prepared)).map((p) => p.code);
    const customerNumber = state.issuedToday + steps.length + 1;
    // Some take a number themselves: nobody greets them, and the kiosk gives no class.
    const alone = !remote && arrival.customerClass === 'ordinary' && !arrival.named && customerNumber % 6 === 0;
    const channel = remote ? 'booking' : alone ? 'kiosk' : 'guide';
    steps.push({ by, verb: 'issue', arrival, prepared, channel, customerNumber });
    if (!remote) waiting += 1;
  }
  return steps;
}
