import type { Page } from '@playwright/test';
import { AxeBuilder } from '@/tests/support/axe-builder';
import { countTaps } from '@/tests/support/count-taps';
import { expect, test } from '@/tests/support/e2e-test';
import { GuideDeskPage } from './pages/guide-desk';
import { post, signInAs, speak } from './pages/staff-session';

// A tablet lying wide.
test.use({ viewport: { width: 1024, height: 768 }, hasTouch: true });

test.beforeEach(async ({ context, server }) => {
  await signInAs(context, server.url, 'guide');
});

async function openMachines(page: Page, url: string) {
  await page.goto(`${url}/desk/demo/machines`);
  await page.waitForLoadState('networkidle');
}

test('a fault is reported in two taps, its clocks run, and each step is one tap', async ({ page, server }) => {
  await openMachines(page, server.url);
  const taps = await countTaps(page);
  const machine = page.getByRole('article', { name: 'Payment machine 1', exact: true });
  await machine.getByRole('button', { name: 'Report a fault' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Printer or paper' }).click();
  await expect(machine.getByText('Fault', { exact: true })).toBeVisible();
  expect(await taps()).toBe(2);
  const reply = machine.getByRole('timer').first();
  await expect(reply).toHaveText(/^1:59:\d\d$/);
  const seen = await reply.textContent();
  await expect(reply).not.toHaveText(seen ?? '');
  await machine.getByRole('button', { name: 'Support replied' }).click();
  await expect(machine.getByText('In time')).toHaveCount(1);
  expect(await taps()).toBe(1);
  await machine.getByRole('button', { name: 'On site', exact: true }).click();
  await expect(machine.getByText('In time')).toHaveCount(2);
  expect(await taps()).toBe(1);
  await machine.getByRole('button', { name: 'Repaired' }).click();
  await expect(machine.getByText('Free', { exact: true })).toBeVisible();
  expect(await taps()).toBe(1);
  await machine.getByRole('button', { name: 'More about Payment machine 1' }).click();
  const book = page.getByRole('dialog');
  await expect(book.getByText('Fault reported')).toBeVisible();
  await expect(book.getByRole('listitem').filter({ hasText: 'Repaired' })).toBeVisible();
});

test('the guide sees at once that too few machines are in service', async ({ page, context, server }) => {
  const guide = new GuideDeskPage(page, server.url);
  await guide.open();
  const read = await context.request.get(`${server.url}/api/v1/halls/demo/machines`);
  const { machines } = (await read.json()) as { machines: { id: string }[] };
  const out = machines.slice(1);
  for (const { id } of out) await post(context, server.url, `/machines/${id}/state`, { state: 'outOfService' });
  await expect(page.getByText('Only 1 self-service machines in service')).toBeVisible();
  for (const { id } of out) await post(context, server.url, `/machines/${id}/state`, { state: 'inService' });
  await expect(page.getByText('Only 1 self-service machines in service')).toHaveCount(0);
});

test('a customer is sent to a machine in two taps, and comes back in one', async ({ page, server }) => {
  const guide = new GuideDeskPage(page, server.url);
  await guide.open();
  await guide.choose('Bills and payment');
  const offer = page.getByRole('region', { name: 'A machine can do it: send to' });
  await guide.tap(offer.getByRole('button', { name: /^Payment machine 1/ }));
  const sent = page.getByRole('region', { name: 'Please show the way to' });
  await expect(sent).toContainText('Payment machine 1');
  await expect(sent).toContainText('Self-service');
  expect(guide.taps).toBe(2);
  const back = page.getByRole('button', { name: 'Payment machine 1: the customer came back' });
  await guide.tap(back);
  await expect(page.getByText(/^Bills and payment: D\d{3}/)).toBeVisible();
  await expect(back).toHaveCount(0);
  expect(guide.taps).toBe(3);

  // Somebody who waits: his number is given up, two taps from the list.
  const queue = await guide.list('Queue');
  const number =
    (await queue
      .getByText(/^D\d{3}$/)
      .first()
      .textContent()) ?? '';
  const menu = await guide.menu(number);
  await menu
    .getByRole('button', { name: /^Payment machine/ })
    .first()
    .click();
  await expect(sent).toBeVisible();
  await expect(queue.getByText(number)).toHaveCount(0);
});

test('a sale carries its after-sales sheet, on paper and in the book', async ({ page, context, server }) => {
  await signInAs(context, server.url, 'clerk9');
  await page.goto(`${server.url}/desk/demo/sales`);
  await page.waitForLoadState('networkidle');
  const form = page.getByRole('form', { name: 'Record a sale' });
  await form.getByLabel('Model').fill('Mate 70');
  await form.getByRole('button', { name: /Huatong/ }).click();
  await expect(form.getByRole('checkbox', { name: 'Sheet handed over' })).toBeDisabled();
  await form.getByRole('button', { name: 'All explained' }).click();
  await form.getByRole('checkbox', { name: 'Sheet handed over' }).click();
  await form.getByRole('button', { name: 'Record the sale' }).click();
  const sale = page.getByRole('article', { name: 'Mate 70' });
  await expect(sale.getByText('Sheet handed over')).toBeVisible();
  await sale.getByRole('button', { name: 'Came back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Battery or charging' }).click();
  await expect(sale.getByText('Repair · Battery or charging')).toBeVisible();
  await sale.getByRole('link', { name: 'Print the sheet' }).click();
  await expect(page.getByRole('heading', { name: 'After-sales sheet' })).toBeVisible();
  await expect(page.getByRole('listitem')).toHaveCount(6);

  await signInAs(context, server.url, 'manager');
  await page.goto(`${server.url}/manage/demo/suppliers`);
  const row = page.getByRole('row', { name: /Huatong/ });
  await expect(row).toContainText('100%');
});

for (const locale of ['zh-CN', 'en', 'es']) {
  test(`is free of findings in ${locale}`, async ({ page, context, server }) => {
    await speak(page, server.url, locale);
    const check = async () => {
      // The page itself, not what stands there while it loads.
      await expect(page.locator('h1')).toHaveCount(1);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    };
    await openMachines(page, server.url);
    const card = page.getByRole('article').last();
    await card.getByRole('button').first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await check();
    await page.keyboard.press('Escape');
    await card.getByRole('button').last().click();
    await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
    await check();
    await page.keyboard.press('Escape');
    await check();
    await signInAs(context, server.url, 'clerk9');
    await page.goto(`${server.url}/desk/demo/sales`);
    await check();
    await signInAs(context, server.url, 'manager');
    await page.goto(`${server.url}/manage/demo/suppliers`);
    await check();
  });
}
