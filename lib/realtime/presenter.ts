import { presentRunning } from '@/lib/campaigns/presenter';
import { careWanted, presentCare } from '@/lib/care/presenter';
import { isAtWork, servedIds } from '@/lib/counters/counter-session';
import { presentCounter } from '@/lib/counters/presenter';
import type { CounterConfig, ServiceConfig } from '@/lib/halls/hall-config';
import { hallOpening } from '@/lib/halls/hall-opening';
import { atCounter, type HallState, waitingInOrder } from '@/lib/halls/hall-state';
import { serviceDay } from '@/lib/halls/service-day';
import { promiseTruth } from '@/lib/reports/promise-truth';
import { serviceLevelOf, tallyWaits, waitRecords } from '@/lib/reports/service-level';
import { trend } from '@/lib/reports/trend';
import { presentTicket } from '@/lib/tickets/presenter';
import { takes } from '@/lib/tickets/queue-order';
import type { Ticket } from '@/lib/tickets/ticket';
import { UNDO_SECONDS } from '@/lib/tickets/undo';
import { TOUCHPOINT_KEYS } from '@/lib/touchpoints/registry';
import { estimateHall, estimateOf, type HallEstimate } from '@/lib/waiting/hall-estimate';
import type { BoardView, CounterDeskView, LiveBoardView, QueueRow, QueueView, SignalsView } from './contract';

/** Announcements a display may still have to show or speak. */
const ANNOUNCE_MS = 120_000;
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** One moment of a hall, with what several views need computed once: the waiting line and the estimate. */
export interface Moment {
  state: HallState;
  now: Date;
  line: Ticket[];
  estimate: HallEstimate;
}

/** @param estimateMs how old the estimate may be (see estimateHall) */
export function momentOf(state: HallState, now: Date, estimateMs = 0): Moment {
  return { state, now, line: waitingInOrder(state), estimate: estimateHall(state, now, estimateMs) };
}

function head({ state, now }: Moment): BoardView['hall'] {
  const { config } = state;
  const { open, why } = hallOpening(state, now);
  return {
    id: config.id,
    slug: config.slug,
    names: config.names,
    timeZone: config.timeZone,
    languages: config.languages,
    open,
    openReason: why,
    goalSeconds: config.goalSeconds,
    limitSeconds: config.limitSeconds,
    handlingTargetSeconds: config.handlingTargetSeconds,
    careTakeSeconds: config.careTakeSeconds,
    noShowSeconds: config.noShowSeconds,
  };
}

function openCounters({ config, sessions }: HallState, serviceId: string): number {
  return config.counters.filter((c) => {
    const session = sessions.get(c.id);
    return isAtWork(session) && servedIds(session, c.serviceIds).includes(serviceId);
  }).length;
}

/**
 * For the public: numbers only. With a zone only what is called and waited for there; services that belong to no zone
 * are everybody's.
 */
export function presentBoard(moment: Moment, zoneId?: string): BoardView {
  const { state, now, estimate } = moment;
  const zoneOf = new Map(state.config.services.map((s) => [s.id, s.zoneId]));
  const here = (serviceId: string | undefined) => {
    const of = serviceId === undefined ? null : (zoneOf.get(serviceId) ?? null);
    return zoneId === undefined || of === null || of === zoneId;
  };
  const line = moment.line.filter((t) => here(t.serviceId));
  const counterNumber = (id: string | null) => state.config.counters.find((c) => c.id === id)?.number ?? 0;
  const code = (serviceId: string) => state.config.services.find((s) => s.id === serviceId)?.code ?? '';
  const atWork = [...state.tickets.values()].filter(
    (t) => (t.status === 'called' || t.status === 'serving') && here(t.serviceId),
  );
  const { nextChange: change, today } = hallOpening(state, now);
  const since = now.getTime() - ANNOUNCE_MS;
  const coming = new Set([...state.care.values()].filter((v) => v.state === 'taken').map((v) => v.ticketId));
  return {
    hall: head(moment),
    nextChange: change ? { at: change.at.toISOString(), opens: change.opens } : null,
    today,
    hotlineNumber: state.config.hotlineNumber,
    remoteTickets: state.config.remoteTickets,
    calls: atWork
      .sort((a, b) => (b.calledAt?.getTime() ?? 0) - (a.calledAt?.getTime() ?? 0) || b.issueOrder - a.issueOrder)
      .slice(0, 24)
      .map((t) => ({
        number: t.number,
        counterNumber: counterNumber(t.counterId),
        at: iso(t.calledAt) ?? '',
        state: t.status === 'serving' ? ('serving' as const) : ('called' as const),
      })),
    announcements: state.announcements
      .filter((a) => !a.withdrawnAt && a.at.getTime() >= since && here(state.tickets.get(a.ticketId)?.serviceId))
      .map(({ id, seq, number, counterNumber: counter, kind, at }) => ({
        id,
        seq,
        number,
        counterNumber: counter,
        kind,
        at: at.toISOString(),
      })),
    next: line.slice(0, 12).map((t) => ({ number: t.number, serviceCode: code(t.serviceId) })),
    services: state.config.services
      .filter((s) => s.active && here(s.id))
      .map((s) => ({
        code: s.code,
        letter: s.letter,
        names: s.names,
        waiting: line.filter((t) => t.serviceId === s.id).length,
        estimate: estimate.services.get(s.id) ?? null,
        openCounters: openCounters(state, s.id),
      })),
    waiting: line.length,
    overLimit: line
      .filter((t) => t.flaggedAt)
      .map((t) => ({ number: t.number, waitingSince: iso(t.waitingSince) ?? '', coming: coming.has(t.id) })),
    campaigns: presentRunning(state.campaigns, serviceDay(now, state.config.timeZone)),
  };
}

