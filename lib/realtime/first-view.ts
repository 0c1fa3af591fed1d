import { readState } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import { buildId } from '@/lib/platform/build-id';
import { env } from '@/lib/platform/env';
import type { CounterDeskView, LiveBoardView, QueueView } from './contract';
import type { Snapshot } from './freshness';
import { type Moment, momentOf, presentCounterDesk, presentLive, presentQueue } from './presenter';

/** A view as a page is first rendered with, and the build that renders it; the live connection goes on from there. */
export interface FirstView<Data> {
  initial: Snapshot<Data>;
  build: string;
}

/** The caller has checked that this person may see it. Null where `present` finds nothing. */
async function firstView<Data>(
  house: House,
  hallId: string,
  present: (moment: Moment) => Data | null,
): Promise<FirstView<Data> | null> {
  const now = house.clock.now();
  const initial = await readState(house, hallId, (state) => {
    const data = present(momentOf(state, now));
    return data === null ? null : { version: state.version, at: now.toISOString(), data };
  });
  return initial && { initial, build: buildId(env().NODE_ENV !== 'production') };
}

/** The counter with this number; null where the hall has none. */
export function firstCounterDesk(
  house: House,
  hallId: string,
  number: number,
): Promise<FirstView<CounterDeskView> | null> {
  return firstView(house, hallId, (moment) => {
    const counter = moment.state.config.counters.find((c) => c.number === number && c.active);
    return counter ? presentCounterDesk(moment, counter) : null;
  });
}

export function firstQueue(house: House, hallId: string): Promise<FirstView<QueueView> | null> {
  return firstView(house, hallId, presentQueue);
}

export function firstLiveBoard(house: House, hallId: string): Promise<FirstView<LiveBoardView> | null> {
  return firstView(house, hallId, presentLive);
}
