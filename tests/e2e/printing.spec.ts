import { AxeBuilder } from '@/tests/support/axe-builder';
import { expect, test } from '@/tests/support/e2e-test';
import { linesOf, readSlip } from '@/tests/support/slip-paper';
import { SlipPrinter } from '@/tests/support/slip-printer';
import { GuideDeskPage } from './pages/guide-desk';
import { signInAs, speak } from './pages/staff-session';

let printer: SlipPrinter;

test.use({ viewport: { width: 1024, height: 768 }, hasTouch: true });

test.beforeAll(async () => {
  printer = await SlipPrinter.start();
});

test.afterAll(async () => {
  await printer.close();
});

test('a manager sets a printer up; the guide sees what did not come out, and prints it again', async ({
  page,
  browser,
  server,
}) => {
  const office = await browser.newContext();
  await signInAs(office, server.url, 'manager');
  const settings = await office.newPage();
  await settings.goto(`${server.url}/manage/demo/settings/printers`);
  await settings.getByRole('link', { name: 'Add a printer' }).click();
  await settings.getByLabel('Name', { exact: true }).fill('Desk');
  await settings.getByLabel('Name or address').fill('8.8.8.8');
  await settings.getByLabel('Port').fill(String(printer.port));
  await settings.getByLabel('For the guide desk').check();
  await settings.getByRole('button', { name: 'Save' }).click();
  await expect(settings.getByLabel('Name or address')).toHaveAccessibleDescription(/own network/);
  await settings.getByLabel('Name or address').fill(printer.host);
  await settings.getByRole('button', { name: 'Save' }).click();
  const row = settings.getByRole('row', { name: /Desk/ });
  await expect(row).toContainText(`${printer.host}:${printer.port}`);
  await row.getByRole('button', { name: 'Print a test on Desk' }).click();
  await expect(row.getByText('The test is on its way')).toBeVisible();
  expect(linesOf(readSlip(await printer.whole(1)))).toContain('Desk');

  await signInAs(page.context(), server.url, 'guide');
  const guide = new GuideDeskPage(page, server.url);
  await guide.open();
  await guide.choose('Bills and payment');
  await guide.issue();
  const first = await guide.number();
  await guide.issued.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(guide.issued.getByText('Printed', { exact: true })).toBeVisible();
  expect(linesOf(readSlip(await printer.whole(2)))).toContain(first);

  await printer.switchOff();
  await page.getByLabel('Print at once').check();
  await guide.choose('Bills and payment');
  await guide.issue();
  const second = await guide.number();
  expect(second).not.toBe(first);
  const without = page.getByRole('region', { name: 'Customers without a slip' });
  await expect(without).toContainText(second);
  await expect(without).toContainText('the printer is off');
  await expect(guide.issued).toContainText('show this number');
  await expect(page.getByText(/^Desk: cannot be reached since/)).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await printer.switchOn();
  await without.getByRole('button', { name: `Print ${second} again` }).click();
  await expect(without).toHaveCount(0);
  expect(linesOf(readSlip(await printer.whole(3)))).toContain(second);
  await expect(guide.issued.getByText('Printed', { exact: true })).toBeVisible();
  await expect(page.getByText(/^Desk: cannot be reached/)).toHaveCount(0);

  for (const locale of ['zh-CN', 'en', 'es']) {
    await speak(settings, server.url, locale);
    await settings.reload();
    await expect(settings.getByText(`${printer.host}:${printer.port}`)).toBeVisible();
    expect((await new AxeBuilder({ page: settings }).analyze()).violations).toEqual([]);
  }
  await office.close();
});
