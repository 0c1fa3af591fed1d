import { describe, expect, it } from 'vitest';
import { nextState, WEAK_POINT_STATES, WEAK_POINT_STEPS } from '@/lib/weak-points/machine';
import { columnOf, dueInstant, isOverdue, missingPlan, nearInstant, tidingsFor } from '@/lib/weak-points/weak-point';

describe('nextState', () => {
  it('knows each step from each state', () => {
    const table = Object.fromEntries(
      WEAK_POINT_STATES.map((state) => [
        state,
        Object.fromEntries(
          WEAK_POINT_STEPS.flatMap((step) => {
            const next = nextState(state, step);
            return next ? [[step, next]] : [];
          }),
        ),
      ]),
    );
    expect(table).toEqual({
      open: { start: 'doing', finish: 'done', drop: 'dropped' },
      reopened: { start: 'doing', finish: 'done', drop: 'dropped' },
      doing: { finish: 'done', drop: 'dropped' },
      done: { verify: 'verified', reopen: 'reopened' },
      verified: { reopen: 'reopened' },
      dropped: {},
    });
  });
});

it('stands in one of three columns until it is dropped', () => {
  expect(WEAK_POINT_STATES.map((state) => columnOf(state))).toEqual(['toDo', 'toDo', 'doing', 'done', 'done', null]);
});

it('is overdue when its day is over and it is not done', () => {
  expect(isOverdue({ state: 'doing', dueOn: '2026-03-10' }, '2026-03-10')).toBe(false);
  expect(isOverdue({ state: 'doing', dueOn: '2026-03-10' }, '2026-03-11')).toBe(true);
  expect(isOverdue({ state: 'done', dueOn: '2026-03-10' }, '2026-03-11')).toBe(false);
  expect(isOverdue({ state: 'open', dueOn: null }, '2026-03-11')).toBe(false);
  expect(dueInstant('2026-03-10', 'Asia/Shanghai')).toEqual(new Date('2026-03-10T16:00:00Z'));
});

it('names what has to be said before somebody begins', () => {
  expect(missingPlan({ action: null, ownerId: null, dueOn: null })).toEqual(['action', 'ownerId', 'dueOn']);
  expect(missingPlan({ action: 'x', ownerId: 'y', dueOn: '2026-03-10' })).toEqual([]);
});

describe('what its owner is told', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 2, 9, hour));
  const point = {
    state: 'open',
    ownerId: 'x',
    dueOn: '2026-03-10',
    givenAt: at(1),
    nearAt: null,
    seenAt: null,
  } as const;

  it('begins with the day before its date', () => {
    expect(nearInstant('2026-03-10', 'Asia/Shanghai')).toEqual(new Date('2026-03-08T16:00:00Z'));
  });

  it('is one thing at a time, until he has read it', () => {
    const today = '2026-03-09';
    expect(tidingsFor(point, today)).toBe('given');
    expect(tidingsFor({ ...point, seenAt: at(2) }, today)).toBe(null);
    expect(tidingsFor({ ...point, nearAt: at(3), seenAt: at(2) }, today)).toBe('near');
    expect(tidingsFor({ ...point, nearAt: at(3) }, today)).toBe('near');
    expect(tidingsFor({ ...point, nearAt: at(3), seenAt: at(4) }, today)).toBe(null);
  });

  it('stays what it is while the date has passed, though he has read it', () => {
    expect(tidingsFor({ ...point, seenAt: at(4) }, '2026-03-11')).toBe('overdue');
    expect(tidingsFor({ ...point, state: 'done' }, '2026-03-11')).toBe(null);
    expect(tidingsFor({ ...point, ownerId: null }, '2026-03-11')).toBe(null);
  });

  it('is nothing for who gave it to himself', () => {
    expect(tidingsFor({ ...point, givenAt: null }, '2026-03-09')).toBe(null);
  });
});
