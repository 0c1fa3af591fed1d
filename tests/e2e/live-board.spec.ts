import { AxeBuilder } from '@/tests/support/axe-builder';
import { AT_ONCE, expect, setClock, test } from '@/tests/support/e2e-test';
import { CounterDeskPage } from './pages/counter-desk';
import { HallDesk } from './pages/hall-desk';
import { LiveBoardPage } from './pages/live-board';
import { signInAs, speak } from './pages/staff-session';

// A Monday, 09:00 in the hall.
const MORNING = '2026-03-02T01:00:00Z';
test.use({
  viewport: { width: 1440, height: 900 },
  serverEnv: { DEMO: '1', DEMO_PLAY: '0', TEST_CLOCK_AT: MORNING },
});

let hall: HallDesk;
// Each test goes on from where the one before left the clock: time never runs back.
let clock = Date.parse(MORNING);
let pass: (minutes: number) => Promise<void>;

test.beforeEach(async ({ context, server }) => {
  hall = await HallDesk.enter(server.url);
  // Lets this much time pass at once; then the clock runs on by itself.
  pass = (minutes) => {
    clock += minutes * 60_000;
    return setClock(server, clock);
  };
  await pass(30);
  await hall.empty();
  await signInAs(context, server.url, 'manager');
});

test.afterEach(() => hall.leave());

test('shows at once what happens at the desk and at the counters', async ({ page, server }) => {
  const board = new LiveBoardPage(page, server.url);
  await board.open();
  await expect(board.number('Waiting')).toContainText('0');
  await expect(board.counter(1)).toContainText('Closed');

  const { id, number } = await hall.issue('plans');
  await expect(board.number('Waiting')).toContainText('1', AT_ONCE);
  await expect(board.service('Plans and tariffs').getByRole('img')).toHaveAccessibleName(
    /^Plans and tariffs: 1 /,
    AT_ONCE,
  );
  const clerk = await HallDesk.enter(server.url, 'clerk1');
  const counter = await hall.counter(1);
  await clerk.post(`/counters/${counter.id}/open`);
  await expect(board.counter(1)).toContainText('Free', AT_ONCE);
  await clerk.post(`/counters/${counter.id}/call-next`);
  await expect(board.counter(1)).toContainText(number, AT_ONCE);
  await expect(board.counter(1)).toContainText('Called', AT_ONCE);
  await clerk.post(`/tickets/${id}/start`);
  await expect(board.counter(1)).toContainText('Serving', AT_ONCE);
  await expect(board.number('Being served')).toContainText('1', AT_ONCE);
  await clerk.post(`/tickets/${id}/complete`, { outcome: 'done' });
  await expect(board.counter(1)).toContainText('Free', AT_ONCE);
  await clerk.post(`/counters/${counter.id}/pause`, { reason: 'lunch' });
  await expect(board.counter(1)).toContainText('Lunch', AT_ONCE);
  await clerk.leave();
});

test('a wait over the limit is red, counted as missed, and shows who cares for it', async ({ page, server }) => {
  const board = new LiveBoardPage(page, server.url);
  const { id, number } = await hall.issue('plans');
  await board.open();
  await pass(9.5);
  await expect(board.number('Over the limit')).toContainText('0');
  await pass(0.5);
  await expect(board.number('Over the limit')).toContainText('1');
  await expect(board.number('Longest wait')).toContainText(/10:\d\d/);
  await expect(board.flag(number)).toContainText('Nobody yet');
  await expect(board.flag(number)).not.toContainText('Escalated');
  await pass(2);
  await expect(board.flag(number)).toContainText('Escalated');

  await board
    .service('Plans and tariffs')
    .getByRole('button', { name: /Show who waits/ })
    .click();
  await expect(page.getByRole('dialog').getByRole('row', { name: new RegExp(number) })).toContainText('Over the limit');
  await page.keyboard.press('Escape');

  const guide = await HallDesk.enter(server.url, 'guide');
  await guide.post(`/tickets/${id}/care/take`);
  await expect(board.flag(number)).toContainText('has it');
  await guide.post(`/tickets/${id}/care`, { action: 'tea' });
  await expect(board.flag(number)).toHaveCount(0);
  await guide.leave();

  // Both figures, each named: who waits past the limit is missed in one and left out in the other.
  const level = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Service level today' }) });
  await expect(level.getByText('All customers').locator('..')).toContainText(/\d+ of \d+/);
  await expect(level).toContainText('Served customers only');
});

test('a clerk who vanished is marked, and the counter is freed with its customer kept', async ({
  page,
  browser,
  server,
}) => {
  const { id, number } = await hall.issue('plans');
  const elsewhere = await browser.newContext();
  await signInAs(elsewhere, server.url, 'clerk3');
  const desk = new CounterDeskPage(await elsewhere.newPage(), server.url);
  await desk.open(3);
  expect(await desk.callNext()).toBe(number);
  const board = new LiveBoardPage(page, server.url);
  await board.open();
  // The house notes every few seconds whose screens are there; from then on, silence is seen.
  await expect
    .poll(
      async () => {
        await pass(10);
        return board
          .counter(3)
          .getByText(/No sign for/)
          .count();
      },
      { timeout: 45_000, intervals: [1_000] },
    )
    .toBe(1);
  await elsewhere.close();
  await pass(10);
  await expect(board.counter(3)).toContainText('No sign for');
  await board.counter(3).getByRole('button', { name: 'Release counter 3' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'The clerk is not there' }).press('1');
  await expect(board.counter(3)).toContainText('Closed');
  expect((await hall.ticket(id)).status).toBe('waiting');
});

