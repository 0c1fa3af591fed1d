import { AxeBuilder } from '@/tests/support/axe-builder';
import { countTaps } from '@/tests/support/count-taps';
import { AT_ONCE, expect, test } from '@/tests/support/e2e-test';
import { CounterDeskPage } from './pages/counter-desk';
import { post, signInAs, speak } from './pages/staff-session';

test.use({ viewport: { width: 1366, height: 768 } });

type Hall = { services: { code: string }[] };

test('a complaint from the counter in under a minute; sent on, followed by its customer, answered and closed', async ({
  page,
  context,
  browser,
  server,
}) => {
  await signInAs(context, server.url, 'guide');
  const hall = (await (await context.request.get(`${server.url}/api/v1/halls/demo`)).json()) as Hall;
  await post(context, server.url, '/halls/demo/tickets', { serviceCode: hall.services[0]?.code });
  await signInAs(context, server.url, 'clerk1');
  const counter = new CounterDeskPage(page, server.url);
  await counter.open(1);
  const number = await counter.callNext();
  await counter.start();

  // A practised hand: F9, the digit of the category, the words, Ctrl+Enter.
  const words = 'Charged twice for the same month, second visit';
  const began = Date.now();
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  await press('F9');
  const dialog = page.getByRole('dialog', { name: 'Register a complaint' });
  await expect(dialog.getByRole('button', { name: 'Waiting' })).toBeFocused();
  await expect(dialog.getByText(number, { exact: true })).toBeVisible();
  await press('5');
  await expect(dialog.getByRole('textbox', { name: /In the customer/ })).toBeFocused();
  // Forty words a minute.
  await page.keyboard.type(words, { delay: 60 });
  await expect(dialog.getByText(/Answer by/)).toBeVisible();
  await press('Control+Enter');
  const done = page.getByRole('dialog', { name: /Complaint \d{4}-1 is registered/ });
  await expect(done).toBeVisible();
  const seconds = (Date.now() - began) / 1000;
  console.log(`complaint at the counter: ${seconds.toFixed(1)} s, ${keys} keys and ${words.length} letters, 0 taps`);
  expect(seconds).toBeLessThan(60);
  expect(keys).toBe(3);
  await expect(done.getByRole('img', { name: 'The customer can follow it with this code' })).toBeVisible();

  await done.getByRole('link', { name: 'Open it' }).click();
  const panel = page.getByRole('article');
  await expect(panel.getByText(words)).toBeVisible();
  await page.goto(`${server.url}/desk/demo/counter/1`);
  await expect(page.getByRole('link', { name: /This visit has a complaint/ })).toBeVisible();
  await page.getByRole('link', { name: /This visit has a complaint/ }).click();

  // The customer's page works without script.
  const id = new URL(page.url()).searchParams.get('open') ?? '';
  const detail = await context.request.get(`${server.url}/api/v1/complaints/${id}`);
  const { token } = (await detail.json()) as { token: string };
  const customer = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  await customer.addCookies([{ name: 'locale', value: 'en', url: server.url }]);
  const progress = await customer.newPage();
  const step = () => progress.locator('[aria-current="step"]');
  await progress.goto(`${server.url}/complaint/${token}`);
  await expect(step()).toContainText('Being handled');
  await expect(progress.getByText(words)).toHaveCount(0);

  await panel.getByRole('button', { name: 'Send on' }).click();
  await page.getByRole('combobox', { name: 'To' }).selectOption({ label: 'Billing department' });
  await page.getByRole('dialog').getByRole('button', { name: 'Send on' }).click();
  await expect(panel.getByText('In progress')).toBeVisible();
  await progress.reload();
  await expect(progress.getByText('With: Billing department')).toBeVisible();

  await panel.getByRole('button', { name: 'Record the answer' }).click();
  await page.getByRole('button', { name: 'By phone' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('The second charge is paid back');
  await page.getByRole('dialog').getByRole('button', { name: 'Record the answer' }).click();
  await expect(panel.getByText('Replied in time')).toBeVisible();
  await progress.reload();
  await expect(progress.getByText('Answered')).toBeVisible();

  await panel.getByRole('button', { name: 'Close the complaint' }).click();
  await page.getByRole('button', { name: 'System fault' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close the complaint' }).click();
  await expect(panel.getByText('Closed').first()).toBeVisible();
  await progress.reload();
  await expect(progress.getByRole('listitem').filter({ hasText: 'Closed' })).toContainText('done');
  const wrong = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
  expect((await progress.goto(`${server.url}/complaint/${wrong}`))?.status()).toBe(404);
  await customer.close();
});

test('the hotline sees a changed opening hour at once, and acknowledges it', async ({
  page,
  context,
  browser,
  server,
}) => {
  await signInAs(context, server.url, 'hotline');
  await page.goto(`${server.url}/desk/hotline`);
  await expect(page.getByText('No changes in the last seven days')).toBeVisible();
  const settings = await browser.newContext({ viewport: { width: 1366, height: 900 } });
  await speak(await settings.newPage(), server.url, 'en');
  await signInAs(settings, server.url, 'manager');
  const form = await settings.newPage();
  await form.goto(`${server.url}/manage/demo/settings/hours`);
  await form.getByRole('textbox', { name: 'Monday: opens' }).fill('07:30');
  await form.getByRole('button', { name: 'Save' }).first().click();
  await expect(form.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await expect(page.getByText(/opening hours changed/)).toBeVisible(AT_ONCE);
  await expect(page.getByText('07:30–\u206024:00').first()).toBeVisible();
  const taps = await countTaps(page);
  await page.getByRole('button', { name: /^I know/ }).click();
  await expect(page.getByText('all acknowledged')).toBeVisible();
  expect(await taps()).toBe(1);
  await page.getByRole('button', { name: 'Sent to this hall' }).click();
  await expect(page.getByText(/a caller was sent to/)).toBeVisible();
  expect(await taps()).toBe(1);
  await settings.close();
});

for (const locale of ['zh-CN', 'en', 'es'])
  test(`is accessible in ${locale}`, async ({ page, context, server }) => {
    await speak(page, server.url, locale);
    await signInAs(context, server.url, 'hotline');
    const made = await post<{ id: string; token: string }>(context, server.url, '/halls/demo/complaints', {
      category: 'wait',
      words: 'Too long',
      remedies: [{ kind: 'gift', amount: 500 }],
    });
    const check = async () =>
      expect(
        (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
      ).toEqual([]);
    await page.goto(`${server.url}/desk/demo/complaints?open=${made.id}`);
    await expect(page.getByRole('article').getByRole('listitem').first()).toBeVisible();
    await check();
    await page.keyboard.press('F9');
    await expect(page.getByRole('dialog').getByRole('button', { pressed: false }).first()).toBeVisible();
    await check();
    await page.goto(`${server.url}/desk/hotline`);
    await expect(page.getByRole('article')).toBeVisible();
    await check();
    await page.goto(`${server.url}/complaint/${made.token}`);
    await check();
  });
