import { listHallsWithout } from '@/lib/deadlines/queries';
import { execute } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import { beginTurning } from './commands';
import { listHallIds } from './queries';

/** Halls whose opening and rounds nobody watches yet: those of an installation from before they were. */
export async function beginWatchingOpenings(house: House): Promise<void> {
  for (const hall of await listHallsWithout(house.db, 'hall.turn', await listHallIds(house.db)))
    await execute(house, { actor: { kind: 'system' } }, beginTurning, { hall });
}
