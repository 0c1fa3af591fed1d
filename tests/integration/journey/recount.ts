import { KEEN } from '@/lib/stations/station';

/** A row of the table of events. */
export interface RawEvent {
  kind: string;
  touchpoint: string;
  at: Date;
  visitId: string | null;
  ticketId: string | null;
  payload: Record<string, unknown>;
}

type Count = { sum: number; count: number };
type Recount = (day: Day) => Count;

/**
 * The events of a day, looked at as a whole: for each figure this asks the finished day, where the standards fold it event
 * by event and never look back or ahead.
 */
class Day {
  constructor(readonly events: readonly RawEvent[]) {}

  of(...kinds: string[]): RawEvent[] {
    return this.events.filter(({ kind }) => kinds.includes(kind));
  }

  after(event: RawEvent): RawEvent[] {
    return this.events.slice(this.events.indexOf(event) + 1);
  }

  before(event: RawEvent): RawEvent[] {
    return this.events.slice(0, this.events.indexOf(event));
  }

  /** Changes of tickets that nobody took back: the next undo of that change of that ticket comes before the next such change. */
  standing(kind: string, change: string): RawEvent[] {
    return this.of(kind).filter((event) => {
      const next = this.after(event).find(
        (later) =>
          later.ticketId === event.ticketId &&
          (later.kind === kind || (later.kind === 'ticket.undone' && later.payload.event === change)),
      );
      return next?.kind !== 'ticket.undone';
    });
  }
}

const share = (list: readonly RawEvent[], kept: (event: RawEvent) => boolean): Count => ({
  sum: list.filter(kept).length,
  count: list.length,
});
const number = (event: RawEvent, key: string) => Number(event.payload[key]);
const total = (list: readonly RawEvent[], key: string) => list.reduce((sum, event) => sum + number(event, key), 0);
const unique = (list: readonly unknown[]) => [...new Set(list)];

/** Kept and missed promises: what came late after it had been counted as missed is left out. */
function promises(kept: readonly RawEvent[], missed: readonly RawEvent[]): Count {
  return { sum: kept.length, count: kept.length + missed.length };
}

