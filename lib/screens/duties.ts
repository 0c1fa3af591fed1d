import { execute } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import { hearScreens } from './commands';
import { listWatched } from './queries';
import { noteScreensSeen } from './repository';
import type { HereScreen, LiveScreens } from './screen';

/** A connected screen is written down as seen this often. */
const SEEN_MS = 20_000;
const SYSTEM = { actor: { kind: 'system' } } as const;

/**
 * Keeps what the house hears of its unattended screens: seen while they are connected, heard when they come back or show
 * another page, told to load anew where somebody asked. Run before deadlines are: a screen that is here is not missed,
 * however far the clock went meanwhile.
 */
export function screenKeeper(house: House, live: LiveScreens): (lookForReloads: boolean) => Promise<void> {
  let seenAt: number | null = null;
  return async (lookForReloads) => {
    const now = house.clock.now();
    const due = live.newcomers() || seenAt === null || Math.abs(now.getTime() - seenAt) >= SEEN_MS;
    if (!due && !lookForReloads) return;
    // A device shows one page: of two windows the newer counts.
    const here = [...new Map(live.here().map((screen) => [screen.id, screen])).values()];
    if (due) seenAt = now.getTime();
    if (here.length === 0) return;
    const ids = here.map(({ id }) => id);
    if (due) await noteScreensSeen(house.db, ids, now);
    const known = new Map((await listWatched(house.db, ids)).map((screen) => [screen.id, screen]));
    const news = here.filter(({ id, page, build }) => {
      const screen = known.get(id);
      return screen && (screen.silentAt !== null || screen.pageId !== page || screen.build !== build);
    });
    for (const [hall, screens] of byHall(news)) await execute(house, SYSTEM, hearScreens, { hall, screens });
    // Another page than the one that was there when it was asked for has been loaded since.
    const stale = here.filter(({ id, page }) => {
      const screen = known.get(id);
      return screen?.reloadAskedAt && (screen.pageId === null || screen.pageId === page);
    });
    if (stale.length > 0) live.reload(new Set(stale.map(({ page }) => page)));
  };
}

function byHall(screens: readonly HereScreen[]): Map<string, Omit<HereScreen, 'hallId'>[]> {
  const halls = new Map<string, Omit<HereScreen, 'hallId'>[]>();
  for (const { hallId, ...screen } of screens) halls.set(hallId, [...(halls.get(hallId) ?? []), screen]);
  return halls;
}
