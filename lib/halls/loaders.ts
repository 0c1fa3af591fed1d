import { readState } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import type { HallConfig } from './hall-config';
import { serviceDay } from './service-day';

/** What most pages of a hall need to know of it: its settings and its day. The caller has checked who asks. */
export async function loadHallDay(house: House, hallId: string): Promise<{ config: HallConfig; today: string }> {
  const config = await readState(house, hallId, (state) => state.config);
  if (!config) throw new Error(`There is no hall ${hallId}.`);
  return { config, today: serviceDay(house.clock.now(), config.timeZone) };
}
