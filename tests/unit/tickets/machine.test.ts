import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handlingSeconds, waitSeconds } from '@/lib/tickets/clocks';
import { type TicketEvent, type TicketEventType, TRANSITIONS, transition } from '@/lib/tickets/machine';
import { TICKET_STATUSES, type Ticket, type TicketStatus } from '@/lib/tickets/ticket';
import { undone, undoOf } from '@/lib/tickets/undo';
import { buildTicket } from '../../factories/ticket';

const RULES = { limitSeconds: 600 };
const at = (seconds: number) => new Date(Date.UTC(2026, 2, 2, 2, 0, seconds));

const EVENTS: Record<TicketEventType, TicketEvent> = {
  checkIn: { type: 'checkIn' },
  call: { type: 'call', counterId: 'c1', by: 'staff:1' },
  recall: { type: 'recall' },
  start: { type: 'start' },
  hold: { type: 'hold', reason: 'form', byHall: false },
  resume: { type: 'resume' },
  transfer: { type: 'transfer', serviceId: 's2', targetCounterId: null, keepPlace: true },
  complete: { type: 'complete', outcome: 'done', notes: null },
  noShow: { type: 'noShow' },
  cancel: { type: 'cancel', reason: 'left' },
  postpone: { type: 'postpone' },
  closeByRule: { type: 'closeByRule' },
  crossLimit: { type: 'crossLimit' },
};

/** What each state allows, written down a second time as sentences: the table must say the same. */
const ALLOWED: Record<TicketStatus, Partial<Record<TicketEventType, TicketStatus>>> = {
  booked: { postpone: 'booked', checkIn: 'waiting', noShow: 'noShow', cancel: 'cancelled', closeByRule: 'noShow' },
  waiting: {
    postpone: 'waiting',
    call: 'called',
    hold: 'held',
    transfer: 'waiting',
    cancel: 'cancelled',
    closeByRule: 'cancelled',
    crossLimit: 'waiting',
  },
  called: {
    recall: 'called',
    start: 'serving',
    hold: 'held',
    transfer: 'waiting',
    noShow: 'noShow',
    cancel: 'cancelled',
    closeByRule: 'noShow',
    crossLimit: 'called',
  },
  serving: {
    hold: 'held',
    transfer: 'waiting',
    complete: 'completed',
    cancel: 'cancelled',
    closeByRule: 'completed',
  },
  held: {
    resume: 'waiting',
    transfer: 'waiting',
    noShow: 'noShow',
    cancel: 'cancelled',
    closeByRule: 'cancelled',
    crossLimit: 'held',
  },
  completed: {},
  noShow: { resume: 'waiting', cancel: 'cancelled' },
  cancelled: {},
};

const pairs = TICKET_STATUSES.flatMap((status) =>
  (Object.keys(EVENTS) as TicketEventType[]).map((event) => [status, event] as const),
);

describe('transition table', () => {
  it('has an entry for each state and event', () => {
    for (const status of TICKET_STATUSES)
      expect(Object.keys(TRANSITIONS[status]).sort()).toEqual(Object.keys(EVENTS).sort());
  });

  it.each(pairs)('%s × %s', (status, event) => {
    const ticket = buildTicket({
      status,
      heldFrom: status === 'held' ? 'waiting' : null,
      waitingSince: at(0),
      heldAt: at(10),
    });
    const result = transition(ticket, EVENTS[event], at(60), RULES);
    const expected = ALLOWED[status][event];
    if (expected) expect(result.ok && result.value.status).toBe(expected);
    else expect(result).toMatchObject({ ok: false, failure: { code: 'wrong-state', currentState: status } });
  });
});

/** Runs events at given seconds; every one must be allowed. */
function play(ticket: Ticket, steps: [number, TicketEvent][]): Ticket {
  return steps.reduce((current, [seconds, event]) => {
    const next = transition(current, event, at(seconds), RULES);
    if (!next.ok) throw new Error(`${event.type} at ${seconds}: ${JSON.stringify(next.failure)}`);
    return next.value;
  }, ticket);
}

const waiting = () =>
  buildTicket({ status: 'waiting', arrivedAt: at(0), waitingSince: at(0), queueAt: at(0), limitDueAt: at(600) });

