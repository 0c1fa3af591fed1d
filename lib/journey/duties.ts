import { listHallsWithout } from '@/lib/deadlines/queries';
import { execute } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import { listHallIds } from '@/lib/halls/queries';
import { keepDays } from './commands';

/** Halls whose days nobody waits for yet: new ones, and those of an installation from before days were kept. */
export async function beginKeepingDays(house: House): Promise<void> {
  for (const hall of await listHallsWithout(house.db, 'journey.dayEnded', await listHallIds(house.db)))
    await execute(house, { actor: { kind: 'system' } }, keepDays, { hall });
}
