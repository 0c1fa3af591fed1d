import { AxeBuilder } from '@/tests/support/axe-builder';
import { expect, test } from '@/tests/support/e2e-test';
import { JourneyBoardPage } from './pages/journey-board';
import { post, signInAs, speak } from './pages/staff-session';

test.use({ viewport: { width: 1440, height: 900 } });

test('counts what happens while one looks, and opens what is behind a number', async ({ page, browser, server }) => {
  await signInAs(page.context(), server.url, 'manager');
  const board = new JourneyBoardPage(page, server.url);
  await board.open();
  const guide = await browser.newContext();
  await signInAs(guide, server.url, 'guide');
  const before = await board.counted('Queue');
  const ticket = await post<{ id: string; number: string }>(guide, server.url, '/halls/demo/tickets', {
    serviceCode: 'bills',
  });
  await board.says('Queue', { here: before.here + 1, passed: before.passed + 1 });

  await board.card('Queue').click();
  const behind = page.getByRole('dialog', { name: 'Queue' });
  await expect(behind.getByRole('listitem').filter({ hasText: ticket.number })).toBeVisible();
  await expect(behind.getByRole('row').filter({ hasText: 'Ticket issued' }).first()).toContainText(ticket.number);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  // The address leads there again.
  await page.goto(page.url());
  await expect(behind).toBeVisible();
  await post(guide, server.url, `/tickets/${ticket.id}/cancel`, { reason: 'left' });
  await expect(behind.getByRole('row').filter({ hasText: 'Left the queue' }).first()).toContainText(ticket.number);
  await page.keyboard.press('Escape');
  await expect(behind).toHaveCount(0);
  await board.says('Queue', { here: before.here });
  await guide.close();
});

test('the scorecard names what was missed and puts it on the board of weak points', async ({ page, server }) => {
  await signInAs(page.context(), server.url, 'manager');
  // Numbers that were given without a look at anybody's papers.
  for (let i = 0; i < 3; i += 1)
    await post(page.context(), server.url, '/halls/demo/tickets', { serviceCode: 'plans', channel: 'program' });
  await page.goto(`${server.url}/manage/demo/scorecard`);
  const weakest = page.getByRole('region', { name: 'The three weakest' });
  await expect(weakest).toContainText(/Enter(Greeted on entry|Papers and forms ready)/);
  await weakest.getByRole('button', { name: 'Propose as weak points' }).click();
  await expect(page.getByText(/put on the board of weak points/)).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  expect((await download).suggestedFilename()).toMatch(/^demo-.*\.csv$/);
  await page.getByLabel('Period').selectOption('month');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/period=month/);
  await expect(page.getByRole('table', { name: 'Scorecard' }).getByRole('row')).not.toHaveCount(0);
});

test('who may not read it is led away', async ({ page, server }) => {
  await signInAs(page.context(), server.url, 'clerk1');
  await page.goto(`${server.url}/manage/demo/journey`);
  await expect(page).toHaveURL(/denied=1/);
});

for (const locale of ['zh-CN', 'en', 'es'])
  test(`is free of findings and fits in ${locale}`, async ({ page, server }) => {
    await signInAs(page.context(), server.url, 'manager');
    await speak(page, server.url, locale);
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      for (const screen of ['journey', 'scorecard']) {
        await page.goto(`${server.url}/manage/demo/${screen}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(wide).toBeLessThanOrEqual(0);
      }
    }
  });