function row(moment: Moment, ticket: Ticket, place: number | null = null): QueueRow {
  const { config } = moment.state;
  const service = config.services.find((s) => s.id === ticket.serviceId);
  const number = (id: string | null) => config.counters.find((c) => c.id === id)?.number ?? null;
  return {
    id: ticket.id,
    visitId: ticket.visitId,
    number: ticket.number,
    serviceCode: service?.code ?? '',
    status: ticket.status,
    channel: ticket.channel,
    place,
    customerClass: ticket.customerClass,
    needs: ticket.needs,
    prepared: ticket.prepared.length,
    papers: service?.papers.length ?? 0,
    issuedAt: ticket.issuedAt.toISOString(),
    bookedFor: iso(ticket.bookedFor),
    waitingSince: iso(ticket.waitingSince),
    excusedSeconds: ticket.excusedSeconds,
    estimate: estimateOf(moment.estimate, ticket),
    flaggedAt: iso(ticket.flaggedAt),
    earlyFlaggedAt: iso(ticket.earlyFlaggedAt),
    limitsCrossed: ticket.limitsCrossed,
    limitSeconds: service?.limitSeconds ?? config.limitSeconds,
    counterNumber: number(ticket.counterId),
    targetCounterNumber: number(ticket.targetCounterId),
    calledAt: iso(ticket.calledAt),
    startedAt: iso(ticket.startedAt),
    heldAt: iso(ticket.heldAt),
    holdReason: ticket.holdReason,
    completedAt: iso(ticket.completedAt),
    outcome: ticket.outcome,
    endReason: ticket.endReason,
    slip: ticket.slip,
    undo: undoUntil(ticket, moment.now),
  };
}

function undoUntil(ticket: Ticket, now: Date): QueueRow['undo'] {
  if (!ticket.undo?.event) return null;
  const until = new Date(Date.parse(ticket.undo.at) + UNDO_SECONDS * 1000);
  return until > now ? { event: ticket.undo.event, by: ticket.undo.by, until: until.toISOString() } : null;
}

function services(moment: Moment): QueueView['services'] {
  const { state, line, estimate } = moment;
  const one = (s: ServiceConfig): QueueView['services'][number] => {
    const zone = state.config.zones.find((z) => z.id === s.zoneId);
    return {
      id: s.id,
      code: s.code,
      letter: s.letter,
      names: s.names,
      zoneCode: zone?.code ?? null,
      zoneNames: zone?.names ?? null,
      papers: s.papers,
      machineCapable: s.machineCapable,
      goalSeconds: s.goalSeconds,
      limitSeconds: s.limitSeconds,
      handlingTargetSeconds: s.handlingTargetSeconds,
      waiting: line.filter((t) => t.serviceId === s.id).length,
      openCounters: openCounters(state, s.id),
      estimate: estimate.services.get(s.id) ?? null,
    };
  };
  return state.config.services.filter((s) => s.active).map(one);
}

