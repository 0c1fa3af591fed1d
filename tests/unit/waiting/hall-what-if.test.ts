import { describe, expect, test } from 'vitest';
import type { HallState } from '@/lib/halls/hall-state';
import { hallWhatIf, MOST_OF_A_KIND } from '@/lib/waiting/hall-what-if';

const NOW = new Date('2026-03-04T02:00:00Z');
const before = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);

type Counter = {
  serviceIds: string[];
  takes?: string[] | null;
  state?: 'open' | 'paused' | 'closed';
  /** Its clerk has not been heard of. */
  silent?: boolean;
};

/** A hall as far as the what-if looks at it: counters c1, c2, …; tickets have waited half a minute more each. */
function hall(counters: Counter[], waiting: string[]): HallState {
  const services = ['a', 'b', 'c'].map((id) => ({ id, code: id, handlingTargetSeconds: 240 }));
  return {
    version: 7,
    config: {
      timeZone: 'Asia/Shanghai',
      handlingTargetSeconds: 240,
      noShowSeconds: 60,
      services,
      counters: counters.map(({ serviceIds }, i) => ({ id: `c${i + 1}`, number: i + 1, active: true, serviceIds })),
      weeklyHours: { '2': [{ opens: '08:00', closes: '20:00' }] },
      exceptions: [],
      openingCheck: false,
    },
    opening: null,
    serviceDay: '2026-03-04',
    tickets: new Map(
      waiting.map((serviceId, i) => [
        `t${i}`,
        {
          id: `t${i}`,
          serviceId,
          status: 'waiting',
          issuedAt: before(30 * i),
          queueAt: before(30 * i),
          arrivedAt: before(30 * i),
          issueOrder: waiting.length - i,
          targetCounterId: null,
          creditSeconds: 0,
          limitsCrossed: 0,
          limitDueAt: new Date(before(30 * i).getTime() + 600_000),
        },
      ]),
    ),
    sessions: new Map(
      counters.flatMap(({ takes = null, state = 'open', silent = false }, i) => {
        if (state === 'closed') return [];
        const silentAt = silent ? before(60) : null;
        const session = { counterId: `c${i + 1}`, state, serviceIds: takes, openedAt: before(3600), silentAt };
        return [[session.counterId, session] as const];
      }),
    ),
    legs: [],
    learned: new Map(),
    pauses: new Map(),
  } as unknown as HallState;
}

const many = (serviceId: string, count: number) => Array<string>(count).fill(serviceId);

describe('which changes are looked at', () => {
  test('a counter is moved to the service for which most wait, the one that is missed least first', () => {
    const state = hall(
      [
        { serviceIds: ['a', 'b'] },
        { serviceIds: ['a', 'b', 'c'] },
        { serviceIds: ['a', 'b', 'c'], takes: ['b'] },
        { serviceIds: ['a', 'c'], takes: ['c'] },
      ],
      [...many('a', 9), ...many('b', 4)],
    );
    const moves = hallWhatIf(state, NOW).changes.filter(({ kind }) => kind === 'move');
    expect(moves).toHaveLength(3);
    expect(moves.every(({ serviceIds }) => serviceIds.join() === 'a')).toBe(true);
    // Nobody waits for what counter 4 takes now: moving it helps most.
    expect(moves[0]).toMatchObject({ counterNumber: 4 });
  });

  test('none to a service that it takes alone already, none of a counter on a break, none where nobody waits', () => {
    const alone = hall([{ serviceIds: ['a', 'b'], takes: ['a'] }], many('a', 5));
    expect(hallWhatIf(alone, NOW).changes.map(({ kind }) => kind)).toEqual(['widen', 'close']);
    const paused = hall([{ serviceIds: ['a'] }, { serviceIds: ['a', 'b'], state: 'paused' }], many('a', 5));
    expect(hallWhatIf(paused, NOW).changes.map(({ kind }) => kind)).toEqual(['close']);
    const empty = hall([{ serviceIds: ['a', 'b'] }], []);
    expect(hallWhatIf(empty, NOW).changes.map(({ kind }) => kind)).toEqual(['close']);
  });

  test('none of a counter whose clerk has vanished: nobody is there to make it', () => {
    const state = hall(
      [
        { serviceIds: ['a', 'b'], silent: true },
        { serviceIds: ['a', 'b'], takes: ['b'], silent: true },
        { serviceIds: ['a', 'b'], takes: ['b'] },
      ],
      many('a', 5),
    );
    expect(hallWhatIf(state, NOW).changes.map(({ counterNumber }) => counterNumber)).toEqual([3, 3, 3]);
  });

  test('no more of a kind than an answer has time for', () => {
    const counters = Array.from({ length: 8 }, (_, i): Counter[] => [
      { serviceIds: ['a', 'b', 'c'].slice(i % 3), state: 'closed' },
      { serviceIds: ['a', 'b', 'c'], takes: [['a'], ['b'], ['c'], ['a', 'b'], ['b', 'c'], ['a', 'c']][i % 6] },
    ]).flat();
    const kinds = hallWhatIf(hall(counters, ['a', 'b', 'c', ...many('a', 6)]), NOW).changes.map(({ kind }) => kind);
    for (const kind of ['open', 'widen', 'move', 'close'] as const)
      expect(kinds.filter((one) => one === kind).length, kind).toBe(MOST_OF_A_KIND);
  });
});

describe('what they would do', () => {
  const state = hall([{ serviceIds: ['a', 'b'] }, { serviceIds: ['a', 'b'], takes: ['b'] }], many('a', 8));

  test('says who would be served in time and who no longer, by the ticket', () => {
    const { before: now, changes } = hallWhatIf(state, NOW);
    const move = changes.find(({ kind }) => kind === 'move')!;
    expect(move.saved.length).toBeGreaterThan(0);
    expect(move.lost).toEqual([]);
    for (const id of move.saved) {
      expect(now.lateShares.get(id)!).toBeGreaterThanOrEqual(0.5);
      expect(move.outlook.lateShares.get(id)!).toBeLessThan(0.5);
    }
    const close = changes.find(({ kind, counterNumber }) => kind === 'close' && counterNumber === 1)!;
    expect(close.lost.length).toBeGreaterThan(0);
    expect(close.saved).toEqual([]);
  });

  test('a move that is asked for is looked at alone', () => {
    const { changes } = hallWhatIf(state, NOW, { counterId: 'c1', serviceIds: ['b'] });
    expect(changes).toHaveLength(1);
    // Nobody takes their service any more: whoever waited in time is lost.
    expect(changes[0]).toMatchObject({ kind: 'move', counterNumber: 1, serviceIds: ['b'], saved: [] });
    expect(changes[0]!.outlook.services.get('a')!.p90Seconds).toBeNull();
    expect(changes[0]!.outlook.late).toBe(8);
  });
});
