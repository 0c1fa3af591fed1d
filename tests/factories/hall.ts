import { execute } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import { createHall } from '@/lib/halls/commands';
import type { HallConfig } from '@/lib/halls/hall-config';
import { loadHallConfig } from '@/lib/halls/queries';
import type { HallDefinition } from '@/lib/halls/schema';

const named = (en: string) => ({ 'zh-CN': en, en, es: en });

/** A small hall that is open at every hour: services A and B, three counters; counter 3 takes only B. */
export function hallDefinition(overrides: Partial<HallDefinition> = {}): HallDefinition {
  return {
    slug: 'test-hall',
    names: named('Test hall'),
    timeZone: 'Asia/Shanghai',
    weeklyHours: Array.from({ length: 7 }, () => [{ opens: '00:00', closes: '24:00' }]),
    zones: [{ code: 'main', names: named('Main zone') }],
    services: [
      { code: 'cards', letter: 'A', names: named('Cards'), zoneCode: 'main' },
      { code: 'broadband', letter: 'B', names: named('Broadband'), zoneCode: 'main' },
    ],
    counters: [
      { number: 1, zoneCode: 'main', serviceCodes: ['cards', 'broadband'] },
      { number: 2, zoneCode: 'main', serviceCodes: ['cards', 'broadband'] },
      { number: 3, zoneCode: 'main', serviceCodes: ['broadband'] },
    ],
    ...overrides,
  };
}

export interface BuiltHall {
  id: string;
  slug: string;
  config: HallConfig;
  /** Id of the counter with this number. */
  counter(number: number): string;
  /** Id of the service with this code. */
  service(code: string): string;
}

/** Makes a hall through the same command as settings, demo and replay. */
export async function buildHall(house: House, overrides: Partial<HallDefinition> = {}): Promise<BuiltHall> {
  const made = await execute(house, { actor: { kind: 'system' } }, createHall, hallDefinition(overrides));
  if (!made.ok) throw new Error(`The hall was refused: ${JSON.stringify(made.failure)}`);
  const config = await loadHallConfig(house.db, made.value.id);
  if (!config) throw new Error('The hall was made and is not there.');
  const find = <T>(thing: T | undefined, what: string): T => {
    if (thing === undefined) throw new Error(`The hall has no ${what}.`);
    return thing;
  };
  return {
    ...made.value,
    config,
    counter: (number) => find(config.counters.find((c) => c.number === number)?.id, `counter ${number}`),
    service: (code) => find(config.services.find((s) => s.code === code)?.id, `service ${code}`),
  };
}
