import { readState } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import type { QueueView } from './contract';
import type { Snapshot } from './freshness';
import { momentOf, presentQueue } from './presenter';

/** The queue of a hall as a page is first rendered with; the caller has checked who asks. */
export async function loadQueueView(house: House, hallId: string): Promise<Snapshot<QueueView>> {
  const now = house.clock.now();
  const view = await readState(house, hallId, (state) => ({
    version: state.version,
    at: now.toISOString(),
    data: presentQueue(momentOf(state, now)),
  }));
  if (!view) throw new Error(`There is no hall ${hallId}.`);
  return view;
}