describe('clocks', () => {
  it('runs from arrival to the start of service; a call nobody answers does not end it, a recall does not restart it', () => {
    const ticket = play(waiting(), [
      [100, EVENTS.call],
      [130, EVENTS.recall],
      [150, EVENTS.start],
      [400, EVENTS.complete],
    ]);
    expect(waitSeconds(ticket, at(9999))).toBe(150);
    expect(handlingSeconds(ticket, at(9999))).toBe(250);
  });

  it('counts a hold as wait only when the hall caused it', () => {
    const customer = play(waiting(), [
      [100, EVENTS.hold],
      [400, EVENTS.resume],
    ]);
    expect(waitSeconds(customer, at(500))).toBe(200);
    expect(customer.limitDueAt).toEqual(at(900));
    const hall = play(waiting(), [
      [100, { type: 'hold', reason: 'system down', byHall: true }],
      [400, EVENTS.resume],
    ]);
    expect(waitSeconds(hall, at(500))).toBe(500);
    expect(hall.limitDueAt).toEqual(at(600));
  });

  it('stands still while the customer holds, and has no limit then', () => {
    const held = play(waiting(), [[100, EVENTS.hold]]);
    expect(waitSeconds(held, at(1000))).toBe(100);
    expect(held.limitDueAt).toBeNull();
  });

  it('starts a new leg at a transfer and keeps the place in the queue', () => {
    const ticket = play(waiting(), [
      [100, EVENTS.call],
      [110, EVENTS.start],
      [200, EVENTS.transfer],
    ]);
    expect(waitSeconds(ticket, at(260))).toBe(60);
    expect(ticket).toMatchObject({ serviceId: 's2', queueAt: at(0), counterId: null, limitDueAt: at(800) });
    const back = play(waiting(), [[200, { ...EVENTS.transfer, keepPlace: false } as TicketEvent]]);
    expect(back.queueAt).toEqual(at(200));
  });

  it('crosses again after each further limit', () => {
    const once = play(waiting(), [[600, EVENTS.crossLimit]]);
    expect(once).toMatchObject({ limitsCrossed: 1, flaggedAt: at(600), limitDueAt: at(1200) });
    expect(play(once, [[1200, EVENTS.crossLimit]])).toMatchObject({
      limitsCrossed: 2,
      flaggedAt: at(600),
      limitDueAt: at(1800),
    });
  });

  it('excuses the absence of a no-show who returns, and keeps his place', () => {
    const ticket = play(waiting(), [
      [100, EVENTS.call],
      [160, EVENTS.noShow],
      [460, EVENTS.resume],
    ]);
    expect(ticket).toMatchObject({ status: 'waiting', queueAt: at(0), counterId: null });
    expect(waitSeconds(ticket, at(500))).toBe(200);
  });

  it('leaves the time out in which the customer was away from the counter', () => {
    const ticket = play(waiting(), [
      [10, EVENTS.call],
      [20, EVENTS.start],
      [50, EVENTS.hold],
      [250, EVENTS.resume],
      [280, EVENTS.complete],
    ]);
    expect(handlingSeconds(ticket, at(999))).toBe(60);
    expect(ticket.counterId).toBe('c1');
  });
});

describe('properties over random lives', () => {
  const event = fc.constantFrom(...Object.values(EVENTS), { type: 'hold', reason: 'x', byHall: true } as TicketEvent);
  const life = fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), event), { maxLength: 25 });

  it('never gives a negative or longer-than-real time, and undo brings every field back', () => {
    fc.assert(
      fc.property(life, (steps) => {
        let ticket = waiting();
        let clock = 0;
        for (const [pause, step] of steps) {
          clock += pause;
          const next = transition(ticket, step, at(clock), RULES);
          if (!next.ok) continue;
          const changed = { ...next.value, undo: undoOf(step.type, 'staff:1', at(clock), ticket) };
          const back = undone(changed, 'staff:1', at(clock + 30));
          expect(back.ok && { ...back.value.ticket, undo: null }).toEqual({ ...ticket, undo: null });
          ticket = { ...next.value, undo: null };
          const wait = waitSeconds(ticket, at(clock));
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(wait).toBeLessThanOrEqual(clock);
          expect(handlingSeconds(ticket, at(clock)) ?? 0).toBeLessThanOrEqual(clock);
        }
      }),
    );
  });

  it('is taken back only by the same person and within 30 seconds', () => {
    const ticket = { ...waiting(), undo: undoOf('call', 'staff:1', at(0), waiting()) };
    expect(undone(ticket, 'staff:2', at(1))).toMatchObject({ failure: { code: 'nothing-to-undo' } });
    expect(undone(ticket, 'staff:1', at(31))).toMatchObject({ failure: { code: 'undo-expired' } });
    expect(undone({ ...ticket, undo: null }, 'staff:1', at(1))).toMatchObject({ failure: { code: 'nothing-to-undo' } });
  });
});
