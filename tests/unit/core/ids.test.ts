import { expect, it } from 'vitest';
import { isId, newId } from '@/lib/core/ids';

const now = new Date('2026-03-02T02:00:00Z');

it('gives ids that rise in the order in which they were given, also within a millisecond', () => {
  const ids = Array.from({ length: 5000 }, () => newId(now));
  expect(ids.every(isId)).toBe(true);
  expect(new Set(ids).size).toBe(5000);
  expect(ids).toEqual([...ids].sort());
});

it('keeps that order within a moment while another hall’s clock is a moment ahead', () => {
  const later = new Date(now.getTime() + 1);
  const ids = Array.from({ length: 500 }, () => ({ here: newId(now), there: newId(later) }));
  const here = ids.map((pair) => pair.here);
  expect(here).toEqual([...here].sort());
  expect(ids.every(({ here, there }) => here < there)).toBe(true);
});
