import { describe, expect, it } from 'vitest';
import { connectionState, newerSnapshot, serverOffset } from '@/lib/realtime/freshness';

describe('connectionState', () => {
  it.each([
    [true, 0, false, 'connecting'],
    [false, 5, false, 'connecting'],
    [false, 5.1, false, 'offline'],
    [true, 15.1, false, 'stale'],
    [true, 0, true, 'live'],
    [true, 15, true, 'live'],
    [true, 15.1, true, 'stale'],
    [true, 3600, true, 'stale'],
    [false, 0, true, 'live'],
    [false, 5, true, 'live'],
    [false, 5.1, true, 'offline'],
    [false, 3600, true, 'offline'],
  ] as const)('connected %s, silent for %s s, data %s → %s', (connected, silent, hasData, state) => {
    expect(connectionState(connected, silent, hasData)).toBe(state);
  });
});

describe('newerSnapshot', () => {
  const at = '2020-01-13T08:00:00Z';
  const shown = { version: 5, at, data: 'shown' };

  it('takes the first', () => {
    const received = { version: 1, at, data: 'first' };
    expect(newerSnapshot(undefined, received, false)).toBe(received);
  });

  it('takes a higher version, across gaps', () => {
    const received = { version: 9, at, data: 'later' };
    expect(newerSnapshot(shown, received, false)).toBe(received);
  });

  it.each([5, 4, 1])('drops version %i, which came late', (version) => {
    expect(newerSnapshot(shown, { version, at, data: 'late' }, false)).toBe(shown);
  });

  it('takes the snapshot of a new connection, even with a lower version', () => {
    const received = { version: 1, at, data: 'restarted' };
    expect(newerSnapshot(shown, received, true)).toBe(received);
  });
});

describe('serverOffset', () => {
  it('is the sample with the least delay', () => {
    expect(serverOffset([-900, -250, -400])).toBe(-250);
    expect(serverOffset([59_000, 60_000])).toBe(60_000);
  });

  it('is nothing without samples', () => {
    expect(serverOffset([])).toBe(0);
  });
});
