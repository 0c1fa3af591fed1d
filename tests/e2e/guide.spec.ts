import { AxeBuilder } from '@/tests/support/axe-builder';
import { expect, test } from '@/tests/support/e2e-test';
import { GuideDeskPage } from './pages/guide-desk';
import { post, signInAs, speak } from './pages/staff-session';

// A tablet lying wide.
test.use({ viewport: { width: 1024, height: 768 }, hasTouch: true });

test.beforeEach(async ({ context, server }) => {
  await signInAs(context, server.url, 'guide');
});

test('issues a number in three taps with a mark, and the lobby display has it', async ({ page, context, server }) => {
  const display = await context.newPage();
  await display.goto(`${server.url}/screens/demo/display`);
  const guide = new GuideDeskPage(page, server.url);
  await guide.open();
  await guide.choose('Home broadband');
  await guide.chip('Elderly');
  await guide.issue();
  const number = await guide.number();
  expect(guide.taps).toBe(3);
  expect(number).toMatch(/^C\d{3}$/);
  await expect(guide.issued).toContainText('Ahead');
  await expect(guide.issued).toContainText('Please wait in Home broadband');
  await expect(display.getByText(number).first()).toBeVisible();
});

test('the usual case takes two taps, and the next customer none', async ({ page, server }) => {
  const guide = new GuideDeskPage(page, server.url);
  await guide.open();
  await guide.choose('Bills and payment');
  await guide.issue();
  const first = await guide.number();
  expect(guide.taps).toBe(2);
  await guide.choose('Bills and payment');
  await guide.issue();
  await expect(guide.issued.getByText(first)).toHaveCount(0);
  expect(await guide.number()).not.toBe(first);
  expect(guide.taps).toBe(4);
});

