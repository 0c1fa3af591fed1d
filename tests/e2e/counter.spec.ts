import { AxeBuilder } from '@/tests/support/axe-builder';
import { expect, test } from '@/tests/support/e2e-test';
import { CounterDeskPage } from './pages/counter-desk';
import { HallDesk } from './pages/hall-desk';
import { signInAs, speak } from './pages/staff-session';

test.use({ viewport: { width: 1366, height: 768 } });

let hall: HallDesk;

test.beforeEach(async ({ context, server }) => {
  hall = await HallDesk.enter(server.url);
  await hall.empty();
  await signInAs(context, server.url, 'clerk1');
});

test.afterEach(() => hall.leave());

test('a clerk chooses a counter, opens, calls, starts and finishes by the keyboard alone', async ({ page, server }) => {
  const { number } = await hall.issue('plans', { customerClass: 'elderly', needs: ['with-child'] });
  await page.goto(`${server.url}/desk/demo/counter`);
  const choice = page.getByRole('link', { name: /^Counter 1 / });
  await expect(choice).toContainText('Free');
  await choice.focus();
  await page.keyboard.press('Enter');

  const desk = new CounterDeskPage(page, server.url);
  await desk.ready('Open the counter');
  await desk.press('Space');
  await desk.ready('Call next');
  expect(await desk.callNext()).toBe(number);
  await expect(page.getByText('Elderly customer')).toBeVisible();
  await expect(page.getByText('With a child')).toBeVisible();
  await expect(page.getByText('Call no. 1')).toBeVisible();
  await desk.start();
  const before = desk.keys;
  // The usual case: once to open the panel, once for the first outcome.
  await desk.press('Space');
  await expect(desk.dialog.getByRole('button', { name: 'Done', exact: true })).toBeFocused();
  await desk.press('Space');
  await desk.ready('Call next');
  expect(desk.keys - before).toBe(2);
  await expect(page.getByText(`${number} finished`)).toBeVisible();

  await desk.press('Space');
  await expect(page.getByRole('status').filter({ hasText: 'Nobody is waiting for you now' })).toBeVisible();
  await desk.ready('Call next');
  await desk.press('x');
  await desk.ready('Open the counter');
});

test('a key that is held down counts once', async ({ page, server }) => {
  const { id } = await hall.issue('plans');
  const desk = new CounterDeskPage(page, server.url);
  await desk.open(1);
  await page.keyboard.down('Enter');
  await expect(desk.step('Start')).toBeEnabled();
  // From the second time on the browser says that the key is still down.
  for (let i = 0; i < 5; i++) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await desk.ready('Start');
  expect((await hall.ticket(id)).status).toBe('called');
});

test('a recall is counted and announced again', async ({ page, server }) => {
  const { id, number } = await hall.issue('plans');
  const desk = new CounterDeskPage(page, server.url);
  await desk.open(1);
  await desk.callNext();
  await desk.press('r');
  await expect(page.getByText('Call no. 2')).toBeVisible();
  expect((await hall.ticket(id)).callCount).toBe(2);
  const { announcements } = await hall.board();
  expect(announcements.filter((a) => a.number === number).map((a) => a.kind)).toEqual(['call', 'recall']);
});

test('a customer on hold frees the counter and comes back to it', async ({ page, server }) => {
  const { id, number } = await hall.issue('plans');
  const desk = new CounterDeskPage(page, server.url);
  await desk.open(1);
  await desk.callNext();
  await desk.start();
  await desk.press('h');
  await desk.dialog.getByRole('button', { name: 'Fetching papers' }).press('1');
  await desk.ready('Call next');
  expect(await hall.ticket(id)).toMatchObject({ status: 'held', holdReason: 'fetching-papers' });
  await desk.tab(/On hold 1/).click();
  await expect(page.getByText('Fetching papers')).toBeVisible();
  await page.getByRole('button', { name: `Bring back ${number}` }).press('Enter');
  await desk.ready('Finish');
  await expect(desk.number).toHaveText(number);
});

test('a transferred customer waits for the other service in the old place, and can be taken back', async ({
  page,
  server,
}) => {
  const first = await hall.issue('plans');
  await hall.issue('broadband');
  const desk = new CounterDeskPage(page, server.url);
  await desk.open(1);
  await desk.callNext();
  await desk.start();
  await desk.press('t');
  await desk.dialog.getByRole('button', { name: /Home broadband/ }).press('Enter');
  await desk.ready('Call next');
  const { waiting } = await hall.queue();
  expect(waiting.map(({ id, serviceCode }) => [id === first.id, serviceCode])).toEqual([
    [true, 'broadband'],
    [false, 'broadband'],
  ]);
  await expect(page.getByText(`${first.number} transferred`)).toBeVisible();
  await desk.press('u');
  await desk.ready('Finish');
  expect(await hall.ticket(first.id)).toMatchObject({ status: 'serving', serviceCode: 'plans' });
});