function rowsOf(moment: Moment, status: Ticket['status']): QueueRow[] {
  return [...moment.state.tickets.values()]
    .filter((t) => t.status === status)
    .sort((a, b) => a.serviceDay.localeCompare(b.serviceDay) || a.issueOrder - b.issueOrder)
    .map((t) => row(moment, t));
}

const choice = <T extends { code: string; names: Record<string, string> }>({ code, names }: T) => ({ code, names });

/** For guides and floor staff. */
export function presentQueue(moment: Moment): QueueView {
  const { state, line } = moment;
  const recent = [...state.tickets.values()]
    .sort(
      (a, b) =>
        (b.completedAt ?? b.issuedAt).getTime() - (a.completedAt ?? a.issuedAt).getTime() ||
        b.issueOrder - a.issueOrder,
    )
    .slice(0, 30);
  return {
    hall: head(moment),
    services: services(moment),
    classes: state.config.classes
      .filter((c) => c.active)
      .map((c) => ({ ...choice(c), creditMinutes: c.creditMinutes })),
    needs: state.config.needs.filter((n) => n.active).map((n) => ({ ...choice(n), creditMinutes: n.creditMinutes })),
    waiting: line.map((t, i) => row(moment, t, i + 1)),
    called: rowsOf(moment, 'called'),
    serving: rowsOf(moment, 'serving'),
    held: rowsOf(moment, 'held'),
    booked: rowsOf(moment, 'booked'),
    recent: recent.map((t) => row(moment, t)),
    care: careWanted(state).map((v) => presentCare(state, v)),
    counters: state.config.counters.filter((c) => c.active).map((c) => presentCounter(state, c)),
    today: {
      issued: state.issuedToday,
      served: state.legs.filter((l) => l.ending === 'completed').length,
      cancelled: state.legs.filter((l) => l.ending === 'cancelled').length,
      noShow: state.legs.filter((l) => l.ending === 'noShow').length,
    },
  };
}

/** For the clerk at a counter. */
export function presentCounterDesk(moment: Moment, counter: CounterConfig): CounterDeskView {
  const { state, now, line } = moment;
  const session = state.sessions.get(counter.id);
  const able = {
    counterId: counter.id,
    serviceIds: session ? servedIds(session, counter.serviceIds) : counter.serviceIds,
  };
  const mine = line.filter((t) => takes(able, t));
  const customer = atCounter(state, counter.id);
  const all = [...state.tickets.values()];
  const parked = all.filter(
    (t) =>
      (t.status === 'held' && (t.counterId === counter.id || takes(able, t))) ||
      (t.status === 'noShow' && takes(able, { ...t, targetCounterId: null })),
  );
  const recent = all
    .filter((t) => t.counterId === counter.id && t.completedAt)
    .sort((a, b) => (b.completedAt?.getTime() ?? 0) - (a.completedAt?.getTime() ?? 0) || b.issueOrder - a.issueOrder);
  return {
    hall: head(moment),
    currency: state.config.currency,
    counter: presentCounter(state, counter),
    actorRef: session?.actorRef ?? null,
    ticket: customer ? customerContext(moment, customer) : null,
    waitingForMe: mine.length,
    queue: mine.slice(0, 10).map((t) => row(moment, t, line.indexOf(t) + 1)),
    parked: parked.map((t) => row(moment, t)),
    recent: recent.slice(0, 5).map((t) => row(moment, t)),
    services: services(moment),
    classes: state.config.classes.filter((c) => c.active).map(choice),
    needs: state.config.needs.filter((n) => n.active).map(choice),
    outcomes: state.config.outcomes.filter((o) => o.active).map(choice),
    counters: state.config.counters
      .filter((c) => c.active)
      .map((c) => ({ id: c.id, number: c.number, state: presentCounter(state, c).state })),
    flagged: line.filter((t) => t.flaggedAt && takes(able, t)).length,
  };

  function customerContext(at: Moment, ticket: Ticket): CounterDeskView['ticket'] {
    const service = state.config.services.find((s) => s.id === ticket.serviceId);
    const code = (id: string) => state.config.services.find((s) => s.id === id)?.code ?? '';
    const announced = state.announcements.findLast((a) => a.ticketId === ticket.id);
    return {
      ...presentTicket(state, ticket, now, at.estimate),
      papers: (service?.papers ?? []).map((p) => ({ ...p, ready: ticket.prepared.includes(p.code) })),
      handlingTargetSeconds: service?.handlingTargetSeconds ?? state.config.handlingTargetSeconds,
      goalSeconds: service?.goalSeconds ?? state.config.goalSeconds,
      limitSeconds: service?.limitSeconds ?? state.config.limitSeconds,
      promised:
        ticket.estimateP50Seconds === null || ticket.estimateP90Seconds === null
          ? null
          : { p50Seconds: ticket.estimateP50Seconds, p90Seconds: ticket.estimateP90Seconds },
      careDone: [...state.care.values()]
        .filter((v) => v.ticketId === ticket.id && v.state === 'done')
        .map((v) => presentCare(state, v)),
      otherTickets: all
        .filter((t) => t.visitId === ticket.visitId && t.id !== ticket.id)
        .map((t) => ({ id: t.id, number: t.number, serviceCode: code(t.serviceId), status: t.status })),
      earlierLegs: [...state.eveningLegs, ...state.legs]
        .filter((l) => l.visitId === ticket.visitId)
        .map((l) => ({
          id: l.id,
          serviceCode: code(l.serviceId),
          waitSeconds: l.waitSeconds,
          handlingSeconds: l.handlingSeconds,
          ending: l.ending,
        })),
      announced: announced ? { shownAt: iso(announced.shownAt), spokenAt: iso(announced.spokenAt) } : null,
      undo: undoUntil(ticket, now),
    };
  }
}

