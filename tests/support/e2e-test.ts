import { test as base, expect } from '@playwright/test';
import { type RunningServer, startServer } from './start-server';

type TestFixtures = { server: RunningServer; complaints: string[] };

type WorkerFixtures = {
  /** Environment of the file's server: `test.use({ serverEnv: { … } })` at the top of a file changes it. */
  serverEnv: Record<string, string>;
  /** How the server of a file begins. */
  begin: () => Promise<RunningServer>;
  /** The running server of the file that this worker is at. A worker goes from file to file. */
  serverOfFile: (file: string) => Promise<RunningServer>;
};

/**
 * Without anybody asking again. A screen has it within a second, as `npm run bench` measures; a machine that runs other
 * journeys beside may draw it later, and still long before a screen would ask by itself.
 */
export const AT_ONCE = { timeout: 5_000 };

/** Sets the clock of a server that lets tests do so; from then on it runs. Time never runs back. */
export async function setClock(server: RunningServer, now: string | number): Promise<void> {
  const answer = await fetch(`${server.url}/api/v1/test/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: new Date(now).toISOString(), runs: true }),
  });
  expect(answer.status, await answer.text()).toBe(200);
}

/** A page's complaints that are no fault of ours: what a refused request (sign-in with a wrong password) prints. */
const expectedComplaint = /^Failed to load resource: the server responded with a status of 4\d\d/;

/**
 * The `test` of all journeys: a server of its own for each file, with a fresh quiet demo hall unless `serverEnv` says
 * otherwise, so that no file finds what another one left at a counter; and a failure when a page throws or complains
 * on its console. It is noon in that hall, whatever the hour of the run; a file that begins at a time of its own
 * (`TEST_CLOCK_AT`) has the demo hall in its own zone.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  serverEnv: [
    { DEMO: '1', DEMO_PLAY: '0' },
    { option: true, scope: 'worker' },
  ],
  begin: [
    async ({ serverEnv }, use) => {
      const { TEST_CLOCK_AT } = serverEnv;
      await use(async () => {
        if (!TEST_CLOCK_AT) return startServer({ env: serverEnv });
        const server = await startServer({ env: { TEST_CLOCK: '1', ...serverEnv } });
        await setClock(server, TEST_CLOCK_AT);
        return server;
      });
    },
    { scope: 'worker' },
  ],
  serverOfFile: [
    async ({ begin }, use) => {
      let running: { file: string; server: RunningServer } | undefined;
      await use(async (file) => {
        if (running?.file !== file) {
          await running?.server.stop();
          running = undefined;
          running = { file, server: await begin() };
        }
        return running.server;
      });
      await running?.server.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  server: [
    async ({ serverOfFile }, use, testInfo) => {
      await use(await serverOfFile(testInfo.file));
    },
    { timeout: 180_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  complaints: [
    async ({ context, browser }, use) => {
      const complaints: string[] = [];
      context.on('weberror', (error) => complaints.push(error.error().message));
      context.on('console', (message) => {
        if (message.type() === 'error' && !expectedComplaint.test(message.text())) complaints.push(message.text());
      });
      await use(complaints);
      // Pages of other people would go on asking the server while the next test runs.
      for (const other of browser.contexts()) if (other !== context) await other.close();
      expect(complaints, 'what pages complained about').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
