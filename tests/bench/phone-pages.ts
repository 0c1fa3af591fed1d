import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { browserSwitches, findBrowser } from '../support/find-browser';
import { startServer } from '../support/start-server';
import { percentile } from './percentile';

/*
 * Customers' pages on a slow phone: headless Chromium, processor four times slower, network as slow 4G (1.6 Mbit/s down,
 * 0.75 up, 150 ms there and back), nothing in its cache. LCP of the load, INP of taps on what the page offers. Beside
 * each a bare page of the same server. Prints figures; judges nothing.
 */

const LOADS = Number(process.env.BENCH_LOADS ?? 7);
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

interface Figures {
  lcp: number[];
  inp: number[];
}

/** The timing of an event that Chromium reports; what TypeScript's library does not know of it yet. */
type EventTiming = PerformanceEventTiming & { interactionId: number };

async function measure(context: BrowserContext, url: string, tap: (page: Page) => Promise<void>): Promise<Figures> {
  const figures: Figures = { lcp: [], inp: [] };
  for (let load = 0; load < LOADS; load++) {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.clearBrowserCache');
    await session.send('Network.emulateNetworkConditions', SLOW_4G);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.addInitScript(() => {
      const seen = { lcp: 0, inp: 0 };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        seen.lcp = list.getEntries().at(-1)?.startTime ?? 0;
      }).observe({ type: 'largest-contentful-paint', buffered: true });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as EventTiming[])
          if (entry.interactionId) seen.inp = Math.max(seen.inp, entry.duration);
      }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    const read = () => page.evaluate(() => (window as unknown as { seen: { lcp: number; inp: number } }).seen);
    figures.lcp.push((await read()).lcp);
    await tap(page);
    // An event's timing is known after its next frame.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 200))));
    figures.inp.push((await read()).inp);
    await page.close();
  }
  return figures;
}

const server = await startServer({ env: { DEMO: '1', DEMO_PLAY: '0' } });
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserSwitches() });
try {
  const context = await browser.newContext({ ...PHONE, locale: 'en' });
  const issued = await context.request.post(`${server.url}/api/v1/halls/demo/tickets`, {
    data: { serviceCode: 'plans' },
  });
  const hall = (await (await context.request.get(`${server.url}/api/v1/halls/demo`)).json()) as {
    services: { code: string }[];
  };
  const ticket = issued.ok()
    ? issued
    : await context.request.post(`${server.url}/api/v1/halls/demo/tickets`, {
        data: { serviceCode: hall.services[0]?.code },
      });
  const { token } = (await ticket.json()) as { token: string };
  const tapFirst = (role: 'button' | 'radio' | 'link', name: RegExp) => async (page: Page) => {
    const target = page.getByRole(role, { name }).first();
    if (await target.isVisible()) await target.tap();
  };
  const pages: [string, string, (page: Page) => Promise<void>][] = [
    ['a bare page', '/api/v1/health/live', async () => {}],
    ['hall directory', '/halls', (page) => page.getByRole('searchbox').tap()],
    ['hall page', '/halls/demo', tapFirst('radio', /./)],
    [
      'my ticket',
      `/t/${token}`,
      async (page) => {
        await tapFirst('button', /Alert me/)(page);
        await tapFirst('button', /Give up/)(page);
        await tapFirst('button', /Keep my number/)(page);
      },
    ],
  ];
  console.log(`\nSlow phone (processor ÷ 4, slow 4G), ${LOADS} loads    LCP p50    p75    INP p50    p75   ms`);
  for (const [name, path, tap] of pages) {
    const { lcp, inp } = await measure(context, server.url + path, tap);
    const two = (values: number[]) => [0.5, 0.75].map((s) => percentile(values, s).toFixed(0).padStart(6)).join(' ');
    console.log(`  ${name.padEnd(46)} ${two(lcp)}     ${two(inp)}`);
  }
} finally {
  await browser.close();
  await server.stop();
}
