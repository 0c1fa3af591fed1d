import type { Browser, Page } from '@playwright/test';
import { AxeBuilder } from '@/tests/support/axe-builder';
import { countTaps } from '@/tests/support/count-taps';
import { expect, test } from '@/tests/support/e2e-test';
import { post, signInAs, speak } from './pages/staff-session';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
test.use(phone);

type Ticket = { id: string; number: string; token: string; status: string };

/** Staff beside the customer's phone: a guide, and a clerk at counter 1 who takes every service. */
async function staffOf(browser: Browser, server: string) {
  const [guide, clerk] = [await browser.newContext(), await browser.newContext()];
  await signInAs(guide, server, 'guide');
  await signInAs(clerk, server, 'clerk1');
  const counters = await (await clerk.request.get(`${server}/api/v1/halls/demo/counters`)).json();
  const { id: counterId } = counters.items.find((counter: { number: number }) => counter.number === 1);
  await clerk.request.post(`${server}/api/v1/counters/${counterId}/open`, { data: {} });
  return {
    issue: (serviceCode: string) => post<Ticket>(guide, server, '/halls/demo/tickets', { serviceCode }),
    callNext: () => post<Ticket>(clerk, server, `/counters/${counterId}/call-next`),
    start: (id: string) => post<Ticket>(clerk, server, `/tickets/${id}/start`),
    complete: (id: string) => post<Ticket>(clerk, server, `/tickets/${id}/complete`, { outcome: 'done' }),
    close: () => Promise.all([guide.close(), clerk.close()]),
  };
}

