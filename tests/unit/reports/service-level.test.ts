import { expect, test } from 'vitest';
import {
  addTallies,
  NO_WAITS,
  serviceLevelOf,
  tallyWaits,
  type WaitRecord,
  waitRecords,
} from '@/lib/reports/service-level';

const T = 600;
const wait = (waitSeconds: number, state: WaitRecord['state']) => ({ waitSeconds, state });

test('nobody came: no figure rather than 0 % or NaN', () => {
  expect(serviceLevelOf(NO_WAITS)).toEqual({
    honest: { counted: 0, within: 0, share: null },
    servedOnly: { counted: 0, within: 0, share: null },
    leftBefore: 0,
    leftAfter: 0,
    waitingPast: 0,
  });
});

test('the usual figure flatters: it forgets who still waits and who left after T', () => {
  const tally = tallyWaits(
    [
      wait(0, 'started'),
      wait(600, 'started'),
      wait(601, 'started'),
      wait(900, 'waiting'),
      wait(700, 'left'),
      wait(100, 'waiting'),
      wait(100, 'left'),
    ],
    T,
  );
  const level = serviceLevelOf(tally);
  expect(level.servedOnly).toEqual({ counted: 3, within: 2, share: 2 / 3 });
  expect(level.honest).toEqual({ counted: 5, within: 2, share: 2 / 5 });
  expect(level).toMatchObject({ leftBefore: 1, leftAfter: 1, waitingPast: 1 });
});

test('sent on in time counts only where it waits next; sent on too late was missed', () => {
  expect(tallyWaits([wait(100, 'sentOn')], T)).toEqual(NO_WAITS);
  expect(tallyWaits([wait(700, 'sentOn')], T)).toEqual({ ...NO_WAITS, leftAfter: 1 });
});

test('a leg that nobody started was left, unless it was transferred', () => {
  const leg = { serviceId: 'a', waitSeconds: 60, startedAt: null };
  const records = waitRecords(
    [
      { ...leg, ending: 'cancelled' },
      { ...leg, ending: 'noShow' },
      { ...leg, ending: 'closedByRule' },
      { ...leg, ending: 'transferred' },
      { ...leg, ending: 'transferred', startedAt: new Date(0) },
    ],
    [],
    new Date(0),
  );
  expect(records.map((record) => record.state)).toEqual(['left', 'left', 'left', 'sentOn', 'started']);
});

test('parts add up to the whole', () => {
  const one = tallyWaits([wait(1, 'started'), wait(900, 'waiting')], T);
  const two = tallyWaits([wait(900, 'started'), wait(1, 'left')], T);
  expect(addTallies([one, two])).toEqual(
    tallyWaits([wait(1, 'started'), wait(900, 'waiting'), wait(900, 'started'), wait(1, 'left')], T),
  );
});
