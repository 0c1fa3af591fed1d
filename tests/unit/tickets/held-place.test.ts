import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSeconds, secondsBetween } from '@/lib/core/clock';
import { waitSeconds } from '@/lib/tickets/clocks';
import { arrivalPlace, POSTPONE_SECONDS } from '@/lib/tickets/held-place';
import { transition } from '@/lib/tickets/machine';
import { byQueueOrder } from '@/lib/tickets/queue-order';
import type { Ticket } from '@/lib/tickets/ticket';
import { buildTicket } from '../../factories/ticket';

const LIMIT = 600;
const START = new Date('2026-03-02T02:00:00Z');
const at = (seconds: number) => addSeconds(START, seconds);

function remote(takenAt: Date, order: number, over: Partial<Ticket> = {}): Ticket {
  return buildTicket({
    channel: 'phone',
    status: 'booked',
    issuedAt: takenAt,
    arrivedAt: null,
    waitingSince: null,
    queueAt: null,
    issueOrder: order,
    ...over,
  });
}

function checkIn(ticket: Ticket, now: Date): Ticket {
  const moved = transition(ticket, { type: 'checkIn' }, now, { limitSeconds: LIMIT });
  if (!moved.ok) throw new Error('The arrival was refused.');
  return moved.value;
}

const second = fc.integer({ min: 0, max: 4 * 3600 });

describe('the place of a number taken by phone', () => {
  it('overtakes nobody who was in the hall before it was taken, and nobody who has waited past the limit', () => {
    fc.assert(
      fc.property(
        fc.array(second, { minLength: 1, maxLength: 30 }),
        second,
        second,
        fc.boolean(),
        (arrivals, takenSecond, travelSeconds, later) => {
          const taken = at(takenSecond);
          const arrives = at(takenSecond + travelSeconds);
          const present = arrivals
            .sort((a, b) => a - b)
            .filter((s) => at(s) <= arrives)
            .map((s, i) => buildTicket({ id: `p${i}`, arrivedAt: at(s), queueAt: at(s), issueOrder: 2 * i }));
          const order = 2 * present.filter((p) => p.issuedAt <= taken).length - 1;
          let own = remote(taken, order);
          if (later) {
            const moved = transition(own, { type: 'postpone' }, taken, { limitSeconds: LIMIT });
            own = moved.ok ? moved.value : own;
          }
          const arrived = checkIn(own, arrives);
          const heldFrom = later ? addSeconds(taken, POSTPONE_SECONDS) : taken;
          for (const person of present) {
            const overtaken = byQueueOrder(arrived, person) < 0;
            // Who comes in at the very moment of the arrival was not there before it: the earlier number goes first.
            const cameLater = person.issuedAt >= heldFrom || person.issuedAt >= arrives;
            const waitedLess = secondsBetween(person.issuedAt, arrives) <= LIMIT;
            expect(overtaken && !(cameLater && waitedLess)).toBe(false);
          }
        },
      ),
    );
  });

  it('keeps the place against those who came after it was taken', () => {
    const own = checkIn(remote(at(0), 1), at(500));
    const after = buildTicket({ id: 'after', queueAt: at(60), issueOrder: 2 });
    const before = buildTicket({ id: 'before', queueAt: at(-60), issueOrder: 0 });
    expect(byQueueOrder(own, after)).toBeLessThan(0);
    expect(byQueueOrder(own, before)).toBeGreaterThan(0);
    expect(own.waitingSince).toEqual(at(500));
  });

  it('is the moment of arrival for bookings and for tickets of the hall', () => {
    const now = at(9000);
    expect(arrivalPlace(remote(at(0), 1, { channel: 'booking', bookedFor: at(9000) }), now, LIMIT)).toEqual(now);
    expect(arrivalPlace(remote(at(0), 1, { channel: 'kiosk' }), now, LIMIT)).toEqual(now);
  });

  it('gives credit on top of the place', () => {
    expect(arrivalPlace(remote(at(0), 1, { creditSeconds: 300 }), at(100), LIMIT)).toEqual(at(-300));
  });
});

describe('ten more minutes', () => {
  const rules = { limitSeconds: LIMIT };

  it('moves a waiting ticket behind those who came within them, once', () => {
    const own = buildTicket({ queueAt: at(0), waitingSince: at(0) });
    const moved = transition(own, { type: 'postpone' }, at(60), rules);
    if (!moved.ok) throw new Error('refused');
    expect(byQueueOrder(moved.value, buildTicket({ queueAt: at(599), issueOrder: 9 }))).toBeGreaterThan(0);
    expect(byQueueOrder(moved.value, buildTicket({ queueAt: at(601), issueOrder: 9 }))).toBeLessThan(0);
    expect(transition(moved.value, { type: 'postpone' }, at(120), rules)).toMatchObject({
      ok: false,
      failure: { code: 'postponed-already' },
    });
  });

  it('does not count as wait, but only as far as it was used', () => {
    const own = buildTicket({ queueAt: at(0), waitingSince: at(0) });
    const moved = transition(own, { type: 'postpone' }, at(120), rules);
    if (!moved.ok) throw new Error('refused');
    expect(moved.value.limitDueAt).toEqual(at(LIMIT + POSTPONE_SECONDS));
    const called = transition(moved.value, { type: 'call', counterId: 'c', by: 'x' }, at(300), rules);
    const early = called.ok ? transition(called.value, { type: 'start' }, at(330), rules) : called;
    expect(early.ok && waitSeconds(early.value, at(400))).toBe(120);
    const late = called.ok ? transition(called.value, { type: 'start' }, at(900), rules) : called;
    expect(late.ok && waitSeconds(late.value, at(1000))).toBe(300);
  });
});