async function checkAccessibility(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' ')}`)).toEqual([]);
}

test('joins from afar, arrives, asks for ten more minutes, is called, served, and rates', async ({
  page,
  server,
  browser,
}) => {
  const staff = await staffOf(browser, server.url);
  await page.goto('/halls');
  await page.getByRole('searchbox').fill('riverside');
  await page.getByRole('button', { name: 'Find' }).click();
  await page.getByRole('link', { name: /Riverside Road hall/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Riverside Road hall' })).toBeVisible();

  const taps = await countTaps(page);
  await page.getByRole('radio', { name: /Plans and tariffs/ }).check();
  await page.getByRole('textbox', { name: /Your phone number/ }).fill('138 0000 0001');
  await page.getByRole('button', { name: 'Take a number' }).click();
  await expect(page).toHaveURL(/\/t\/t_/);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toContainText(/A\d{3}/);
  expect(await taps()).toBe(2);
  const number = (await heading.textContent())?.match(/A\d{3}/)?.[0] ?? '';

  // The same phone has one open number: the hall's page shows it instead of the form.
  const second = await page.context().newPage();
  await second.goto('/halls/demo');
  await expect(second.getByText(`You have a number: ${number}`)).toBeVisible();
  await second.close();

  // Nobody is called who is not there.
  await page.getByRole('button', { name: 'I’m here' }).click();
  await expect(page.getByText('You are next')).toBeVisible();
  expect(await taps()).toBe(1);
  await page.getByRole('button', { name: 'Alert me when I’m called' }).click();
  await expect(page.getByText('Sound and vibration are on')).toBeVisible();
  await taps();

  const other = await staff.issue('plans');
  await page.getByRole('button', { name: '10 more minutes' }).click();
  await expect(page.getByText('You have been moved back by 10 minutes.')).toBeVisible();
  expect(await taps()).toBe(1);
  await expect(page.getByRole('button', { name: '10 more minutes' })).toHaveCount(0);
  await expect(page.getByText('1 person')).toBeVisible();

  const first = await staff.callNext();
  expect(first.id).toBe(other.id);
  await staff.start(other.id);
  await staff.complete(other.id);
  const called = await staff.callNext();
  expect(called.number).toBe(number);
  await expect(page.getByText('Counter 1')).toBeVisible();
  await expect(page).toHaveTitle(`${number}: please go to counter 1`);
  await staff.start(called.id);
  await expect(page.getByText('You are being served at counter 1.')).toBeVisible();
  await staff.complete(called.id);

  await page.getByText('Good', { exact: true }).click();
  await page.getByText('Friendliness').click();
  await page.getByRole('textbox', { name: /Anything/ }).fill('Quick and kind.');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Your rating: Good')).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Change' }).click();
  await taps();
  await page.getByText('Very good', { exact: true }).click();
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Your rating: Very good')).toBeVisible();
  expect(await taps()).toBe(2);
  await staff.close();
});

test('is told that two are ahead and that he is called, on the open page and by a push message', async ({
  page,
  server,
  browser,
  complaints,
}) => {
  const staff = await staffOf(browser, server.url);
  await page.context().grantPermissions(['notifications']);
  const others = [await staff.issue('plans'), await staff.issue('plans'), await staff.issue('plans')];
  const mine = await staff.issue('plans');
  await page.goto(`/t/${mine.token}`);
  await page.getByRole('button', { name: 'Alert me' }).click();
  await expect(page.getByText('Sound and vibration are on')).toBeVisible();
  await staff.callNext();
  await expect(page.getByText(`${mine.number}: 2 people ahead`)).toBeVisible();

  // What the hall pushes is shown by the phone itself, in the words that the hall chose.
  const session = await page.context().newCDPSession(page);
  const registrationId = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.endsWith('/t/'));
      if (own) resolve(own.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  const message = { title: 'Riverside Road hall', body: `${mine.number}: come`, path: `/t/${mine.token}`, lang: 'en' };
  await session.send('ServiceWorker.deliverPushMessage', {
    origin: server.url,
    registrationId: await registrationId,
    data: JSON.stringify(message),
  });
  const shown = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      return (await registration.getNotifications()).map(({ title, body, lang }) => ({ title, body, lang }));
    });
  await expect.poll(shown).toEqual([{ title: message.title, body: message.body, lang: 'en' }]);

  for (const { id } of others) {
    await staff.start(id);
    await staff.complete(id);
    await staff.callNext();
  }
  await expect(page.getByText('Please go to')).toBeVisible();
  await expect(page.getByText('Counter 1', { exact: true })).toBeVisible();
  await staff.start(mine.id);
  await staff.complete(mine.id);
  // A browser under test has no push service of its own: the page says so and alerts while it is open.
  for (const complaint of complaints.splice(0)) expect(complaint).toContain('Push API in incognito mode');
  await staff.close();
});

test('gives the number up with a reason, and can take another', async ({ page }) => {
  await page.goto('/halls/demo?service=bills');
  await page.getByRole('button', { name: 'Take a number' }).click();
  const taps = await countTaps(page);
  await page.getByRole('button', { name: 'Give up my number' }).click();
  await page.getByRole('button', { name: 'I’ll come another day' }).click();
  await expect(page.getByText('This number has been given up.')).toBeVisible();
  expect(await taps()).toBe(2);
  await page.getByRole('link', { name: 'Take another number' }).click();
  await expect(page.getByRole('button', { name: 'Take a number' })).toBeVisible();
});

test('says how old it is while the network is away, and is right again after', async ({
  page,
  server,
  browser,
  complaints,
}) => {
  const staff = await staffOf(browser, server.url);
  const own = await staff.issue('plans');
  await page.goto(`/t/${own.token}`);
  await expect(page.getByText('You are next')).toBeVisible();
  await page.context().setOffline(true);
  await expect(page.getByText(/No connection|is being refreshed/).first()).toBeVisible({ timeout: 25_000 });
  await staff.callNext();
  await page.context().setOffline(false);
  await expect(page.getByText('Counter 1')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/No connection/)).toHaveCount(0);
  // The page's own requests, and the browser's for the service worker where it was just about to come.
  for (const complaint of complaints.splice(0))
    expect(complaint).toMatch(/ERR_INTERNET_DISCONNECTED|fetching the script/);
  await staff.close();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the hall can be found and read, and a number be taken', async ({ page }) => {
    await page.goto('/halls?q=broadband');
    await page.getByRole('link', { name: /Riverside Road hall/ }).click();
    await expect(page.getByText('Getting here')).toBeVisible();
    await expect(page.getByText(/Please bring: .*Identity card/).first()).toBeVisible();
    await page.getByRole('radio', { name: /Home broadband/ }).check();
    await page.getByRole('button', { name: 'Take a number' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/C\d{3}/);
    await expect(page.getByText('This page does not update by itself.')).toBeVisible();
  });

  test('a token that is none of ours is told so', async ({ page }) => {
    await page.goto('/t/t_nothing');
    await expect(page.getByRole('heading', { name: 'We do not know this number' })).toBeVisible();
  });
});

for (const locale of ['zh-CN', 'en', 'es'])
  test(`is accessible in ${locale}`, async ({ page, server, browser }) => {
    const staff = await staffOf(browser, server.url);
    const own = await staff.issue('broadband');
    await speak(page, server.url, locale);
    for (const path of ['/halls', '/halls/demo', `/t/${own.token}`, '/screens/demo/door']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await checkAccessibility(page);
    }
    await staff.close();
  });
