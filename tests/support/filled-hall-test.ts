import { buildFilledHall, type HallFill } from '@/tests/factories/filled-hall';
import { test as base, expect } from './e2e-test';
import { startServer } from './start-server';

/**
 * Journeys in a demo hall that people have been waiting in before the server started: `test.use({ fill: { … } })` at the
 * top of a file says who.
 */
export const test = base.extend<object, { fill: HallFill }>({
  fill: [{ people: [] }, { option: true, scope: 'worker' }],
  begin: [
    async ({ fill, serverEnv }, use) => {
      await use(() => startServer({ env: serverEnv, prepare: (databaseUrl) => buildFilledHall(databaseUrl, fill) }));
    },
    { scope: 'worker' },
  ],
});

export { expect };

/** Eighty people of all services who came one after the other within the last 25 minutes. */
export const eightyWaiting: HallFill = {
  openCounters: [1, 2, 3, 4, 5, 6, 7, 8],
  people: Array.from({ length: 80 }, (_, i) => ({
    secondsAgo: 20 + Math.round((i * 1500) / 80),
    serviceCode: ['plans', 'sim', 'broadband', 'bills', 'devices', 'business'][(i + (i >> 2)) % 6] ?? 'plans',
    needs: i % 9 === 0 ? ['elderly'] : [],
  })),
};
