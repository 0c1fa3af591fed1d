import { AxeBuilder } from '@/tests/support/axe-builder';
import { expect, test } from '@/tests/support/e2e-test';
import { GuideDeskPage } from './pages/guide-desk';
import { post, signInAs } from './pages/staff-session';

// A tablet lying wide.
test.use({ viewport: { width: 1024, height: 768 }, hasTouch: true });

test('goes on giving numbers without a connection, also after a reload, and they join the queue in their order', async ({
  page,
  context,
  server,
  complaints,
}) => {
  await signInAs(context, server.url, 'guide');
  await context.addInitScript(() => {
    window.print = () => {
      const slip = document.querySelector('[data-offline-slip]');
      document.documentElement.dataset.printed = slip?.textContent ?? '';
    };
  });
  const guide = new GuideDeskPage(page, server.url);
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/number-blocks'));
  await guide.open();
  expect((await kept).ok()).toBe(true);
  // The page and its files are on the tablet.
  await expect
    .poll(() => page.evaluate(async (path) => (await caches.match(path)) !== undefined, '/desk/demo/guide'))
    .toBe(true);

  await context.setOffline(true);
  await guide.choose('Bills and payment');
  await guide.issue();
  // An issue that gets no answer is enough to know; what was tapped is still there.
  const main = page.getByRole('main');
  await expect(page.getByText(/^No connection since \d\d:\d\d/)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('20 numbers left').first()).toBeVisible();
  await expect(guide.service('Bills and payment')).toHaveAttribute('aria-pressed', 'true');
  const issue = page.getByRole('button', { name: /^Issue ticket/ });
  const number = async () =>
    (await page
      .getByRole('region', { name: 'Ticket issued' })
      .getByText(/^[A-Z]\d{3}$/)
      .textContent()) ?? '';
  await issue.click();
  const first = await number();
  expect(first).toMatch(/^[A-Z]8\d\d$/);
  await expect(main.getByText('This number cannot be called before the connection is back.')).toBeVisible();
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', new RegExp(`${first}.*Issued offline`, 's'));
  await page.getByRole('button', { name: 'Next customer' }).click();

  await page.getByRole('button', { name: /Home broadband/ }).click();
  await guide.chip('Elderly');
  await issue.click();
  const second = await number();
  await page.getByRole('button', { name: 'Next customer' }).click();

  await page.reload();
  await expect(page.getByText(/^No connection since \d\d:\d\d/)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('heading', { name: 'Waiting to be sent: 2' })).toBeVisible();
  await page.getByRole('button', { name: /Bills and payment/ }).click();
  await issue.click();
  const third = await number();
  expect(new Set([first, second, third]).size).toBe(3);
  // One given out by mistake: its number is explained and nobody waits with it.
  await page.getByRole('button', { name: 'Next customer' }).click();
  await page.getByRole('button', { name: /Home broadband/ }).click();
  await issue.click();
  const mistake = await number();
  await page.getByRole('button', { name: 'Take back', exact: true }).click();
  await expect(page.getByText('19 numbers left').or(page.getByText('18 numbers left')).first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);

  await context.setOffline(false);
  await expect(page.getByText('3 offline numbers were taken over.')).toBeVisible({ timeout: 30_000 });
  const queue = await guide.list('Queue');
  // The elderly customer has ten minutes of credit; the others stand in the order in which they got their numbers.
  await expect(queue.getByRole('listitem')).toContainText([second, first, third]);
  await expect(queue.getByText(mistake)).toHaveCount(0);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Numbers given out offline' });
  await expect(sheet).toContainText('3 taken over, 0 need somebody');
  await expect(sheet.getByRole('listitem').filter({ hasText: first })).toContainText('Taken over');
  await expect(sheet.getByRole('listitem').filter({ hasText: mistake })).toContainText('Taken back');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  for (const complaint of complaints.splice(0))
    expect(complaint).toMatch(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|WebSocket/);
});

test('shows what could not be taken over by itself, with what to do', async ({ page, context, server }) => {
  await signInAs(context, server.url, 'guide');
  const guide = new GuideDeskPage(page, server.url);
  await guide.open();
  const id = crypto.randomUUID();
  await post(context, server.url, '/halls/demo/offline-tickets', {
    id,
    holder: crypto.randomUUID(),
    blockId: 'of another day',
    number: 'A899',
    issuedAt: new Date().toISOString(),
    order: { serviceCode: 'broadband' },
  });
  await expect(page.getByText('1 offline number needs somebody.')).toBeVisible();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Numbers given out offline' });
  await expect(sheet.getByText('The number is not of this desk’s reserve.')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await sheet.getByRole('button', { name: 'Take in' }).click();
  await expect(sheet.getByRole('listitem').filter({ hasText: 'A899' })).toContainText(/Now C\d{3}/);
  await sheet.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('needs somebody')).toHaveCount(0);
});
