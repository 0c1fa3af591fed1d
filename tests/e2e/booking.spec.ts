import type { Page } from '@playwright/test';
import { AxeBuilder } from '@/tests/support/axe-builder';
import { expect, test } from '@/tests/support/e2e-test';
import { HallDesk } from './pages/hall-desk';
import { post, signInAs, speak } from './pages/staff-session';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
// A Monday morning, two minutes past ten in the hall: today has times to book, and the next of them is at ten past.
test.use({ ...phone, serverEnv: { DEMO: '1', DEMO_PLAY: '0', TEST_CLOCK_AT: '2026-03-02T02:02:00Z' } });

type Ticket = { id: string; number: string; status: string };

async function checkAccessibility(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' ')}`)).toEqual([]);
}

/** Books the first time that is still free, from the hall's page on. */
async function bookFirst(page: Page): Promise<void> {
  await page.goto('/halls/demo');
  await page.getByRole('link', { name: 'Choose a time' }).click();
  await page.getByRole('link', { name: 'Plans and tariffs' }).click();
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  await expect(page).toHaveURL(/\/t\/t_/);
}

test('books a time, arrives, checks in, is called on phone and display, served, and rates', async ({
  page,
  server,
  browser,
}) => {
  await page.goto('/halls/demo');
  await page.getByRole('link', { name: 'Choose a time' }).click();
  for (const locale of ['zh-CN', 'es', 'en']) {
    await speak(page, server.url, locale);
    await page.goto('/halls/demo/book?service=plans');
    await checkAccessibility(page);
  }
  await bookFirst(page);
  await expect(page.getByText('Booked for')).toBeVisible();
  const heading = page.getByRole('heading', { level: 1 });
  const number = (await heading.textContent())?.match(/A\d{3}/)?.[0] ?? '';
  const file = await page.request.get(`${page.url()}/calendar`);
  expect(file.headers()['content-type']).toContain('text/calendar');
  expect(await file.text()).toContain('BEGIN:VEVENT');

  // The same phone has one open booking, and the hall's page shows it.
  const second = await page.context().newPage();
  await second.goto('/halls/demo');
  await expect(second.getByText(/You have a booking:/)).toBeVisible();
  await second.goto('/halls/demo/book?service=plans');
  await second.getByRole('radio').last().check();
  await second.getByRole('button', { name: 'Book', exact: true }).click();
  await expect(second.getByText(/You already have a booking/)).toBeVisible();
  await second.close();

  // The next time is some minutes away: who is there by now checks in.
  await page.getByRole('button', { name: 'I’m here' }).click();
  await expect(page.getByText('You are next')).toBeVisible();

  const display = await browser.newPage();
  await display.goto(`${server.url}/screens/demo/display`);
  const clerk = await browser.newContext();
  await signInAs(clerk, server.url, 'clerk1');
  const counters = await (await clerk.request.get(`${server.url}/api/v1/halls/demo/counters`)).json();
  const { id: counterId } = counters.items.find((counter: { number: number }) => counter.number === 1);
  await clerk.request.post(`${server.url}/api/v1/counters/${counterId}/open`, { data: {} });
  const called = await post<Ticket>(clerk, server.url, `/counters/${counterId}/call-next`);
  expect(called.number).toBe(number);
  await expect(page.getByText('Counter 1')).toBeVisible();
  await expect(display.getByText(number).first()).toBeVisible();
  await post<Ticket>(clerk, server.url, `/tickets/${called.id}/start`);
  await expect(page.getByText('You are being served at counter 1.')).toBeVisible();
  await post<Ticket>(clerk, server.url, `/tickets/${called.id}/complete`, { outcome: 'done' });
  await page.getByText('Very good', { exact: true }).click();
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Your rating: Very good')).toBeVisible();
});

test('the desk finds a booking by name without the name in an address', async ({ page, server }) => {
  const hall = await HallDesk.enter(server.url);
  const days = await (await page.request.get('/api/v1/halls/demo/slots?serviceCode=plans')).json();
  const [first, second] = days.items.at(-1).slots as { at: string }[];
  for (const [at, name] of [
    [first?.at, 'Li Na'],
    [second?.at, 'Wang Fang'],
  ])
    await hall.post('/halls/demo/bookings', { serviceCode: 'plans', at, customer: { name } });
  await signInAs(page.context(), server.url, 'manager');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url(), request.postData() ?? ''));
  await page.goto('/desk/demo/bookings');
  await page.getByLabel('Bookings', { exact: true }).fill(days.items.at(-1).day);
  await page.getByRole('button', { name: 'Show the day' }).click();
  const found = page.getByRole('row').filter({ hasText: /[A-Z]\d{3}/ });
  await expect(found).toHaveCount(2);
  const search = page.getByRole('searchbox', { name: 'Name or number' });
  await search.fill('li na');
  await expect(found).toHaveCount(1);
  await expect(found).toContainText('Li Na');
  await expect(page.getByRole('status').filter({ hasText: '1 booking found' })).toHaveCount(1);
  await search.press('Enter');
  await search.fill('nobody');
  // The day has bookings: nobody is told that it has none.
  await expect(page.getByText('No booking found').first()).toBeVisible();
  await expect(page.getByText('No bookings.')).toHaveCount(0);
  await search.fill('');
  await expect(found).toHaveCount(2);
  expect(asked.filter((what) => /li(%20|\+| )na|nobody/i.test(what))).toEqual([]);
  expect(new URL(page.url()).search).toBe(`?day=${days.items.at(-1).day}`);
  for (const locale of ['zh-CN', 'es', 'en']) {
    await speak(page, server.url, locale);
    await page.reload();
    await checkAccessibility(page);
  }
  await hall.leave();
});
