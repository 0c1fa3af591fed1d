import { readState } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import { serviceDay } from '@/lib/halls/service-day';
import { presentTemplate } from './presenter';
import { listTemplates, readRoundDay, readRounds } from './queries';
import type { RoundDayView, RoundsView, TemplateView } from './schema';

/** What the rounds screen of a hall shows first. */
export async function loadRounds(house: House, hallId: string): Promise<RoundsView | null> {
  const state = await readState(house, hallId, ({ config, opening }) => ({ config, opening }));
  return state && readRounds(house.db, state, house.clock.now());
}

export interface ManagedRounds {
  templates: TemplateView[];
  zones: { code: string; names: Record<string, string> }[];
  openingCheck: boolean;
  today: string;
  day: RoundDayView;
}

/** The manager's page: templates, and what was found on one day. */
export async function loadManagedRounds(
  house: House,
  hallId: string,
  asked: string | undefined,
): Promise<ManagedRounds | null> {
  const config = await readState(house, hallId, (state) => state.config);
  if (!config) return null;
  const today = serviceDay(house.clock.now(), config.timeZone);
  const day = asked && /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : today;
  return {
    templates: (await listTemplates(house.db, hallId)).map((template) => presentTemplate(config, template)),
    zones: config.zones.filter((zone) => zone.active).map(({ code, names }) => ({ code, names })),
    openingCheck: config.openingCheck,
    today,
    day: await readRoundDay(house.db, config, day),
  };
}
