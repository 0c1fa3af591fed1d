import type { House } from '@/lib/door/house';
import { presentFound, presentLost } from './presenter';
import { listLostFound } from './queries';
import type { LostFound } from './schema';

/** What is kept and missed, as a page is first rendered with; the caller has checked who asks. */
export async function loadLostFound(house: House, hallId: string): Promise<LostFound> {
  const { found, lost } = await listLostFound(house.db, hallId);
  return { found: found.map(presentFound), lost: lost.map(presentLost) };
}