test('what moving a counter would do is worked out, and the shift lead at it does it with one tap', async ({
  page,
  context,
  server,
}) => {
  await signInAs(context, server.url, 'lead');
  const lead = await HallDesk.enter(server.url, 'lead');
  const clerk = await HallDesk.enter(server.url, 'clerk1');
  const [first, second] = [await hall.counter(1), await hall.counter(2)];
  await clerk.post(`/counters/${first.id}/open`, { serviceCodes: ['plans'] });
  await lead.post(`/counters/${second.id}/open`, { serviceCodes: ['sim'] });
  for (let i = 0; i < 7; i++) await hall.issue('plans');

  const board = new LiveBoardPage(page, server.url);
  await board.open();
  const panel = board.whatIf;
  await panel.getByRole('button', { name: 'Work it out', exact: true }).click();
  const asItIs = panel.getByRole('row', { name: /^As it is/ });
  await expect(asItIs).toContainText('will be served in time');
  await expect(asItIs).toContainText('will cross the limit');
  const move = panel.getByRole('row', { name: /^Counter 2 takes only: Plans and tariffs/ });
  await expect(move).toContainText(/Plans and tariffs, nine of ten under: \d+:\d\d → \d+:\d\d/);
  await expect(move).toContainText(/New number and SIM, nine of ten under: .* → nobody serves it/);
  await expect(move).toContainText(/Now in time: .*\d/);
  // Only the own counter is the shift lead's to move: at the others it says who is to be asked.
  const close = panel.getByRole('row', { name: /^Close counter 1/ });
  await expect(close.getByRole('button')).toHaveCount(0);
  await expect(close).toContainText(/Only .+ at counter 1 can do this/);
  await expect(panel.getByRole('row', { name: /^Open counter/ }).first()).toContainText(/A clerk opens it, at counter/);

  // A move that the panel did not think of.
  await panel.getByLabel('Counter to move').selectOption('Counter 2');
  await panel.getByRole('checkbox', { name: 'New number and SIM' }).setChecked(true);
  await panel.getByRole('checkbox', { name: 'Plans and tariffs' }).setChecked(true);
  await panel.getByRole('button', { name: 'Work out this move' }).click();
  const both = panel.getByRole('row', { name: /^Counter 2 takes only: .* and / });
  await expect(both).toBeVisible();
  await both.getByRole('button', { name: 'Do it now' }).click();
  await expect(page.getByText(/^Done: Counter 2 takes only/)).toBeVisible();
  await expect.poll(() => hall.counter(2)).toMatchObject({ serviceCodes: ['plans', 'sim'] });
  // The panel goes on from the hall as it now is.
  await expect(panel.getByRole('row', { name: /^Counter 2 takes all its services/ })).toBeVisible();
  // Who has no counter is led to the one that should be opened.
  await lead.post(`/counters/${second.id}/close`);
  await panel.getByRole('button', { name: 'Work it out anew' }).click();
  const open = panel.getByRole('row', { name: /^Open counter/ }).first();
  await expect(open.getByRole('link', { name: /^Go to counter \d+$/ })).toHaveAttribute(
    'href',
    /^\/desk\/demo\/counter\/\d+$/,
  );
  await lead.leave();
  await clerk.leave();
});

test('the trend can be read as a table', async ({ page, server }) => {
  const board = new LiveBoardPage(page, server.url);
  await board.open();
  await page.getByRole('button', { name: 'Table' }).click();
  const table = page.getByRole('table', { name: 'The last two hours' });
  await expect(table.getByRole('row')).toHaveCount(26);
  await expect(table.getByRole('columnheader')).toHaveText([
    'Time',
    'People waiting',
    'Started in five minutes',
    'Mean wait (min)',
  ]);
});

for (const locale of ['zh-CN', 'en', 'es'])
  test(`nothing in the way of anybody on the board in ${locale}, empty and with 80 waiting`, async ({
    page,
    server,
  }) => {
    await speak(page, server.url, locale);
    const check = async (what: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations, what).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), what).toBe(true);
    };
    const board = new LiveBoardPage(page, server.url);
    await board.open();
    await check('empty');
    for (let i = 0; i < 80; i++) {
      if (i === 40) await pass(8);
      await hall.issue(['plans', 'sim', 'broadband', 'bills', 'devices'][i % 5] ?? 'plans');
    }
    await pass(4);
    await expect(page.getByRole('region').first().getByText('80', { exact: true }).first()).toBeVisible();
    await check('80 waiting, 40 of them too long');
  });
