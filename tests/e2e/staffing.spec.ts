import type { Page } from '@playwright/test';
import { AxeBuilder } from '@/tests/support/axe-builder';
import { expect, test } from '@/tests/support/e2e-test';
import { signInAs, speak } from './pages/staff-session';

test.use({ viewport: { width: 1440, height: 900 } });

/** The half hours behind the summary. */
async function unfold(page: Page, title: string): Promise<void> {
  const card = page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
  await card.getByRole('button', { name: 'Show each half hour' }).click();
}

test('a manager plans fewer counters than needed, sees what it comes to, and takes over what is needed', async ({
  page,
  server,
}) => {
  await signInAs(page.context(), server.url, 'manager');
  await page.goto(`${server.url}/manage/demo/staffing?weekday=0`);
  const outcome = page.getByRole('table', { name: 'What it comes to' });
  const within = outcome.getByRole('row', { name: /^Within \d+ min [^w]/ });
  const unplanned = page.getByText('Intended: not planned yet');
  await expect(unplanned).toBeVisible();
  // The summary is seen at once, what is behind it on a tap.
  await expect(page.getByRole('table', { name: 'With the services each counter takes' })).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollHeight / window.innerHeight)).toBeLessThan(2);
  await unfold(page, 'By half hour');
  const plan = page.getByRole('table', { name: 'By half hour' });
  const half = plan.getByRole('row', { name: /^10:30/ });
  const needed = Number(await half.getByRole('cell').nth(1).textContent());
  expect(needed).toBeGreaterThan(2);

  await page.getByRole('button', { name: 'Take over what is needed' }).click();
  await half.getByLabel('Counters from 10:30').fill('1');
  await expect(page.getByText(/^Changed: save/)).toBeVisible();
  await page.getByRole('button', { name: 'Save and play' }).click();
  await expect(within).toContainText('−');
  await expect(unplanned).toHaveCount(0);
  await expect(page.getByText(/^Last saved/)).toBeVisible();
  // The queue of one counter is seen in its half hour.
  await expect(half.getByRole('cell').nth(6)).not.toHaveText('100%');

  // Which services that leaves short, and what is taken for granted.
  await unfold(page, 'Services that fall short');
  const short = page.getByRole('table', { name: 'Services that fall short' });
  await expect(
    short
      .getByRole('row', { name: /^10:30/ })
      .getByRole('cell')
      .last(),
  ).toContainText(/\d+%/);
  const services = page.getByRole('table', { name: 'With the services each counter takes' });
  await expect(services.getByRole('row', { name: /^Plans and tariffs/ })).toContainText(/%.*\b10:30–\d\d:\d\d/);
  await expect(page.getByRole('heading', { name: 'What is assumed' })).toBeVisible();

  // It is kept, for that weekday alone, and in the file.
  await page.reload();
  await unfold(page, 'By half hour');
  await expect(half.getByLabel('Counters from 10:30')).toHaveValue('1');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download as CSV' }).click();
  expect((await download).suggestedFilename()).toBe('staffing-1.csv');
  await page.getByRole('navigation', { name: 'Weekday' }).getByRole('link', { name: 'Tuesday' }).click();
  await expect(page).toHaveURL(/weekday=1/);
  await expect(unplanned).toBeVisible();
  if (!(await half.isVisible())) await unfold(page, 'By half hour');
  await expect(half.getByLabel('Counters from 10:30')).toHaveValue('');
});

test('a shift lead reads it and does not plan; a clerk is led away', async ({ page, browser, server }) => {
  await signInAs(page.context(), server.url, 'lead');
  await page.goto(`${server.url}/manage/demo/staffing`);
  await unfold(page, 'By half hour');
  await expect(page.getByRole('table', { name: 'By half hour' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save and play' })).toHaveCount(0);
  const clerk = await browser.newContext();
  await signInAs(clerk, server.url, 'clerk1');
  const theirs = await clerk.newPage();
  await theirs.goto(`${server.url}/manage/demo/staffing`);
  await expect(theirs).toHaveURL(/denied=1/);
});

for (const locale of ['zh-CN', 'en', 'es'])
  test(`is free of findings and fits in ${locale}`, async ({ page, server }) => {
    await signInAs(page.context(), server.url, 'manager');
    await speak(page, server.url, locale);
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${server.url}/manage/demo/staffing`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
    }
  });
