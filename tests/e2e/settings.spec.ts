import type { Browser, Page } from '@playwright/test';
import { SECTIONS } from '@/lib/settings/section';
import { AxeBuilder } from '@/tests/support/axe-builder';
import { AT_ONCE, expect, test } from '@/tests/support/e2e-test';

test.use({ viewport: { width: 1280, height: 800 } });

async function signIn(page: Page, username: string, password = 'demo') {
  const signedIn = await page.request.post('/api/v1/session', { data: { username, password } });
  expect(signedIn.status(), username).toBe(201);
}

/** A page of somebody else, with a session of its own. */
async function pageOf(browser: Browser, baseURL: string | undefined, username: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'en-GB' });
  const page = await context.newPage();
  await signIn(page, username);
  return page;
}

/** What the server says to a form: until then a field is marked because of what stood in it before. */
async function answerTo(page: Page, send: () => Promise<void>) {
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await send();
  return answered;
}

async function post(page: Page, path: string, data: object = {}) {
  const answer = await page.request.post(`/api/v1${path}`, {
    data,
    headers: { 'idempotency-key': crypto.randomUUID() },
  });
  expect(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
  return answer.json();
}

test('what does not fit is told beside its field, and nothing typed is lost', async ({ page }) => {
  await signIn(page, 'manager');
  await page.goto('/manage/demo/settings/limits');
  const goal = page.getByLabel('Goal of a wait');
  const limit = page.getByLabel('Limit of a wait');
  await goal.fill('20');
  await limit.fill('soon');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(limit).toHaveAttribute('aria-invalid', 'true');
  await expect(limit).toHaveAccessibleDescription(/Enter a length of time/);
  await expect(limit).toBeFocused();
  await expect(goal).toHaveValue('20');
  await expect(limit).toHaveValue('soon');
  await limit.fill('10');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(goal).toHaveAccessibleDescription(/cannot be above the limit/);
  await goal.fill('5:00');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await page.reload();
  await expect(limit).toHaveValue('10:00');
});

test('a renamed service is on the guide’s screen at once, and tickets already issued live on', async ({
  browser,
  baseURL,
  page,
}) => {
  const guide = await pageOf(browser, baseURL, 'guide');
  const hall = await (await guide.request.get('/api/v1/halls/demo')).json();
  const [renamed, ended] = hall.services as { code: string; names: { en: string } }[];
  if (!(renamed && ended)) throw new Error('The demo hall has two services at least.');
  const issued = await post(guide, '/halls/demo/tickets', { serviceCode: ended.code });
  await guide.goto('/desk/demo/guide');
  await expect(guide.getByText(renamed.names.en).first()).toBeVisible();

  await signIn(page, 'manager');
  const save = page.getByRole('button', { name: 'Save' });
  await page.goto('/manage/demo/settings/services');
  await page.getByRole('link', { name: `Change ${renamed.names.en}` }).click();
  await page.getByRole('group', { name: 'Name' }).getByLabel('English').fill('Renamed service');
  await save.click();
  await expect(page).toHaveURL(/\/services\?saved=/);
  await expect(guide.getByText('Renamed service').first()).toBeVisible(AT_ONCE);

  await page.getByRole('link', { name: `Change ${ended.names.en}` }).click();
  await page.getByLabel('In use').uncheck();
  await save.click();
  await expect(page.getByRole('row', { name: new RegExp(ended.names.en) })).toContainText('Not in use');
  await expect(guide.getByRole('button', { name: new RegExp(ended.names.en) })).toHaveCount(0);

  // The customer who has a number of the ended service is called and served as if nothing had happened.
  const clerk = await pageOf(browser, baseURL, 'clerk1');
  const { items } = await (await clerk.request.get('/api/v1/halls/demo/counters')).json();
  const counter = items[0].id as string;
  await post(clerk, `/counters/${counter}/open`);
  const ticket = await post(clerk, `/counters/${counter}/call-next`);
  expect(ticket.id).toBe(issued.id);
  await post(clerk, `/tickets/${ticket.id}/start`);
  const done = await post(clerk, `/tickets/${ticket.id}/complete`, { outcome: 'done' });
  expect(done.status).toBe('completed');
});

test('an administrator adds a service, a counter and a clerk, who then signs in', async ({
  browser,
  baseURL,
  page,
}) => {
  await signIn(page, 'admin');
  const save = page.getByRole('button', { name: 'Save' });
  await page.goto('/manage/demo/settings/services/new');
  await page.getByLabel('Code').fill('esim');
  const names = page.getByRole('group', { name: 'Name' });
  await names.getByLabel('中文').fill('eSIM 业务');
  await names.getByLabel('English').fill('eSIM');
  await names.getByLabel('Español').fill('eSIM (es)');
  await page.getByRole('button', { name: 'Add a paper' }).click();
  const paper = page.getByRole('group', { name: 'Paper 1' });
  await paper.getByLabel('中文').fill('身份证');
  await paper.getByLabel('English').fill('Identity card');
  await paper.getByLabel('Español').fill('Documento');
  await save.click();
  await expect(page).toHaveURL(/\/services\?saved=/);
  await expect(page.getByRole('rowheader', { name: 'eSIM' })).toBeVisible();

  await page.goto('/manage/demo/settings/counters/new');
  await page.getByLabel('Number', { exact: true }).fill('77');
  await save.click();
  await expect(page.getByRole('rowheader', { name: 'Counter 77' })).toBeVisible();

  await page.goto('/manage/demo/settings/staff/new');
  await page.getByLabel('User name').fill('newclerk');
  await page.getByLabel('Name', { exact: true }).fill('Nina');
  await page.getByLabel('Password').fill('long enough to hold');
  await page.getByLabel('Clerk', { exact: true }).check();
  await save.click();
  await expect(page.getByRole('rowheader', { name: 'Nina' })).toBeVisible();

  const context = await browser.newContext({ baseURL, locale: 'en-GB' });
  const clerk = await context.newPage();
  await clerk.goto('/sign-in');
  await clerk.getByLabel('User name').fill('newclerk');
  await clerk.getByLabel('Password', { exact: true }).fill('long enough to hold');
  await clerk.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(clerk).toHaveURL('/');
  await clerk.goto('/desk/demo/counter');
  await expect(clerk.getByText('77').first()).toBeVisible();
});

test('a shift lead looks and does not change; a clerk is sent back', async ({ browser, baseURL, page }) => {
  await signIn(page, 'lead');
  await page.goto('/manage/demo/settings/limits');
  await expect(page.getByLabel('Goal of a wait')).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Staff', exact: true })).toHaveCount(0);
  const clerk = await pageOf(browser, baseURL, 'clerk2');
  await clerk.goto('/manage/demo/settings/limits');
  await expect(clerk).toHaveURL('/?denied=1');
});

test('what a webhook, a printer or a phone number may not be is said at its field', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'admin');
  await page.goto('/manage/demo/settings/webhooks');
  const url = page.getByLabel('Address', { exact: true });
  const create = page.getByRole('button', { name: 'Add a receiver' });
  await create.click();
  await expect(url).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Name', { exact: true }).fill('Messages');
  await page.getByRole('checkbox', { name: 'Called', exact: true }).check();
  for (const address of ['no address', 'http://hall.example/', 'https://127.0.0.1/', 'https://a:b@hall.example/']) {
    await url.fill(address);
    await answerTo(page, () => create.click());
    await expect(url, address).toHaveAttribute('aria-invalid', 'true');
    await expect(url, address).toHaveAccessibleDescription(/\S/);
    await expect(url, address).toBeFocused();
  }
  await expect(page.getByRole('row', { name: /Messages/ })).toHaveCount(0);

  await page.goto('/manage/demo/settings/printers/new');
  await page.getByLabel('Name', { exact: true }).fill('Desk');
  const host = page.getByLabel('Name or address');
  for (const address of ['', 'not a host', '203.0.113.7']) {
    await host.fill(address);
    await answerTo(page, () => page.getByRole('button', { name: 'Save' }).click());
    await expect(host, address).toHaveAttribute('aria-invalid', 'true');
    await expect(host, address).toBeFocused();
  }
  await host.fill('127.0.0.1');
  await page.getByLabel('Port').fill('80');
  await answerTo(page, () => page.getByRole('button', { name: 'Save' }).click());
  await expect(page).toHaveURL(/printers\/new$/);

  // A hall that sends messages takes a number for them, and says what is none.
  const made = await page.request.post('/api/v1/halls/demo/webhooks', {
    data: { name: 'SMS', url: 'https://hall.example/sms', events: ['ticket.called'], takesPhone: true },
  });
  expect(made.status()).toBe(201);
  const { token } = (await (
    await page.request.post('/api/v1/halls/demo/tickets', { data: { serviceCode: 'plans' } })
  ).json()) as { token: string };
  const customer = await (await browser.newContext({ baseURL, locale: 'en-GB' })).newPage();
  await customer.goto(`/t/${token}`);
  const phone = customer.getByRole('textbox', { name: /Phone number/ });
  for (const number of ['', '12', 'Li Na', '1'.repeat(30)]) {
    await phone.fill(number);
    const answer = await answerTo(customer, () => customer.getByRole('button', { name: 'Send me messages' }).click());
    expect(answer.status(), number).toBe(400);
    await expect(phone, number).toHaveAttribute('aria-invalid', 'true');
  }
  expect((await new AxeBuilder({ page: customer }).analyze()).violations).toEqual([]);
  await page.request.patch(`/api/v1/webhooks/${((await made.json()) as { id: string }).id}`, {
    data: { active: false },
  });
});