test('who did not come can come back', async ({ page, server }) => {
  const { id, number } = await hall.issue('plans');
  const desk = new CounterDeskPage(page, server.url);
  await desk.open(1);
  await desk.callNext();
  await desk.press('n');
  await desk.ready('Call next');
  expect((await hall.ticket(id)).status).toBe('noShow');
  await desk.tab(/On hold/).click();
  await page.getByRole('button', { name: `Bring back ${number}` }).press('Enter');
  await desk.ready('Call next');
  expect(await desk.callNext()).toBe(number);
});

test('every change can be taken back, one after the other', async ({ page, server }) => {
  const { id, number } = await hall.issue('plans');
  const desk = new CounterDeskPage(page, server.url);
  await desk.open(1);
  await desk.callNext();
  await desk.press('u');
  await desk.ready('Call next');
  expect((await hall.ticket(id)).status).toBe('waiting');
  await desk.callNext();
  await desk.start();
  await desk.finish();
  await desk.ready('Call next');
  expect(await hall.ticket(id)).toMatchObject({ status: 'completed', outcome: 'done' });
  await desk.press('u');
  await desk.ready('Finish');
  await expect(desk.number).toHaveText(number);
  expect(await hall.ticket(id)).toMatchObject({ status: 'serving', outcome: null });
});

test('finishing can call the next customer straight away, and both can be taken back', async ({ page, server }) => {
  const first = await hall.issue('plans');
  const second = await hall.issue('plans');
  const desk = new CounterDeskPage(page, server.url);
  await desk.open(1);
  await desk.callNext();
  await desk.start();
  await desk.press('f');
  await desk.dialog.getByRole('checkbox', { name: 'Then call the next customer' }).check();
  // In the notes a digit is a digit.
  await desk.dialog.getByRole('textbox', { name: /Notes/ }).fill('2 SIM cards');
  await page.keyboard.press('Control+Enter');
  await desk.ready('Start');
  await expect(desk.number).toHaveText(second.number);
  expect((await hall.ticket(first.id)).status).toBe('completed');
  await desk.press('u');
  await desk.ready('Call next');
  await desk.press('u');
  await desk.ready('Finish');
  await expect(desk.number).toHaveText(first.number);
  expect((await hall.ticket(second.id)).status).toBe('waiting');
});

test('two clerks who call at the same moment never get the same customer', async ({ page, browser, server }) => {
  const elsewhere = await browser.newContext();
  await signInAs(elsewhere, server.url, 'clerk2');
  const one = new CounterDeskPage(page, server.url);
  const other = new CounterDeskPage(await elsewhere.newPage(), server.url);
  await Promise.all([one.open(1), other.open(2)]);
  for (let round = 0; round < 3; round++) {
    const issued = [await hall.issue('plans'), await hall.issue('plans')];
    await expect(other.tab(/Queue 2/)).toBeVisible();
    const called = await Promise.all([one.callNext(), other.callNext()]);
    expect(called.toSorted()).toEqual(issued.map(({ number }) => number).toSorted());
    for (const desk of [one, other]) {
      await desk.start();
      await desk.finish();
      await desk.ready('Call next');
    }
  }
  const { number } = await hall.issue('plans');
  await expect(other.tab(/Queue 1/)).toBeVisible();
  await Promise.all([one.press('Space'), other.press('Space')]);
  await expect
    .poll(async () => [await one.number.allTextContents(), await other.number.allTextContents()].flat())
    .toEqual([number]);
  const nobody = 'Nobody is waiting for you now';
  await expect
    .poll(async () => {
      const said = [one, other].map((desk) => desk.page.getByRole('status').filter({ hasText: nobody }).count());
      return (await Promise.all(said)).toSorted();
    })
    .toEqual([0, 1]);
  await elsewhere.close();
});

test('pauses with a reason, calls out of order with a reason, adds a service to the visit', async ({
  page,
  server,
}) => {
  await hall.issue('plans');
  const second = await hall.issue('plans');
  const desk = new CounterDeskPage(page, server.url);
  await desk.open(1);
  await desk.press('p');
  await desk.dialog.getByRole('button', { name: 'Lunch' }).press('1');
  await desk.ready('Continue');
  await expect(page.getByRole('heading', { name: 'Paused: Lunch' })).toBeVisible();
  await desk.press('Space');
  await desk.ready('Call next');

  await page.getByRole('button', { name: `Call ${second.number} out of order` }).press('Enter');
  await desk.dialog.getByRole('textbox', { name: 'Another reason' }).fill('Faints');
  await page.keyboard.press('Enter');
  await desk.ready('Start');
  await expect(desk.number).toHaveText(second.number);

  await desk.start();
  await desk.press('a');
  await desk.dialog.getByRole('button', { name: /Bills and payment/ }).press('Enter');
  await expect(page.getByText(/^D\d{3} issued for Bills and payment$/)).toBeVisible();
  await expect(page.getByText(/^D\d{3} Bills and payment · Waiting$/)).toBeVisible();
  const { waiting } = await hall.queue();
  expect(waiting.some((ticket) => ticket.serviceCode === 'bills')).toBe(true);
});

