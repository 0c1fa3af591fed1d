import type { Page } from '@playwright/test';
import { AxeBuilder } from '@/tests/support/axe-builder';
import { expect, test } from '@/tests/support/e2e-test';
import { CounterDeskPage } from './pages/counter-desk';
import { HallDesk } from './pages/hall-desk';
import { post, signInAs, speak } from './pages/staff-session';

test.use({ viewport: { width: 1366, height: 768 }, locale: 'en' });

let hall: HallDesk;
let desk: CounterDeskPage;

test.beforeEach(async ({ context, page, server }) => {
  hall = await HallDesk.enter(server.url);
  await hall.empty();
  await signInAs(context, server.url, 'clerk1');
  desk = new CounterDeskPage(page, server.url);
});

test.afterEach(() => hall.leave());

async function clean(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations, what).toEqual([]);
}

test('a clerk calls for help by one key; the floor hears it and somebody comes', async ({ browser, page, server }) => {
  const floor = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en' });
  await signInAs(floor, server.url, 'floor');
  const phone = await floor.newPage();
  await phone.goto(`${server.url}/desk/demo/floor`);
  await desk.open(1);
  const before = desk.keys;
  await desk.press('l');
  const card = phone.getByRole('article', { name: 'Counter 1 needs help' });
  await expect(card).toContainText('Li Na');
  expect(desk.keys - before).toBe(1);
  await card.getByRole('button', { name: 'I’m going' }).click();
  await expect(page.getByRole('region', { name: 'My call for help' })).toContainText('Ma Jun is on the way');
  await card.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('region', { name: 'My call for help' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Ask for help' })).toBeVisible();
  await floor.close();
});

test('the finish reads the change aloud, misses the umbrella, and takes two keys', async ({ page }) => {
  const ticket = await hall.issue('plans', { locale: 'es', customer: { name: 'Ana' } });
  await hall.issue('plans');
  await desk.open(1);
  await desk.callNext();
  // The customer's language is known: the greeting is in it.
  await expect(page.getByText('¡Buenos días!', { exact: false })).toBeVisible();
  await desk.start();
  await desk.press('b');
  await desk.dialog.getByRole('button', { name: 'Umbrella 3' }).click();
  await expect(page.getByText('Has on loan')).toBeVisible();
  await page.getByRole('button', { name: 'Taken' }).click();
  await expect(page.getByRole('region', { name: 'One suggestion' })).toBeHidden();

  await desk.press('f');
  await expect(desk.dialog).toContainText('Umbrella 3 is still out');
  await desk.dialog.getByLabel('Due').fill('18.50');
  await desk.dialog.getByLabel('Received').fill('20');
  await expect(desk.dialog.getByRole('region', { name: 'Money read aloud' })).toContainText('here is 1.5 in change');
  await desk.dialog.getByRole('button', { name: 'Returned' }).click();
  await expect(desk.dialog.getByRole('region', { name: 'Still on loan' })).toBeHidden();
  await desk.dialog.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(page.getByText(`${ticket.number} finished`)).toBeVisible();

  // The usual case, without money: two keys.
  await desk.ready('Call next');
  const next = await desk.callNext();
  await desk.start();
  const before = desk.keys;
  await desk.press('Space');
  await expect(desk.dialog.getByRole('button', { name: 'Done', exact: true })).toBeFocused();
  await desk.press('1');
  await expect(page.getByText(`${next} finished`)).toBeVisible();
  expect(desk.keys - before).toBe(2);
});

test('business that was not accepted goes from the finish to the register, and is answered', async ({
  browser,
  page,
  server,
}) => {
  await hall.issue('sim', { customer: { name: 'Wang Fang', phone: '13800000000' } });
  await desk.open(1);
  await desk.callNext();
  await desk.start();
  await desk.press('Space');
  await expect(desk.dialog.getByRole('button', { name: 'Done', exact: true })).toBeFocused();
  await desk.press('e');
  await desk.dialog.getByLabel('What the customer wanted').fill('Second SIM for the daughter');
  await desk.dialog.getByRole('button', { name: 'Register', exact: true }).click();
  // Back at the finish, where it was opened from.
  await expect(desk.dialog.getByRole('button', { name: 'Done', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');

  const office = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en' });
  await signInAs(office, server.url, 'lead');
  const register = await office.newPage();
  await register.goto(`${server.url}/manage/demo/unaccepted`);
  const entry = register.getByRole('article', { name: 'Second SIM for the daughter' });
  await expect(entry).toContainText('13800000000');
  await entry.getByRole('button', { name: 'The customer was answered' }).click();
  await register.getByLabel('What the customer was told').fill('It is ready.');
  await register.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(entry).toBeHidden();
  await office.close();
});

test('the tablet at the counter asks whom the counter has just finished', async ({ browser, context, server }) => {
  const manager = await browser.newContext();
  await signInAs(manager, server.url, 'manager');
  const { code } = await post<{ code: string }>(manager, server.url, '/halls/demo/screens', {
    kind: 'rating',
    name: 'Counter 1',
  });
  const device = await browser.newContext({ viewport: { width: 1024, height: 768 }, locale: 'en' });
  const tablet = await device.newPage();
  await tablet.goto(`${server.url}/screens/pair`);
  await tablet.getByRole('textbox').fill(code);
  await tablet.keyboard.press('Enter');
  await tablet.waitForURL(/\/rating$/);
  await tablet.getByRole('button', { name: 'English' }).click();
  await tablet.getByRole('button', { name: 'Counter 1', exact: true }).click();
  await expect(tablet.getByRole('button', { name: 'English' })).toBeVisible();

  const ticket = await hall.issue('plans');
  await desk.open(1);
  await desk.callNext();
  await desk.start();
  await post(context, server.url, `/tickets/${ticket.id}/complete`, { outcome: 'done' });
  await expect(tablet.getByRole('heading', { name: new RegExp(ticket.number) })).toBeVisible();
  await tablet.getByRole('button', { name: 'English' }).click();
  await clean(tablet, 'faces');
  await tablet.getByRole('button', { name: 'Very good' }).click();
  await tablet.getByRole('button', { name: 'Friendliness' }).click();
  await tablet.getByRole('button', { name: 'Send' }).click();
  await expect(tablet.getByText('Thank you!')).toBeVisible();
  await manager.close();
  await device.close();
});

for (const locale of ['zh-CN', 'en', 'es'])
  test(`accessible in ${locale}`, async ({ page, server }) => {
    test.setTimeout(90_000);
    await speak(page, server.url, locale);
    for (const path of ['/desk/demo/belongings', '/manage/demo/unaccepted']) {
      await page.goto(`${server.url}${path}`);
      await expect(page.getByRole('tab').first()).toBeVisible();
      await clean(page, path);
    }
  });
