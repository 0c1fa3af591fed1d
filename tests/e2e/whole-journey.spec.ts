import type { BrowserContext, Locator, Page, Request } from '@playwright/test';
import { expect, test } from '@/tests/support/e2e-test';
import { CounterDeskPage } from './pages/counter-desk';
import { FloorPhonePage } from './pages/floor-phone';
import { GuideDeskPage } from './pages/guide-desk';
import { JourneyBoardPage } from './pages/journey-board';
import { signInAs } from './pages/staff-session';

/** Everybody with the device that they work on. */
const PEOPLE = {
  hotline: { width: 1280, height: 800 },
  guide: { width: 1024, height: 768 },
  floor: { width: 390, height: 844 },
  clerk1: { width: 1440, height: 900 },
  lead: { width: 390, height: 844 },
  manager: { width: 1440, height: 900 },
} as const;
type Account = keyof typeof PEOPLE;

test('six people lead three customers through all sixteen touchpoints, tap by tap, and the board counts each step', async ({
  browser,
  server,
}) => {
  const { url } = server;
  const contexts: BrowserContext[] = [];
  const answered = new Set<Request>();
  /**
   * Notes what the screens of this context have sent to be done, and that it was: by the head of the answer, since a page
   * that goes on to another never reads the rest. What screens send by themselves is nobody's step.
   */
  const listen = (context: BrowserContext) => {
    contexts.push(context);
    context.on('response', (response) => {
      const request = response.request();
      if (request.method() === 'POST' && !/\/live\/|\/number-blocks/.test(request.url())) answered.add(request);
    });
  };
  const enter = async (account: Account) => {
    const context = await browser.newContext({ viewport: PEOPLE[account], locale: 'en-GB' });
    listen(context);
    await signInAs(context, url, account);
    return context.newPage();
  };
  const pages = {} as Record<Account, Page>;
  for (const account of Object.keys(PEOPLE) as Account[]) pages[account] = await enter(account);
  const customers = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB' });
  listen(customers);

  const board = new JourneyBoardPage(pages.manager, url);
  const guide = new GuideDeskPage(pages.guide, url);
  const floor = new FloorPhonePage(pages.floor, url);
  const clerk = new CounterDeskPage(pages.clerk1, url);
  await Promise.all([
    board.open(),
    guide.open(),
    floor.open(),
    ready(pages.lead, `${url}/desk/demo/rounds`),
    ready(pages.hotline, `${url}/desk/hotline`),
  ]);

  /** Somebody does something, and once it is done the board has counted it at once. */
  const counts = async (touchpoint: string, work: () => Promise<unknown>, more = 1): Promise<void> => {
    const before = await board.counted(touchpoint);
    const done = answered.size;
    await work();
    await expect.poll(() => answered.size, { intervals: [20] }).toBeGreaterThan(done);
    await board.says(touchpoint, { passed: before.passed + more });
  };
  const dialogOf = (page: Page) => page.getByRole('dialog');

  // Before anybody comes: the lead closes for a power cut and opens again, a clerk sits down.
  const open = async (act: 'Close' | 'Open', reason: string) => {
    const panel = pages.lead.getByLabel('Is the hall open');
    await panel.getByRole('button', { name: act, exact: true }).click();
    await dialogOf(pages.lead).getByRole('button', { name: reason }).click();
  };
  await counts('In front', () => open('Close', 'Power cut'));
  await counts('In front', () => open('Open', 'All is well again'));
  await counts('Environment', () => clerk.open(1));

  // An elderly customer came in the rain: a number, and an umbrella that the counter will ask for.
  // Her slip carries the address of her own page.
  const issued = pages.guide.waitForResponse((response) => response.url().endsWith('/halls/demo/tickets'));
  await counts('Enter', async () => {
    await guide.choose('Plans and tariffs');
    await guide.chip('Elderly');
    await guide.issue();
  });
  const grandmother = await guide.number();
  const { token } = (await (await issued).json()) as { token: string };
  await counts('Leave', async () => {
    await guide.list('Queue');
    const menu = await guide.menu(grandmother);
    await menu.getByRole('button', { name: 'Lend an umbrella or locker' }).click();
    await dialogOf(pages.guide).getByRole('button', { name: 'Umbrella 1', exact: true }).click();
  });

  // A customer asks the hotline, takes a number on the phone, and is checked in at the door. He will complain.
  await counts('Find', () => pages.hotline.getByRole('button', { name: 'Sent to this hall' }).click());
  const caller = await customers.newPage();
  await ready(caller, `${url}/halls/demo?service=plans`);
  let remote = '';
  await counts('Find', async () => {
    await caller.getByRole('button', { name: 'Take a number' }).click();
    remote = await numberOn(caller);
  });
  await counts('Arrive', async () => {
    await guide.list('To come');
    await pages.guide.getByRole('button', { name: `${remote}: has arrived` }).click();
  });
  await counts(
    'Queue',
    async () => {
      await floor.show('Waiting');
      const row = pages.floor.getByRole('listitem').filter({ hasText: remote });
      await row.getByRole('button').first().click();
      await row.getByRole('button', { name: 'Tea' }).click();
    },
    0,
  );

  // A customer looks around, asks, and leaves for a machine.
  await floor.show('Approached');
  await counts('Wander', () => floor.outcome('Has a question').click());
  await floor.ask('lost my SIM');
  await floor.answer('Replace a lost or damaged SIM').click();
  // Asked, answered, closed: one tap of the floor, three events.
  await counts('Enquire', () => pages.floor.getByRole('button', { name: 'Answered', exact: true }).click(), 3);
  await guide.choose('Bills and payment');
  const machines = pages.guide.getByRole('region', { name: 'A machine can do it: send to' });
  await counts('Self-service', () => machines.getByRole('button', { name: /^Payment machine 1/ }).click());

  // The elderly customer tries something while she waits, and buys a telephone.
  await ready(pages.floor, `${url}/desk/demo/experience`);
  const station = pages.floor.getByRole('article', { name: 'VR glasses' });
  await station.getByRole('button', { name: 'Record a trial' }).click();
  await dialogOf(pages.floor).getByRole('button', { name: 'Very', exact: true }).click();
  await dialogOf(pages.floor).getByLabel('Customer’s number').fill(grandmother);
  await counts('Experience', () => dialogOf(pages.floor).getByRole('button', { name: 'Note it' }).click());
  await ready(pages.floor, `${url}/desk/demo/sales`);
  const sale = pages.floor.getByRole('form', { name: 'Record a sale' });
  await sale.getByLabel('Model').fill('Lantern 3');
  await sale.getByRole('button', { name: /Huatong/ }).click();
  await sale.getByRole('button', { name: 'All explained' }).click();
  await sale.getByRole('checkbox', { name: 'Sheet handed over' }).click();
  await sale.getByText('Serial number, price, customer').click();
  await sale.getByLabel('Customer').selectOption({ label: grandmother });
  await counts('Buy a device', () => sale.getByRole('button', { name: 'Record the sale' }).click());

  // At the counter, one after the other.
  for (const number of [grandmother, remote]) {
    await counts('Talk at the counter', async () => expect(await clerk.callNext()).toBe(number));
    await counts('Being handled', () => clerk.start());
    if (number === remote) {
      await counts('Complaint', () => complain(clerk, 'The bill is not what I was promised.'));
      await clerk.page.keyboard.press('Escape');
      await clerk.step('Finish').focus();
    }
    await counts('Result', () => finish(clerk, { umbrella: number === grandmother }));
  }
  await board.says('Being handled', { here: 0 });

  // Both say how it was, and the board knows that all who were served did, and that the umbrella is back.
  const elderly = await customers.newPage();
  await ready(elderly, `${url}/t/${token}`);
  for (const page of [elderly, caller]) {
    await page.getByText('Very good', { exact: true }).click();
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByText('Your rating: Very good')).toBeVisible();
  }
  await expect(board.card('Leave')).toContainText('100%');
  for (const touchpoint of TOUCHPOINTS) expect((await board.counted(touchpoint)).passed, touchpoint).toBeGreaterThan(0);
  for (const context of contexts) await context.close();
});