test('carries class, needs, papers and the customer to the ticket', async ({ page, server }) => {
  const guide = new GuideDeskPage(page, server.url);
  await guide.open();
  await guide.choose('Home broadband');
  await expect(page.getByText('Do you have everything with you?')).toBeVisible();
  await guide.chip('Identity card');
  await guide.chip('With a child');
  await guide.chip('Key customer');
  await page.getByText('Name, phone, language').click();
  await page.getByLabel('Name', { exact: true }).fill('王 Wang');
  await page.getByLabel('Phone', { exact: true }).fill('no phone');
  await guide.issue();
  await expect(guide.failure).toContainText('check the marked fields');
  await expect(page.getByLabel('Phone', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Phone', { exact: true }).fill('139 0000 0000');
  const answer = page.waitForResponse((response) => response.url().endsWith('/halls/demo/tickets'));
  await guide.issue();
  expect(await (await answer).json()).toMatchObject({
    customerClass: 'key',
    needs: ['with-child'],
    prepared: ['id-card'],
    customer: { name: '王 Wang', phone: '139 0000 0000' },
    number: await guide.number(),
  });
  // Of the next customer nothing is known.
  await guide.tap(page.getByRole('button', { name: 'Next customer' }));
  await expect(page.getByRole('button', { name: 'With a child' })).toHaveAttribute('aria-pressed', 'false');
});

test('takes a number back within thirty seconds', async ({ page, server }) => {
  const guide = new GuideDeskPage(page, server.url);
  await guide.open();
  await guide.choose('Devices and repairs');
  await guide.issue();
  const number = await guide.number();
  await guide.issued.getByRole('button', { name: /^Undo/ }).click();
  await expect(guide.greeting).toBeVisible();
  const queue = await guide.list('Queue');
  await expect(queue.getByText(number)).toHaveCount(0);
  const latest = await guide.list('Latest');
  await expect(latest.getByRole('listitem').filter({ hasText: number })).toContainText('Cancelled');
});

test('works by keyboard alone: a letter chooses, Enter issues, a letter begins the next', async ({ page, server }) => {
  const guide = new GuideDeskPage(page, server.url);
  await guide.open();
  await guide.services.first().focus();
  await page.keyboard.press('b');
  await expect(guide.service('New number and SIM')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('button', { name: /^Issue ticket/ })).toBeFocused();
  await page.keyboard.press('Enter');
  const first = await guide.number();
  expect(first).toMatch(/^B\d{3}$/);
  await expect(page.getByRole('button', { name: 'Next customer' })).toBeFocused();
  await page.keyboard.press('a');
  await page.keyboard.press('Escape');
  await expect(guide.greeting).toBeVisible();
  await expect(page.locator('[aria-pressed="true"]')).toHaveCount(0);
});

test('prints the slip with the code of the customer’s page', async ({ page, server }) => {
  await page.addInitScript(() => {
    window.print = () => {
      const slip = document.querySelector('[data-slip]');
      const top = window.top?.document.documentElement;
      const page = [...document.querySelectorAll('style')].map((style) => style.textContent).join();
      const code = slip?.querySelectorAll('svg path').length;
      if (top) top.dataset.printed = `${slip?.textContent} code:${code} ${page}`;
    };
  });
  const guide = new GuideDeskPage(page, server.url);
  await guide.open();
  await guide.choose('Plans and tariffs');
  await guide.issue();
  const number = await guide.number();
  await guide.issued.getByRole('button', { name: 'Print', exact: true }).click();
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-printed', new RegExp(`${number}.*code:1.*size: 80mm \\d+mm`, 's'));

  await root.evaluate((element) => delete element.dataset.printed);
  const latest = await guide.list('Latest');
  await latest.getByRole('button', { name: `Print ${number} again` }).click();
  await expect(root).toHaveAttribute('data-printed', new RegExp(number));

  await page.getByLabel('Print at once').check();
  await root.evaluate((element) => delete element.dataset.printed);
  await guide.choose('Plans and tariffs');
  await guide.issue();
  await expect(root).toHaveAttribute('data-printed', new RegExp(await guide.number()));
});

test('one more service stays in the same visit', async ({ page, server }) => {
  const guide = new GuideDeskPage(page, server.url);
  await guide.open();
  await guide.choose('Plans and tariffs');
  await guide.chip('Pregnant');
  await guide.issue();
  const first = await guide.number();
  await guide.issued.getByRole('button', { name: 'One more service' }).click();
  await expect(page.getByText(`One more service for ${first}`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Pregnant' })).toHaveAttribute('aria-pressed', 'true');
  const request = page.waitForRequest((sent) => sent.url().endsWith('/halls/demo/tickets'));
  await guide.choose('Devices and repairs');
  await guide.issue();
  expect((await request).postDataJSON()).toMatchObject({ visitId: expect.any(String), needs: ['pregnant'] });
  expect(await guide.number()).toMatch(/^E/);
});

test('moves, cancels, checks in and brings back from the lists', async ({ page, context, browser, server }) => {
  const booked = await post<{ number: string }>(context, server.url, '/halls/demo/tickets', {
    serviceCode: 'plans',
    channel: 'booking',
  });
  const moved = await post<{ number: string }>(context, server.url, '/halls/demo/tickets', { serviceCode: 'sim' });
  const guide = new GuideDeskPage(page, server.url);
  await guide.open();

  const expected = await guide.list('To come');
  await expected.getByRole('button', { name: `${booked.number}: has arrived` }).click();
  await expect(expected.getByText(booked.number)).toHaveCount(0);
  await guide.list('Queue');
  const transfer = await guide.menu(moved.number);
  await transfer.getByRole('button', { name: 'To another service' }).click();
  await transfer.getByRole('button', { name: 'Business customers' }).click();
  await expect(page.getByText(`${moved.number} now waits for Business customers`)).toBeVisible();

  const cancel = await guide.menu(booked.number);
  await cancel.getByRole('button', { name: 'Cancel the ticket' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'No longer needed' }).click();
  await expect(page.getByText(`${booked.number} was cancelled.`)).toBeVisible();
  await expect((await guide.list('Queue')).getByText(booked.number)).toHaveCount(0);

  const clerk = await browser.newContext();
  await signInAs(clerk, server.url, 'clerk12');
  const counters = await (await clerk.request.get(`${server.url}/api/v1/halls/demo/counters`)).json();
  const own = counters.items.find((counter: { number: number }) => counter.number === 12);
  await post(clerk, server.url, `/counters/${own.id}/open`);
  const called = await post<{ id: string; number: string }>(clerk, server.url, `/counters/${own.id}/call-next`);
  await post(clerk, server.url, `/tickets/${called.id}/no-show`);
  const missed = await guide.list('To come');
  await missed.getByRole('button', { name: `${called.number}: back in the queue` }).click();
  await expect(page.getByText(`${called.number} is back in its old place.`)).toBeVisible();
  await post(clerk, server.url, `/counters/${own.id}/close`);
  await clerk.close();
});

test('says why a number was refused, and loses nothing that was tapped', async ({ page, server }) => {
  const guide = new GuideDeskPage(page, server.url);
  await guide.open();
  await guide.choose('Home broadband');
  await guide.chip('Ill');
  await page.route('**/api/v1/halls/demo/tickets', (route) =>
    route.fulfill({ status: 409, json: { code: 'service-inactive', status: 409 } }),
  );
  await guide.issue();
  await expect(guide.failure).toContainText('not offered now');
  await expect(guide.service('Home broadband')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('button', { name: 'Ill', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await page.unroute('**/api/v1/halls/demo/tickets');
  await guide.issue();
  expect(await guide.number()).toMatch(/^C/);
});

test('says when the access has ended, with the way to sign in again', async ({ page, context, server }) => {
  const guide = new GuideDeskPage(page, server.url);
  await guide.open();
  const signOut = await context.request.delete(`${server.url}/api/v1/session`);
  expect(signOut.ok()).toBe(true);
  await expect(page.getByText('Please sign in first.')).toBeVisible();
  await page.getByRole('link', { name: 'Sign in again' }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fdesk%2Fdemo%2Fguide$/);
});

for (const locale of ['zh-CN', 'en', 'es']) {
  test(`is free of findings in ${locale}, while choosing, issued and in its dialogs`, async ({ page, server }) => {
    await speak(page, server.url, locale);
    await page.goto('/desk/demo/guide');
    const check = async () => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await expect(page.getByRole('tab').first()).toBeVisible();
    await check();
    await page.locator('button[aria-keyshortcuts="C"]').click();
    await page.locator('summary').click();
    await check();
    await page.locator('button[type="submit"]').click();
    await expect(page.getByText(/^C\d{3}$/).first()).toBeVisible();
    await check();
    await page.getByRole('tabpanel').getByRole('listitem').first().getByRole('button').last().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await check();
  });
}
