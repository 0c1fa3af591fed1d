import type { BrowserContext } from '@playwright/test';
import { expect, test } from '@/tests/support/e2e-test';
import { CounterDeskPage } from './pages/counter-desk';
import { FloorPhonePage } from './pages/floor-phone';
import { GuideDeskPage } from './pages/guide-desk';
import { JourneyBoardPage } from './pages/journey-board';
import { post, signInAs } from './pages/staff-session';

test.setTimeout(180_000);

type Named = { id: string };
type Issued = { id: string; number: string; visitId: string; token: string };

const named = (en: string) => ({ 'zh-CN': en, en, es: en });

test('six people lead three customers through all sixteen touchpoints, and the board counts each step', async ({
  browser,
  server,
}) => {
  const { url } = server;
  const screens = { guide: [1024, 768], floor: [390, 844], clerk1: [1440, 900], manager: [1440, 900] } as const;
  const contexts: Record<string, BrowserContext> = {};
  for (const account of ['hotline', 'guide', 'floor', 'clerk1', 'lead', 'manager'] as const) {
    const [width, height] = screens[account as keyof typeof screens] ?? [1024, 768];
    contexts[account] = await browser.newContext({ viewport: { width, height }, locale: 'en-GB' });
    await signInAs(contexts[account], url, account);
  }
  const by = <Answer = Named>(account: string, path: string, data: object = {}) =>
    post<Answer>(contexts[account] as BrowserContext, url, path, data);

  await test.step('the hall has what a hall has', async () => {
    await by('manager', '/halls/demo/stations', { code: 'phones', names: named('Phones'), shows: named('New phones') });
    await by('manager', '/halls/demo/suppliers', { name: 'Northern Phones' });
    for (const number of [91, 92])
      await by('manager', '/halls/demo/machines', { kind: 'multi', number, serviceCodes: ['bills'] });
    await by('lead', '/halls/demo/loan-items', { kind: 'umbrella', from: 801, to: 803, deposit: 0 });
  });
  const read = async <Answer>(account: string, path: string) => {
    const answer = await contexts[account]?.request.get(`${url}/api/v1${path}`);
    return (await answer?.json()) as Answer;
  };
  const first = async <Item>(account: string, path: string, fits: (item: Item) => boolean): Promise<Item> => {
    const list = await read<Record<string, unknown>>(account, path);
    const items = Object.values(list).find((part) => Array.isArray(part) && part.some(fits)) as Item[] | undefined;
    const found = items?.find(fits);
    if (!found) throw new Error(`${path} has no such thing.`);
    return found;
  };

  const board = new JourneyBoardPage(await (contexts.manager as BrowserContext).newPage(), url);
  await board.open();
  /** Somebody does something, and the board has counted it within a second. */
  const counts = async (touchpoint: string, work: () => Promise<unknown>, more = 1): Promise<void> => {
    const before = await board.counted(touchpoint);
    await work();
    await board.says(touchpoint, { passed: before.passed + more });
  };
  const guide = new GuideDeskPage(await (contexts.guide as BrowserContext).newPage(), url);
  await guide.open();
  const clerk = new CounterDeskPage(await (contexts.clerk1 as BrowserContext).newPage(), url);

  const issued = (page: GuideDeskPage, work: () => Promise<void>) =>
    test.step('the guide gives a number', async () => {
      const answer = (contexts.guide as BrowserContext)
        .pages()[0]
        ?.waitForResponse((response) => response.url().endsWith('/halls/demo/tickets'));
      await work();
      await page.number();
      return (await (await answer)?.json()) as Issued;
    });

  // Before anybody comes.
  await counts(
    'In front',
    async () => {
      await by('lead', '/halls/demo/opening', { open: false, reason: 'power' });
      await by('lead', '/halls/demo/opening', { open: true, reason: 'againOpen' });
    },
    2,
  );
  await counts('Environment', () => clerk.open(1));

  // An elderly customer, who came in the rain.
  let elderly: Issued | undefined;
  await counts('Enter', async () => {
    elderly = await issued(guide, async () => {
      await guide.choose('Plans and tariffs');
      await guide.chip('Elderly');
      await guide.issue();
    });
  });
  const grandmother = elderly as Issued;
  const umbrella = await first<{ id: string; loan: unknown }>('guide', '/halls/demo/loan-items', (i) => !i.loan);
  let loan: Named | undefined;
  await counts('Leave', async () => {
    loan = await by('guide', `/loan-items/${umbrella.id}/lend`, { ticketId: grandmother.id });
  });

  // A customer who asked the hotline, and will complain.
  const hotline = await (contexts.hotline as BrowserContext).newPage();
  await hotline.goto(`${url}/desk/hotline`);
  await counts('Find', () => hotline.getByRole('button', { name: 'Sent to this hall' }).click());
  let remote: Issued | undefined;
  await counts('Find', async () => {
    remote = await by<Issued>('hotline', '/halls/demo/tickets', { serviceCode: 'plans', channel: 'booking' });
  });
  const caller = remote as Issued;
  await counts('Arrive', () => by('guide', `/tickets/${caller.id}/check-in`));
  await counts('Queue', () => by('floor', `/tickets/${caller.id}/care`, { action: 'tea' }), 0);

  // A customer who looks around, asks, and leaves for a machine.
  const phone = await (contexts.floor as BrowserContext).newPage();
  const floor = new FloorPhonePage(phone, url);
  await floor.open();
  await floor.show('Approached');
  await counts('Wander', () => phone.getByRole('button', { name: 'Has a question' }).click());
  // Asked, answered, closed: one tap of the floor, three events.
  await counts('Enquire', () => by('floor', '/halls/demo/enquiries', { topic: 'bill', outcome: 'answered' }), 3);
  const machine = await first<{ id: string; number: number }>('guide', '/halls/demo/machines', (m) => m.number === 91);
  await counts('Self-service', () =>
    by('guide', '/halls/demo/diversions', { machineId: machine.id, serviceCode: 'bills' }),
  );

  // The elderly customer tries a telephone while she waits, and buys it.
  const station = await first<{ id: string; code: string }>(
    'floor',
    '/halls/demo/experience',
    (s) => s.code === 'phones',
  );
  await counts('Experience', () =>
    by('floor', `/stations/${station.id}/trials`, { interest: 5, ordered: true, ticketId: grandmother.id }),
  );
  const supplier = await first<{ id: string; name: string }>('lead', '/halls/demo/suppliers', () => true);
  await counts('Buy a device', () =>
    by('floor', '/halls/demo/sales', {
      model: 'Lantern 3',
      supplierId: supplier.id,
      ticketId: grandmother.id,
      points: ['warranty', 'return', 'exchange', 'proof', 'exclusions', 'contact'],
      sheetHanded: true,
    }),
  );

  // At the counter, one after the other.
  for (const customer of [grandmother, caller]) {
    await counts('Talk at the counter', async () => {
      expect(await clerk.callNext()).toBe(customer.number);
    });
    await counts('Being handled', () => clerk.start());
    if (customer === caller) await counts('Complaint', () => complain(clerk, 'The bill is not what I was promised.'));
    if (customer === caller) {
      await clerk.page.keyboard.press('Escape');
      await clerk.step('Finish').focus();
    }
    await counts('Result', () => clerk.finish());
  }
  await board.says('Being handled', { here: 0 });

  // The umbrella comes back, both say how it was, and the board knows what went well.
  await by('guide', `/loans/${(loan as Named).id}/return`);
  const home = await browser.newContext();
  for (const { token } of [grandmother, caller]) {
    const rated = await home.request.post(`${url}/api/v1/tickets/${token}/rating`, { data: { score: 5 } });
    expect(rated.ok(), await rated.text()).toBe(true);
  }
  await expect(board.card('Leave')).toContainText('100%');
  for (const touchpoint of TOUCHPOINTS) expect((await board.counted(touchpoint)).passed, touchpoint).toBeGreaterThan(0);
  for (const context of Object.values(contexts)) await context.close();
});

/** The clerk takes it down without leaving the customer. */
async function complain(clerk: CounterDeskPage, words: string): Promise<void> {
  await clerk.page.keyboard.press('F9');
  const form = clerk.page.getByRole('dialog', { name: 'Register a complaint' });
  await form.getByRole('button', { name: 'Billing' }).click();
  await form.getByLabel('In the customer’s words').fill(words);
  await clerk.page.keyboard.press('Control+Enter');
  await expect(clerk.page.getByText(/^Complaint .* is registered$/).first()).toBeVisible();
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