/** Every standard of every touchpoint, counted a second way. */
export const RECOUNTS: Record<string, Record<string, Recount>> = {
  find: {
    acknowledgedInDay: (day) =>
      promises(
        day.of('hallNotice.acknowledged').filter(({ payload }) => payload.kept),
        day.of('hallNotice.missed'),
      ),
    callersCame: (day) => {
      const called = day.of('visit.arrived', 'booking.lapsed').filter(({ payload }) => payload.hotline);
      const visits = unique(called.map(({ visitId }) => visitId));
      const came = visits.filter((visit) => called.some((e) => e.visitId === visit && e.kind === 'visit.arrived'));
      return { sum: came.length, count: visits.length };
    },
  },
  arrive: {
    arrivalKnown: (day) => {
      const taken = new Set(
        day
          .of('ticket.undone')
          .filter(({ payload }) => payload.event === 'issue')
          .map((e) => e.visitId),
      );
      const came = new Set(day.of('visit.arrived').map(({ visitId }) => visitId));
      const ended = day.of('visit.arrived', 'ticket.called', 'ticket.closedByRule').map(({ visitId }) => visitId);
      const visits = unique(ended).filter((visit) => visit !== null && !taken.has(visit as string));
      return { sum: visits.filter((visit) => came.has(visit as string)).length, count: visits.length };
    },
    calledAfterCheckIn: (day) => {
      const remote = new Set(
        day
          .of('ticket.issued')
          .filter(({ payload }) => payload.remote)
          .map((e) => e.visitId),
      );
      const first = (visit: unknown, kind: string) =>
        day.events.findIndex((e) => e.visitId === visit && e.kind === kind);
      const called = [...remote].filter((visit) => first(visit, 'ticket.called') >= 0);
      const good = called.filter(
        (visit) => first(visit, 'visit.arrived') >= 0 && first(visit, 'visit.arrived') < first(visit, 'ticket.called'),
      );
      return { sum: good.length, count: called.length };
    },
  },
  front: {
    openedOnTime: (day) => {
      const told = day.of('hall.opened', 'hall.openingMissed').filter(({ payload }) => payload.plannedAt);
      const plans = unique(told.map(({ payload }) => payload.plannedAt));
      const late = (plan: unknown) =>
        told.some((e) => e.payload.plannedAt === plan && (e.kind === 'hall.openingMissed' || !e.payload.onTime));
      return { sum: plans.filter((plan) => !late(plan)).length, count: plans.length };
    },
    secondsLate: (day) => {
      const duties = day.of('hall.opened').filter(({ payload }) => payload.secondsLate !== undefined);
      return { sum: total(duties, 'secondsLate'), count: duties.length };
    },
  },
  enter: {
    greeted: (day) => share(day.of('visit.entered'), ({ payload }) => payload.greeted === true),
    preprocessed: (day) =>
      share(
        day.of('visit.entered').filter((event) => number(event, 'papers') > 0),
        (event) => number(event, 'prepared') >= number(event, 'papers'),
      ),
    sentRight: (day) => {
      const given = day.standing('ticket.issued', 'issue').filter(({ payload }) => payload.remote !== true);
      const moved = day.standing('ticket.transferred', 'transfer').filter(({ payload }) => payload.from !== payload.to);
      return share(given, ({ ticketId }) => !moved.some((event) => event.ticketId === ticketId));
    },
  },
  environment: {
    roundsOnTime: (day) => {
      const signed = day.of('round.signed').filter(({ payload }) => payload.planned && !payload.missedBefore);
      const kept = signed.filter(({ payload }) => payload.onTime);
      return { sum: kept.length, count: signed.length + day.of('round.missed').length };
    },
    itemsInOrder: (day) => {
      const signed = day.of('round.signed');
      return { sum: total(signed, 'items') - total(signed, 'failed'), count: total(signed, 'items') };
    },
    tasksOnTime: (day) => {
      const done = day.of('task.done').filter(({ payload }) => !payload.overdueBefore);
      const kept = done.filter(({ payload }) => payload.onTime);
      return { sum: kept.length, count: done.length + day.of('task.overdue').length };
    },
    noExpiredMaterial: (day) => {
      const last = day.events
        .filter(({ kind, payload }) => kind.startsWith('material.') && 'standing' in payload)
        .at(-1);
      return last
        ? { sum: number(last, 'standing') - number(last, 'expired'), count: number(last, 'standing') }
        : { sum: 0, count: 0 };
    },
    weakPointsInTime: (day) =>
      promises(
        day.of('weakPoint.verified').filter(({ payload }) => !payload.wasOverdue),
        day.of('weakPoint.overdue').filter(({ payload }) => !payload.again),
      ),
  },
  wander: {
    becameService: (day) => {
      const undone = day.of('approach.undone').map(({ payload }) => payload.approachId);
      const slips = day
        .of('ticket.undone')
        .filter(({ payload }) => payload.event === 'issue')
        .map((e) => e.ticketId);
      const held = day.of('approach.logged').filter(({ payload }) => !undone.includes(payload.approachId));
      return share(
        held,
        ({ payload, ticketId }) =>
          !['justLooking', 'left'].includes(String(payload.outcome)) && !(ticketId && slips.includes(ticketId)),
      );
    },
  },
  enquire: {
    firstContact: (day) => share(day.of('enquiry.answered'), ({ payload }) => payload.firstContact === true),
    retained: (day) => share(day.of('retention.decided'), ({ payload }) => payload.result === 'stayed'),
    inTime: (day) => share(day.of('enquiry.closed'), ({ payload }) => payload.inTime === true),
  },
  experience: {
    availability: (day) => {
      const told = day.events.filter(
        ({ kind, payload }) => /^(station|trial)\./.test(kind) && 'openSeconds' in payload,
      );
      return { sum: total(told, 'availableSeconds'), count: total(told, 'openSeconds') };
    },
    interestToOrder: (day) => {
      const later = day.of('trial.ordered').map(({ payload }) => payload.trialId);
      const keen = day.of('trial.recorded').filter((event) => number(event, 'interest') >= KEEN);
      return share(keen, ({ payload }) => payload.ordered === true || later.includes(payload.trialId));
    },
    trialsPerTicket: (day) => ({
      sum: day.of('trial.recorded').length,
      count: day.standing('ticket.issued', 'issue').length,
    }),
    resetInTime: (day) => share(day.of('station.reset'), ({ payload }) => payload.inTime === true),
  },
  'self-service': {
    clocksKept: (day) =>
      promises(
        day.of('fault.replied', 'fault.onSite', 'fault.repaired').filter(({ payload }) => payload.kept),
        day.of('fault.replyMissed', 'fault.siteMissed', 'fault.repairMissed'),
      ),
    availability: (day) => {
      const told = day.events.filter(({ kind, payload }) => kind.startsWith('machine') && 'upSeconds' in payload);
      return { sum: total(told, 'upSeconds'), count: total(told, 'upSeconds') + total(told, 'downSeconds') };
    },
    enoughInService: (day) => share(day.of('machines.counted'), ({ payload }) => payload.enough === true),
    helpedByMachine: (day) => promises(day.of('visit.helpedByMachine'), day.of('visit.cameBack')),
    inspected: (day) =>
      promises(
        day.of('machine.inspected').filter(({ payload }) => payload.kept),
        day.of('machine.inspectionMissed'),
      ),
  },
  purchase: {
    afterSalesSheet: (day) => {
      const handed = day.of('sale.sheetHanded').map(({ payload }) => payload.saleId);
      return share(
        day.of('sale.recorded'),
        ({ payload }) => payload.sheetHanded === true || handed.includes(payload.saleId),
      );
    },
    passRate: (day) => {
      const sold = day.of('sale.recorded').length;
      return { sum: sold - day.of('sale.returned').filter(({ payload }) => payload.defect).length, count: sold };
    },
    repairRate: (day) => ({ sum: day.of('repair.opened').length, count: day.of('sale.recorded').length }),
  },
  queue: {
    underLimit: (day) => {
      const quick = day.standing('ticket.started', 'start').filter(({ payload }) => payload.limitsCrossed === 0).length;
      const long = day.of('wait.limitCrossed').filter(({ payload }) => payload.crossing === 1).length;
      return { sum: quick, count: quick + long };
    },
    // One that crosses is answered by care that is done after it, and was asked for in the same wait.
    careCoverage: (day) => {
      const sentOn = day.standing('ticket.transferred', 'transfer');
      const waitOf = (event: RawEvent) =>
        sentOn.filter((one) => one.ticketId === event.ticketId && day.before(event).includes(one)).length;
      const askedFor = (done: RawEvent) =>
        day.of('care.opened').find(({ payload }) => payload.careVisitId === done.payload.careVisitId) ?? done;
      return share(day.of('wait.limitCrossed'), (crossing) =>
        day
          .after(crossing)
          .filter(({ kind, ticketId }) => kind === 'care.done' && ticketId === crossing.ticketId)
          .some((done) => waitOf(askedFor(done)) === waitOf(crossing)),
      );
    },
  },
  consult: {
    callToStart: (day) => {
      const seconds = day.standing('ticket.started', 'start').flatMap((start) => {
        const call = day
          .before(start)
          .findLast(({ kind, ticketId }) => kind === 'ticket.called' && ticketId === start.ticketId);
        return call ? [(start.at.getTime() - call.at.getTime()) / 1000] : [];
      });
      return { sum: seconds.reduce((sum, one) => sum + one, 0), count: seconds.length };
    },
    greeted: (day) =>
      share(
        day.standing('ticket.started', 'start').filter(({ payload }) => 'greeted' in payload),
        ({ payload }) => payload.greeted === true,
      ),
  },
  process: {
    withinTarget: (day) =>
      share(
        [...day.standing('ticket.completed', 'complete'), ...day.standing('ticket.transferred', 'transfer')].filter(
          ({ payload }) => payload.handlingSeconds != null && payload.targetSeconds != null,
        ),
        (event) => number(event, 'handlingSeconds') <= number(event, 'targetSeconds'),
      ),
    helpInTime: (day) => {
      const taken = day.of('help.taken').filter(({ payload }) => !payload.countedAsMissed);
      const kept = taken.filter(({ payload }) => payload.inTime);
      return { sum: kept.length, count: taken.length + day.of('help.unanswered').length };
    },
  },
  result: {
    outcome: (day) => share(day.standing('ticket.completed', 'complete'), ({ payload }) => Boolean(payload.outcome)),
    unacceptedInTime: (day) =>
      promises(
        day.of('unaccepted.answered').filter(({ payload }) => payload.onTime),
        day.of('unaccepted.overdue'),
      ),
  },
  complain: {
    repliedInTime: (day) =>
      promises(
        day.of('complaint.replied').filter(({ payload }) => payload.kept),
        day.of('complaint.promiseBroken'),
      ),
    firstContact: (day) => share(day.of('complaint.closed'), ({ payload }) => payload.firstContact === true),
  },
  leave: {
    rated: (day) => {
      const rated = day.of('ticket.rated').map(({ ticketId }) => ticketId);
      const finished = unique(day.standing('ticket.completed', 'complete').map(({ ticketId }) => ticketId));
      return { sum: finished.filter((ticket) => rated.includes(ticket as string)).length, count: finished.length };
    },
    rating: (day) => {
      const last = new Map(day.of('ticket.rated').map((event) => [event.ticketId, number(event, 'score')]));
      return { sum: [...last.values()].reduce((sum, score) => sum + score, 0), count: last.size };
    },
    loansReturned: (day) =>
      promises(
        day.of('loan.returned').filter(({ payload }) => payload.onTime),
        day.of('loan.overdue'),
      ),
    followUpsKept: (day) =>
      promises(
        day.of('followUp.done').filter(({ payload }) => payload.onTime),
        day.of('followUp.overdue'),
      ),
  },
};

/** Every figure of a day's events, by touchpoint and standard. */
export function recountAll(events: readonly RawEvent[]): Record<string, Record<string, Count>> {
  const day = new Day(events);
  return Object.fromEntries(
    Object.entries(RECOUNTS).map(([touchpoint, recounts]) => [
      touchpoint,
      Object.fromEntries(Object.entries(recounts).map(([code, recount]) => [code, recount(day)])),
    ]),
  );
}