test('a clerk may say when the break is over; the counter, the live board and the shift lead see it', async ({
  page,
  browser,
  server,
}) => {
  const desk = new CounterDeskPage(page, server.url);
  await desk.open(1);
  await desk.press('p');
  await desk.dialog.getByRole('button', { name: '15 min' }).click();
  await desk.dialog.getByRole('button', { name: 'Short break' }).click();
  await desk.ready('Continue');
  await expect(page.getByText(/^Back at \d\d:\d\d$/)).toBeVisible();
  const { pausedAt, pauseEndsAt } = await hall.counter(1);
  expect(Date.parse(pauseEndsAt ?? '') - Date.parse(pausedAt ?? '')).toBe(15 * 60_000);

  const lead = await browser.newContext();
  await signInAs(lead, server.url, 'lead');
  const board = await lead.newPage();
  await board.goto(`${server.url}/manage/demo/live`);
  await expect(board.getByRole('listitem').filter({ hasText: /Back at \d\d:\d\d/ })).toContainText('No. 1');
  await board.goto(`${server.url}/desk/demo/floor`);
  await board.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'More' }).click();
  await expect(board.getByRole('listitem').filter({ hasText: /Back at \d\d:\d\d/ })).toBeVisible();
  await lead.close();

  await desk.press('Space');
  await desk.ready('Call next');
});

test('a counter that somebody else has says so, and what fails is said in words', async ({ page, server }) => {
  const desk = new CounterDeskPage(page, server.url);
  await desk.goto(2);
  await desk.ready('Open the counter');
  const colleague = await HallDesk.enter(server.url, 'clerk2');
  await colleague.post(`/counters/${(await hall.counter(2)).id}/open`);
  await expect(page.getByRole('heading', { name: /works at this counter/ })).toBeVisible();
  await expect(desk.step('Open the counter')).toHaveCount(0);
  await colleague.leave();

  await desk.open(1);
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/call-next', async (route) => {
    await answered;
    await route.fulfill({ status: 409, contentType: 'application/problem+json', body: '{"code":"changed-meanwhile"}' });
  });
  await desk.press('Space');
  // However long the answer takes, the press is seen at once.
  await expect(desk.step('Call next')).toHaveAttribute('aria-busy', 'true');
  answer();
  await expect(desk.failure).toContainText('Somebody else was faster');
  await desk.ready('Call next');
});

for (const locale of ['zh-CN', 'en', 'es'])
  test(`nothing in the way of anybody at a counter in ${locale}: empty, full, and with each question open`, async ({
    page,
    server,
  }) => {
    await speak(page, server.url, locale);
    const check = async (what: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations, what).toEqual([]);
      // Nothing runs out of the side of the screen.
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), what).toBe(true);
    };
    await page.goto(`${server.url}/desk/demo/counter`);
    await check('choice');
    await page.goto(`${server.url}/desk/demo/counter/1`);
    const primary = page.locator('button[aria-keyshortcuts="Space"]');
    await expect(primary).toBeFocused();
    await primary.press('Space');
    await expect(page.locator('button[aria-keyshortcuts="P"]')).toBeEnabled();
    await check('empty');
    for (let i = 0; i < 8; i++)
      await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          hall.issue(n % 2 ? 'plans' : 'bills', { needs: n % 3 ? [] : ['pregnant'] }),
        ),
      );
    await expect(page.getByRole('tab').first()).toContainText('80');
    await check('80 waiting');
    await page.keyboard.press('Space');
    await expect(page.locator('button[aria-keyshortcuts="R"]')).toBeVisible();
    await check('called');
    await expect(primary).toBeEnabled();
    await page.keyboard.press('Space');
    await expect(page.locator('button[aria-keyshortcuts="A"]')).toBeVisible();
    await check('serving');
    for (const key of ['h', 't', 'f']) {
      await expect(primary).toBeFocused();
      await expect(primary).toBeEnabled();
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog')).toBeVisible();
      await check(`question ${key}`);
      await page.keyboard.press('Escape');
    }
  });
