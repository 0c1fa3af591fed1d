import { expect, test } from 'vitest';
import type { CounterState, HallHistory, QueueState } from '@/lib/waiting/estimate';
import { type CounterChange, whatIf } from '@/lib/waiting/what-if';

const NOW = 1_700_000_000_000;

function serving(id: string, serviceIds: string[]): CounterState {
  return { id, serviceIds, state: 'serving', since: NOW - 90_000, servingServiceId: serviceIds[0] };
}

const state: QueueState = {
  tickets: Array.from({ length: 24 }, (_, i) => ({
    id: `t${i}`,
    serviceId: i % 4 === 3 ? 'b' : 'a',
    queueAt: NOW - 300_000 + i * 5000,
    issuedSeq: i,
  })),
  counters: [serving('c1', ['a']), serving('c2', ['a']), serving('c3', ['b']), serving('c4', ['b'])],
};

const history: HallHistory = {
  services: ['a', 'b'].map((serviceId) => ({
    serviceId,
    handling: { kind: 'logNormal', mean: 180, sd: 120 },
    arrivals: [{ creditSeconds: 0, perHour: serviceId === 'a' ? 60 : 20 }],
  })),
  callSeconds: 10,
  gapSeconds: 5,
  noShowSeconds: 40,
};

const limitAt = new Map(state.tickets.map((ticket) => [ticket.id, ticket.queueAt + 600_000]));

function promise(changes: CounterChange[]) {
  const { before, after } = whatIf(state, history, NOW, 4, changes, { limitAt });
  return { before, after };
}

test('one counter more shortens the promise and saves people from the limit', () => {
  const { before, after } = promise([{ kind: 'open', counter: { id: 'c5', serviceIds: ['a', 'b'] } }]);
  expect(after[0]!.newcomer.p90Seconds!).toBeLessThan(before.newcomer.p90Seconds! * 0.85);
  expect(after[0]!.services.get('a')!.p90Seconds!).toBeLessThan(before.services.get('a')!.p90Seconds!);
  expect(after[0]!.late!).toBeLessThan(before.late! - 1);
});

test('closing a counter lengthens it, after the customer who is there', () => {
  const { before, after } = promise([{ kind: 'close', counterId: 'c1' }]);
  expect(after[0]!.services.get('a')!.meanSeconds!).toBeGreaterThan(before.services.get('a')!.meanSeconds! * 1.7);
  expect(after[0]!.services.get('b')).toEqual(before.services.get('b'));
});

test('moving a counter takes from one service what it gives to the other', () => {
  const { before, after } = promise([{ kind: 'move', counterId: 'c4', serviceIds: ['a'] }]);
  expect(after[0]!.services.get('a')!.p90Seconds!).toBeLessThan(before.services.get('a')!.p90Seconds!);
  expect(after[0]!.services.get('b')!.p90Seconds!).toBeGreaterThan(before.services.get('b')!.p90Seconds!);
});

test('closing the last counter of a service: its wait is unknown', () => {
  const { after } = promise([{ kind: 'close', counterId: 'gone' }]);
  expect(after[0]!.newcomer.p90Seconds).not.toBeNull();
  const alone = { ...state, counters: [serving('c1', ['a', 'b'])] };
  const closed = whatIf(alone, history, NOW, 4, [{ kind: 'close', counterId: 'c1' }]).after[0]!;
  expect(closed.newcomer).toEqual({ p50Seconds: null, p90Seconds: null, meanSeconds: null });
  expect(closed.late).toBeNull();
});

test('each change is judged alone, and the same question has the same answer', () => {
  const open: CounterChange = { kind: 'open', counter: { id: 'c5', serviceIds: ['a'] } };
  const both = promise([open, { kind: 'close', counterId: 'c1' }]);
  expect(both.after[0]).toEqual(promise([open]).after[0]);
  expect(both).toEqual(promise([open, { kind: 'close', counterId: 'c1' }]));
});

test('only the change tells the two apart, not luck: who is not touched by it has the same figures', () => {
  const withCredit = {
    ...history,
    services: history.services.map((service) => ({
      ...service,
      arrivals: [...(service.arrivals ?? []), { creditSeconds: 900, perHour: 12 }],
    })),
  };
  const { before, after } = whatIf(state, withCredit, NOW, 4, [
    { kind: 'open', counter: { id: 'c5', serviceIds: ['a'] } },
    { kind: 'open', counter: { id: 'c5', serviceIds: [] } },
  ]);
  expect(after[0]!.services.get('a')).not.toEqual(before.services.get('a'));
  expect(after[0]!.services.get('b')).toEqual(before.services.get('b'));
  expect(after[1]).toEqual(before);
});
