import { readState } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import { readMachines } from './queries';
import type { MachinesView } from './schema';

/** The machines of a hall as a page is first rendered with; the caller has checked who asks. */
export async function loadMachines(house: House, hallId: string): Promise<MachinesView> {
  const config = await readState(house, hallId, (state) => state.config);
  if (!config) throw new Error(`There is no hall ${hallId}.`);
  return readMachines(house.db, config, house.clock.now());
}
