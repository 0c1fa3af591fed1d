import { page } from '@/lib/api/page';
import { readState } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import { serviceDay } from '@/lib/halls/service-day';
import { type MaterialState, pageOfStanding } from './material';
import { presentCounts, presentMaterial } from './presenter';
import { findMaterial, listChecks, listRemoved, listStanding } from './queries';
import type { MaterialList, MaterialWithChecks } from './schema';

export interface MaterialQuery {
  /** One state; left out: all that stands or is planned. */
  state?: MaterialState;
  /** Only what is not in good condition. */
  worn?: boolean;
  after?: { validUntil: string; id: string };
  limit: number;
}

/** The register as its screen and the API show it; the caller has checked who asks. */
export async function loadMaterialList(house: House, hallId: string, query: MaterialQuery): Promise<MaterialList> {
  const config = await readState(house, hallId, (state) => state.config);
  if (!config) throw new Error(`There is no hall ${hallId}.`);
  const today = serviceDay(house.clock.now(), config.timeZone);
  const standing = await listStanding(house.db, hallId);
  const { state, worn, after, limit } = query;
  const rows =
    state === 'removed'
      ? await listRemoved(house.db, hallId, { after, limit: limit + 1 })
      : pageOfStanding(standing, today, { states: state && [state], worn }, { after, limit: limit + 1 });
  const { items, nextCursor } = page(rows, limit, ({ validUntil, id }) => `${validUntil} ${id}`);
  return {
    items: items.map((material) => presentMaterial(config, material, today)),
    nextCursor,
    counts: presentCounts(standing, today),
  };
}

/** A piece of material with the history of its checks; null where there is none. */
export async function loadMaterial(house: House, id: string): Promise<MaterialWithChecks | null> {
  const material = await findMaterial(house.db, id);
  const config = material && (await readState(house, material.hallId, (state) => state.config));
  if (!material || !config) return null;
  const today = serviceDay(house.clock.now(), config.timeZone);
  return { ...presentMaterial(config, material, today), checks: await listChecks(house.db, id) };
}
