import type { Page } from '@playwright/test';
import { AxeBuilder } from '@/tests/support/axe-builder';
import { expect, setClock, test } from '@/tests/support/e2e-test';
import { HallDesk } from './pages/hall-desk';
import { LobbyDisplayPage } from './pages/lobby-display';
import { signInAs } from './pages/staff-session';

// A Monday, 10:00 in the hall.
const MORNING = '2026-03-02T02:00:00Z';
test.use({ locale: 'en', serverEnv: { DEMO: '1', DEMO_PLAY: '0', TEST_CLOCK_AT: MORNING } });

/** Marks the page that is open now: a page that was loaded anew has no mark. */
const mark = (page: Page) => page.evaluate(() => document.documentElement.setAttribute('data-mark', 'old page'));
const isMarked = (page: Page) =>
  page.evaluate(() => document.documentElement.hasAttribute('data-mark')).catch(() => true);

test('the list of screens: heard of, acknowledged, loaded anew from afar, missed and back', async ({
  page,
  browser,
  server,
}) => {
  const hall = await HallDesk.enter(server.url);
  let clock = Date.parse(MORNING);
  const pass = (minutes: number) => {
    clock += minutes * 60_000;
    return setClock(server, clock);
  };
  const { code } = await hall.post<{ code: string }>('/halls/demo/screens', { kind: 'display', name: 'Lobby' });

  await page.clock.install();
  await signInAs(page.context(), server.url, 'manager');
  await page.goto(`${server.url}/manage/demo/screens`);
  const row = page.getByRole('row', { name: /^Lobby/ });
  const cell = (column: number) => row.getByRole('cell').nth(column);
  const [state, seen, acknowledged] = [cell(1), cell(2), cell(3)];
  // The list is read again every quarter of a minute.
  const readAgain = () => page.clock.runFor(15_000);
  await expect(state).toHaveText('Not paired');
  await expect(row.getByRole('button', { name: 'Load Lobby anew' })).toBeDisabled();

  const lobby = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const screen = await lobby.newPage();
  const display = new LobbyDisplayPage(screen, server.url, 'demo');
  await display.open(`?pair=${code}`);
  await expect(display.unpaired).toBeHidden();
  await expect(async () => {
    await readAgain();
    await expect(state).toHaveText('Alive', { timeout: 100 });
    await expect(seen).toContainText('10:0', { timeout: 100 });
  }).toPass();
  await expect(acknowledged).toHaveText('—');

  // A call that was shown is acknowledged, and the list says when.
  const clerk = await HallDesk.enter(server.url, 'clerk1');
  const { number } = await hall.issue('plans');
  const counter = await hall.counter(1);
  await clerk.post(`/counters/${counter.id}/open`);
  await clerk.post(`/counters/${counter.id}/call-next`);
  await expect(display.newest).toContainText(number);
  await expect(async () => {
    await readAgain();
    await expect(acknowledged).toContainText('10:0', { timeout: 100 });
  }).toPass();

  // Loaded anew from the desk: the display does it by itself when nothing is being announced.
  await mark(screen);
  await row.getByRole('button', { name: 'Load Lobby anew' }).click();
  await expect(page.getByText('Lobby loads itself anew as soon as it is idle.')).toBeVisible();
  await expect.poll(() => isMarked(screen), { timeout: 30_000 }).toBe(false);
  await expect(display.newest).toContainText(number);
  await expect(async () => {
    await readAgain();
    await expect(state).toContainText('Loaded anew', { timeout: 100 });
  }).toPass();
  await expect(state).toContainText('Alive');
  await mark(screen);

  // Somebody pulls the plug. Whoever can go and look is told, and the list says since when.
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en' });
  await signInAs(phone, server.url, 'floor');
  const floor = await phone.newPage();
  await floor.goto(`${server.url}/desk/demo/floor`);
  await expect(floor.getByRole('heading').first()).toBeVisible();
  const alarm = floor.getByRole('status').filter({ hasText: 'Lobby' });
  await pass(2);
  await expect(alarm).toHaveCount(0);
  await screen.goto('about:blank');
  await expect(async () => {
    await pass(1);
    await expect(alarm).toContainText('No sign of “Lobby” (lobby display) since 10:0', { timeout: 1_000 });
  }).toPass();
  await expect(state).toContainText(/^Silent since .*10:/);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  // Plugged in again: the device is known without a code, and the alarm ends by itself.
  await display.open();
  await expect(display.unpaired).toBeHidden();
  await expect(alarm).toHaveCount(0);
  await expect(state).toContainText('Alive');
  await Promise.all([lobby.close(), phone.close(), clerk.leave(), hall.leave()]);
});
