import { defineConfig, devices } from '@playwright/test';
import { browserSwitches, findBrowser } from './tests/support/find-browser';

// Every worker drives its own server with its own database (tests/support/e2e-test.ts), so journeys don't meet. The
// build must be there: `npm run build`.
export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: false,
  workers: Number(process.env.E2E_WORKERS ?? 2),
  retries: 0,
  forbidOnly: true,
  // What ends a journey that hangs: long, because the machine may do other things beside.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  outputDir: 'test-results/e2e',
  use: {
    ...devices['Desktop Chrome'],
    locale: 'en-GB',
    timezoneId: 'Pacific/Chatham',
    screenshot: 'only-on-failure',
    // To watch a journey afterwards: E2E_TRACE=1. A trace of each would take a third of the time of them all.
    trace: process.env.E2E_TRACE ? 'on' : 'off',
    launchOptions: { executablePath: findBrowser(), args: browserSwitches() },
  },
});