/** A page that answers taps. */
async function ready(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForLoadState('networkidle');
}

/** The number that a customer's phone shows. */
async function numberOn(page: Page): Promise<string> {
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toContainText(/[A-Z]\d{3}/);
  return /[A-Z]\d{3}/.exec((await heading.textContent()) ?? '')?.[0] ?? '';
}

/** The clerk takes it down without leaving the customer. */
async function complain(clerk: CounterDeskPage, words: string): Promise<void> {
  await clerk.page.keyboard.press('F9');
  const form = clerk.page.getByRole('dialog', { name: 'Register a complaint' });
  await form.getByRole('button', { name: 'Billing' }).click();
  await form.getByLabel('In the customer’s words').fill(words);
  await clerk.page.keyboard.press('Control+Enter');
  await expect(clerk.page.getByText(/^Complaint .* is registered$/).first()).toBeVisible();
}

/** The usual outcome; an umbrella that is still out is taken back at the farewell. */
async function finish(clerk: CounterDeskPage, { umbrella }: { umbrella: boolean }): Promise<void> {
  await clerk.press('Space');
  const out: Locator = clerk.dialog.getByRole('region', { name: 'Still on loan' });
  if (umbrella) {
    await out.getByRole('button', { name: 'Returned' }).click();
    await expect(out).toBeHidden();
  }
  await clerk.dialog.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(clerk.dialog).toBeHidden();
}

const TOUCHPOINTS = [
  'Find',
  'Arrive',
  'In front',
  'Enter',
  'Environment',
  'Wander',
  'Enquire',
  'Experience',
  'Self-service',
  'Buy a device',
  'Queue',
  'Talk at the counter',
  'Being handled',
  'Result',
  'Complaint',
  'Leave',
];
