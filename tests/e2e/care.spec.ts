import type { Page } from '@playwright/test';
import { AxeBuilder } from '@/tests/support/axe-builder';
import { eightyWaiting, expect, test } from '@/tests/support/filled-hall-test';
import { FloorPhonePage } from './pages/floor-phone';
import { GuideDeskPage } from './pages/guide-desk';
import { signInAs, speak } from './pages/staff-session';

const phone = { width: 390, height: 844 };
const tablet = { width: 1024, height: 768 };

// Somebody crosses ten minutes while the journeys run: time alone must bring the flag.
test.use({
  fill: {
    ...eightyWaiting,
    vanishedCounters: [9],
    people: [
      ...eightyWaiting.people,
      ...[20, 24, 28, 32, 36, 40, 44, 48, 52, 56].map((seconds) => ({
        secondsAgo: 600 - seconds,
        serviceCode: 'business',
      })),
    ],
  },
});

/** What sticks out to the right of the screen. */
async function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

test('care on the guide’s tablet takes two taps, and the floor sees who goes', async ({ page, browser, server }) => {
  await signInAs(page.context(), server.url, 'guide');
  await page.setViewportSize(tablet);
  const guide = new GuideDeskPage(page, server.url);
  await guide.open();
  const other = await browser.newContext({ viewport: phone, locale: 'en-GB' });
  await signInAs(other, server.url, 'floor');
  const floor = new FloorPhonePage(await other.newPage(), server.url);
  await floor.open();

  const number = await floor.cards.first().getAttribute('aria-label');
  const card = guide.attention.getByRole('article', { name: number ?? '', exact: true });
  await guide.tap(card.getByRole('button', { name: `${number}: I’ll go` }));
  await expect(card).toContainText('Yours');
  await expect(floor.card(number ?? '')).toContainText('is on the way');
  await expect(floor.card(number ?? '').getByRole('button')).toHaveCount(0);
  await guide.tap(card.getByRole('button', { name: 'Tea' }));
  expect(guide.taps).toBe(2);
  await expect(card).toHaveCount(0);
  await expect(floor.card(number ?? '')).toHaveCount(0);
  await other.close();
});

test('on the phone one tap takes, one tap finishes', async ({ page, server }) => {
  await signInAs(page.context(), server.url, 'floor');
  await page.setViewportSize(phone);
  const floor = new FloorPhonePage(page, server.url);
  await floor.open();
  const number = (await floor.cards.nth(2).getAttribute('aria-label')) ?? '';
  await floor.card(number).getByRole('button').click();
  // It is at hand for the second tap.
  await expect(floor.cards.first()).toHaveAttribute('aria-label', number);
  await expect(floor.cards.first()).toBeInViewport();
  await floor.card(number).getByRole('button', { name: 'Explained' }).click();
  await expect(floor.card(number)).toHaveCount(0);
});

test('a wait that crosses the limit comes up by time alone, and the phone shakes', async ({ page, server }) => {
  await signInAs(page.context(), server.url, 'floor');
  await page.setViewportSize(phone);
  const floor = new FloorPhonePage(page, server.url);
  await floor.open();
  await expect.poll(() => floor.vibrations(), { timeout: 45_000 }).toBeGreaterThan(0);
  await expect(page.getByRole('status').filter({ hasText: /has waited over 10 minutes/ })).toHaveCount(1);
});

test('everyone in line is listed by age, and may be cared for before the limit', async ({ page, server }) => {
  await signInAs(page.context(), server.url, 'floor');
  await page.setViewportSize(phone);
  const floor = new FloorPhonePage(page, server.url);
  await floor.open();
  await floor.show('Waiting');
  const people = page.getByRole('list', { name: 'Waiting' }).getByRole('listitem');
  await expect(people).toHaveCount(89);
  const waits = await people.locator('time').allTextContents();
  const seconds = waits.map((text) => text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0));
  expect(seconds).toEqual([...seconds].sort((a, b) => b - a));
  await people.last().getByRole('button').first().click();
  await people.last().getByRole('button', { name: 'Greeted' }).click();
  await expect(page.getByText(/: Greeted$/)).toBeVisible();
});

test('the shift lead brings back the customer of a clerk who vanished', async ({ page, server }) => {
  await signInAs(page.context(), server.url, 'lead');
  await page.setViewportSize(phone);
  const floor = new FloorPhonePage(page, server.url);
  await floor.open();
  await floor.show('Counters');
  const lost = floor.card('Counter 9');
  await expect(lost).toContainText('is still at the counter');
  const number = /[A-Z]\d{3}/.exec((await lost.textContent()) ?? '')?.[0] ?? '';
  await lost.getByRole('button', { name: 'Release counter 9' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'The clerk is not there' }).click();
  await expect(lost).toHaveCount(0);
  await floor.show('Waiting');
  await expect(page.getByRole('list', { name: 'Waiting' }).getByText(number)).toBeVisible();
});

test('who may not release counters does not see them', async ({ page, server }) => {
  await signInAs(page.context(), server.url, 'floor');
  const floor = new FloorPhonePage(page, server.url);
  await floor.open();
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'More' }).click();
  await expect(page.getByRole('navigation', { name: 'Other screens' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Counters' })).toHaveCount(0);
});

for (const locale of ['zh-CN', 'en', 'es']) {
  test.describe(`with eighty people in ${locale}`, () => {
    test.beforeEach(async ({ page, server }) => {
      await signInAs(page.context(), server.url, 'lead');
      await speak(page, server.url, locale);
    });
    const fits = async (page: Page) => {
      expect(await tooWide(page)).toBe(0);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    };

    test('the phone fits and is free of findings', async ({ page }) => {
      await page.setViewportSize(phone);
      await page.goto('/desk/demo/floor');
      const parts = page.getByRole('navigation').getByRole('button');
      for (const part of [0, 1, 2]) {
        await parts.nth(part).click();
        await fits(page);
      }
    });

    test('the tablet fits and is free of findings, also at 200 %', async ({ page }) => {
      await page.setViewportSize(tablet);
      await page.goto('/desk/demo/guide');
      await page.getByRole('tab').nth(1).click();
      await fits(page);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(tablet.height);
      // As wide as the tablet is then, in the browser's units.
      await page.setViewportSize({ width: 512, height: 384 });
      expect(await tooWide(page)).toBe(0);
      await page.locator('button[aria-keyshortcuts="C"]').click();
      await expect(page.locator('button[type="submit"]')).toBeEnabled();
    });
  });
}
