import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from '@/tests/support/e2e-test';
import { callNext, openCounters, test } from '@/tests/support/lobby-test';

/** Marks the page that is open now: a page that was loaded anew has no mark. */
const mark = (page: Page) => page.evaluate(() => document.documentElement.setAttribute('data-mark', 'old page'));
// While the page is being loaded anew there is no document to ask: that is not yet a page without a mark.
const isMarked = (page: Page) =>
  page.evaluate(() => document.documentElement.hasAttribute('data-mark')).catch(() => true);

/** A build like the one under test, with an id of its own, as a deployment brings one. */
function copyBuild(): { folder: string; remove(): void } {
  const from = process.env.NEXT_DIST_DIR ?? '.next';
  const folder = `.next-deployed-${process.pid}`;
  fs.cpSync(from, folder, { recursive: true, filter: (file) => !/[\\/](cache|dev|trace)$/.test(file) });
  fs.writeFileSync(path.join(folder, 'BUILD_ID'), `deployed-${process.pid}`);
  return { folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

test('takes a new build by itself, once, and announces nothing again', async ({
  page,
  lobby,
  display,
  heard,
  complaints,
}) => {
  await openCounters(lobby);
  await display.open();
  const first = await callNext(lobby, 0);
  await expect.poll(() => heard.length, { timeout: 40_000 }).toBe(3);
  await mark(page);
  const deployed = copyBuild();
  try {
    await lobby.server.kill();
    await lobby.restart({ NEXT_DIST_DIR: deployed.folder });
    await expect.poll(() => isMarked(page), { timeout: 20_000 }).toBe(false);
    await expect(display.newest).toContainText(first.number);
    await mark(page);
    const second = await callNext(lobby, 1);
    await expect.poll(() => heard.length, { timeout: 40_000 }).toBe(6);
    expect(heard.slice(3).join()).toContain(`counter ${lobby.counters[1]?.number}`);
    await expect(display.newest).toContainText(second.number);
    expect(await isMarked(page)).toBe(true);
  } finally {
    await lobby.server.kill();
    deployed.remove();
  }
  complaints.length = 0;
});

test('loads itself anew after a crash', async ({ page, lobby, display, complaints }) => {
  await page.clock.install();
  await display.open();
  await mark(page);
  await page.evaluate(() => {
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
      get: () => () => {
        throw new Error('a crash on purpose');
      },
    });
  });
  await expect(page.getByRole('heading', { name: 'The display is starting again' })).toBeVisible();
  await page.clock.fastForward(11_000);
  await expect.poll(() => isMarked(page)).toBe(false);
  await expect(page.getByRole('region', { name: 'Next in line' })).toContainText('A001');
  expect(lobby.counters).toHaveLength(3);
  for (const complaint of complaints.splice(0)) expect(complaint).toContain('a crash on purpose');
});

test('is loaded anew by its watchdog when its script stands still', async ({ page, display }) => {
  await page.clock.install();
  await display.open();
  await mark(page);
  await page.evaluate(() => {
    Object.defineProperty(window, 'displayAliveAt', { get: () => 0, set: () => undefined });
  });
  await page.clock.fastForward(70_000);
  await expect.poll(() => isMarked(page)).toBe(false);
  await expect(page.getByRole('region', { name: 'Next in line' })).toContainText('A001');
});
