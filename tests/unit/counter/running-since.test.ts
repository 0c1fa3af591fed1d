import { expect, it } from 'vitest';
import { runningSince } from '@/components/counter/running-since';

const start = '2026-03-02T01:00:00.000Z';

it('starts later by the time that does not count', () => {
  // Ten minutes have gone by, six of them count.
  expect(runningSince(start, 360, '2026-03-02T01:10:00.000Z')).toBe('2026-03-02T01:04:00.000Z');
});

it('does not follow the rounding to whole seconds, nor an answer newer than the snapshot', () => {
  expect(runningSince(start, 599, '2026-03-02T01:10:00.400Z')).toBe(start);
  expect(runningSince(start, 605, '2026-03-02T01:10:00.000Z')).toBe(start);
});