for (const locale of ['zh-CN', 'en', 'es'])
  test(`all parts are free of accessibility findings in ${locale}`, async ({ page, context, baseURL }) => {
    // Every part, and the form of an entry of each kind.
    test.setTimeout(600_000);
    await context.addCookies([{ name: 'locale', value: locale, url: baseURL ?? '' }]);
    await signIn(page, 'admin');
    // Tables with a line each, and the forms that change it. Nothing is sent anywhere: the webhook is switched off.
    const add = async (what: string, data: object) => {
      const answer = await page.request.post(`/api/v1/halls/demo/${what}`, { data });
      expect(answer.status(), await answer.text()).toBe(201);
      return `${what}/${((await answer.json()) as { id: string }).id}`;
    };
    const webhook = { name: `Messages ${locale}`, url: 'https://hall.example/notices', events: ['ticket.called'] };
    const entries = [
      await add('webhooks', { ...webhook, takesPhone: true, active: false }),
      await add('printers', { name: `Desk ${locale}`, host: '127.0.0.1', active: false }),
    ];
    const forms = ['zones', 'services', 'counters', 'classes', 'outcomes', 'staff', 'printers'].map(
      (key) => `${key}/new`,
    );
    for (const part of [...SECTIONS.map(({ key }) => key), ...forms, ...entries]) {
      await page.goto(`/manage/demo/settings/${part}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations, part).toEqual([]);
    }
  });
