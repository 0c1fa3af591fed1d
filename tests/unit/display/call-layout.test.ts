import { expect, it } from 'vitest';
import { callLayout } from '@/components/display/call-layout';

it('has a place for every called number, up to the 24 of the board', () => {
  for (let called = 0; called <= 24; called++) {
    const { kind, rows } = callLayout(called);
    const places = kind === 'hero' ? 1 + rows * 2 : kind === 'pairs' ? rows * 2 : rows * 4;
    expect(places, `${called} called`).toBeGreaterThanOrEqual(called);
  }
});

it('gives up the small field before the large one', () => {
  expect(callLayout(1)).toEqual({ kind: 'hero', rows: 0, servingRows: 4 });
  expect(callLayout(7)).toEqual({ kind: 'hero', rows: 3, servingRows: 0 });
  expect(callLayout(8).kind).toBe('pairs');
  expect(callLayout(13).kind).toBe('wall');
});