const mean = (values: number[]): number | null =>
  values.length > 0 ? Math.round(values.reduce((a, b) => a + b, 0) / values.length) : null;

/** For managers. */
export function presentLive(moment: Moment): LiveBoardView {
  const { state, now, line } = moment;
  const { legs, config } = state;
  const level = serviceLevelOf(tallyWaits(waitRecords(legs, state.tickets.values(), now), config.limitSeconds));
  const care = careWanted(state);
  const counters = config.counters.filter((c) => c.active).map((c) => presentCounter(state, c));
  const longest = line.reduce<Date | null>(
    (oldest, t) => (t.waitingSince && (!oldest || t.waitingSince < oldest) ? t.waitingSince : oldest),
    null,
  );
  return {
    hall: head(moment),
    numbers: {
      waiting: line.length,
      longestWaitingSince: iso(longest),
      overLimit: line.filter((t) => t.flaggedAt).length,
      likely: line.filter((t) => t.earlyFlaggedAt && !t.flaggedAt).length,
      serving: [...state.tickets.values()].filter((t) => t.status === 'serving').length,
      countersOpen: counters.filter((c) => isAtWork(state.sessions.get(c.id))).length,
      countersPaused: counters.filter((c) => c.state === 'paused').length,
      issuedToday: state.issuedToday,
      servedToday: legs.filter((l) => l.ending === 'completed').length,
      leftToday: legs.filter((l) => l.ending === 'cancelled').length,
      noShowToday: legs.filter((l) => l.ending === 'noShow').length,
      meanWaitSeconds: mean(legs.filter((l) => l.startedAt).map((l) => l.waitSeconds)),
      meanHandlingSeconds: mean(legs.flatMap((l) => (l.handlingSeconds === null ? [] : [l.handlingSeconds]))),
      careOpen: care.filter((v) => v.state === 'open').length,
      careEscalated: care.filter((v) => v.escalatedAt && v.state === 'open').length,
    },
    serviceLevel: {
      limitSeconds: config.limitSeconds,
      honest: level.honest,
      servedOnly: level.servedOnly,
      leftBefore: level.leftBefore,
    },
    promises: promiseTruth(legs),
    services: services(moment),
    waiting: line.map((t, i) => row(moment, t, i + 1)),
    counters,
    flags: care.map((v) => presentCare(state, v)),
    trend: trend([...state.eveningLegs, ...legs], state.tickets.values(), now).map((p) => ({
      ...p,
      at: p.at.toISOString(),
    })),
  };
}

/** For staff screens: where something happened, not what. */
export function presentSignals({ state }: Moment): SignalsView {
  return {
    touchpoints: Object.fromEntries(TOUCHPOINT_KEYS.map((key) => [key, state.touched.get(key) ?? state.loadedAt])),
  };
}
