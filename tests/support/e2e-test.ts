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

/** A page's complaints that are no fault of ours: what a refused request (sign-in with a wrong password) prints. */
const expectedComplaint = /^Failed to load resource: the server responded with a status of 4\d\d/;

/**
 * The `test` of all journeys: a server of its own for each file, with a fresh quiet demo hall unless `serverEnv` says
 * otherwise, so that no file finds what another one left at a counter; and a failure when a page throws or complains
 * on its console.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  serverEnv: [
    { DEMO: '1', DEMO_PLAY: '0' },
    { option: true, scope: 'worker' },
  ],
  begin: [async ({ serverEnv }, use) => use(() => startServer({ env: serverEnv })), { scope: 'worker' }],
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
    { scope: 'worker', timeout: 90_000 },
  ],
  server: [
    async ({ serverOfFile }, use, testInfo) => {
      await use(await serverOfFile(testInfo.file));
    },
    { timeout: 90_000 },
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
