import { readFile } from 'node:fs/promises';
import readXlsxFile from 'read-excel-file/node';
import { noonZone } from '@/tests/factories/noon-zone';
import { AxeBuilder } from '@/tests/support/axe-builder';
import { expect, test } from '@/tests/support/e2e-test';
import { post, signInAs, speak } from './pages/staff-session';

test.use({ viewport: { width: 1440, height: 900 } });

test('a manager reads the day of one hall, in three languages', async ({ page, server }) => {
  await signInAs(page.context(), server.url, 'manager');
  const ticket = await post<{ id: string }>(page.context(), server.url, '/halls/demo/tickets', {
    serviceCode: 'bills',
  });
  await post(page.context(), server.url, `/tickets/${ticket.id}/cancel`, { reason: 'left' });
  await page.goto(`${server.url}/manage/demo/reports`);
  await expect(page.getByRole('heading', { level: 1, name: /^Day report/ })).toBeVisible();
  const services = page.getByRole('table', { name: 'By service', exact: true });
  await expect(services.getByRole('columnheader', { name: 'Gave up' })).toBeVisible();
  await expect(services.getByRole('row').nth(1)).toContainText('1 (100%)');
  for (const table of ['Customers by hour', 'How long customers waited', 'How true the estimates were', 'By counter'])
    await expect(page.getByRole('table', { name: table })).toBeVisible();
  for (const locale of ['zh-CN', 'es', 'en'] as const) {
    await speak(page, server.url, locale);
    await page.reload();
    expect((await new AxeBuilder({ page }).analyze()).violations, locale).toEqual([]);
  }
});

test('a report of any days is taken along as a workbook and printed', async ({ page, server }) => {
  await signInAs(page.context(), server.url, 'manager');
  await speak(page, server.url, 'en');
  await page.goto(`${server.url}/manage/demo/reports`);
  await page.getByRole('link', { name: 'This month' }).click();
  await expect(page).toHaveURL(/from=\d{4}-\d\d-01&to=/);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download as XLSX' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^report-.*\.xlsx$/);
  const sheets = await readXlsxFile(await readFile(await file.path()));
  expect(sheets.map(({ sheet }) => sheet)).toContain('By clerk');
  expect(sheets.find(({ sheet }) => sheet === 'By service')?.data[1]).toContain(1);

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(page.getByRole('table', { name: 'By service', exact: true })).toBeVisible();
  await page.emulateMedia({ media: 'screen' });

  await page.getByLabel('From').fill('2020-01-01');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByText(/a report covers a year at most/)).toBeVisible();
});

test('reports go out by e-mail to whom the manager says, and what kept them is told', async ({ page, server }) => {
  await signInAs(page.context(), server.url, 'manager');
  await page.goto(`${server.url}/manage/demo/reports`);
  await page.getByRole('link', { name: 'By e-mail' }).click();
  await expect(page.getByText(/No mail server is set up/)).toBeVisible();
  await page.getByLabel('How often').selectOption('weekly');
  await page.getByLabel('At', { exact: true }).fill('06:45');
  const to = page.getByRole('textbox', { name: 'To' });
  await to.fill('boss@example.org\nnot an address');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/one e-mail address a line/).last()).toBeVisible();
  // Refused, and nothing has to be typed twice.
  await expect(to).toBeFocused();
  await expect(to).toHaveValue('boss@example.org\nnot an address');
  await expect(page.getByLabel('How often')).toHaveValue('weekly');
  await expect(page.getByLabel('At', { exact: true })).toHaveValue('06:45');
  await page.getByRole('textbox', { name: 'To' }).fill('boss@example.org\ndeputy@example.org');
  await page.getByRole('button', { name: 'Save' }).click();
  const mailing = page.getByRole('heading', { name: 'Mondays, about last week at 06:45' });
  await expect(mailing).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('who has several halls reads them together, and nobody reads those of others', async ({ page, server }) => {
  await signInAs(page.context(), server.url, 'admin');
  await post(page.context(), server.url, '/halls', {
    slug: 'second',
    names: { 'zh-CN': '二厅', en: 'Second hall', es: 'Segundo centro' },
    timeZone: noonZone(),
    services: [{ code: 'bills', letter: 'B', names: { 'zh-CN': '缴费', en: 'Bills', es: 'Facturas' } }],
  });
  const ticket = await post<{ id: string }>(page.context(), server.url, '/halls/second/tickets', {
    serviceCode: 'bills',
    channel: 'program',
  });
  await post(page.context(), server.url, `/tickets/${ticket.id}/cancel`, { reason: 'left' });
  await page.goto(`${server.url}/manage/demo/reports`);
  await page.getByRole('link', { name: 'All halls' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /All halls/ })).toBeVisible();
  await expect(page.getByRole('table', { name: 'By hall' }).getByRole('row', { name: /Second hall/ })).toContainText(
    '1',
  );
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  // The demo hall's manager has one hall, and sees that one.
  await signInAs(page.context(), server.url, 'manager');
  await page.goto(`${server.url}/manage/reports`);
  await expect(page.getByText('Second hall')).toHaveCount(0);
  await signInAs(page.context(), server.url, 'clerk1');
  await page.goto(`${server.url}/manage/reports`);
  await expect(page).toHaveURL(/denied=1/);
});
