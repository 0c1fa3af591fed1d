import { AxeBuilder } from '@/tests/support/axe-builder';
import { expect, test } from '@/tests/support/e2e-test';
import { FloorPhonePage } from './pages/floor-phone';
import { post, signInAs, speak } from './pages/staff-session';

// A phone in the hand of somebody who walks.
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test.beforeEach(async ({ context, server }) => {
  await signInAs(context, server.url, 'floor');
});

test('who was approached takes one tap, and can be taken back', async ({ page, server }) => {
  const floor = new FloorPhonePage(page, server.url);
  await floor.open();
  await floor.show('Approached');
  await floor.tap(floor.outcome('Just looking'));
  await expect(page.getByText('0 of 1 became a service')).toBeVisible();
  expect(floor.taps).toBe(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Nobody yet today')).toBeVisible();
});

test('a need becomes a number in two taps', async ({ page, server }) => {
  const floor = new FloorPhonePage(page, server.url);
  await floor.open();
  await floor.show('Approached');
  await floor.tap(floor.outcome('Takes a number'));
  await floor.tap(page.getByRole('region', { name: 'Which service?' }).getByRole('button', { name: 'Home broadband' }));
  await expect(page.getByText(/^C\d{3}$/).first()).toBeVisible();
  await expect(page.getByText('1 of 1 became a service')).toBeVisible();
  expect(floor.taps).toBe(2);
});

test('a question is looked up in Chinese, read out and noted in three taps', async ({ page, server }) => {
  const floor = new FloorPhonePage(page, server.url);
  await floor.open();
  await floor.show('Enquiries');
  await floor.tap(page.getByRole('searchbox'));
  await floor.ask('手机卡丢了要带什么');
  await floor.tap(floor.answer('Replace a lost or damaged SIM'));
  await expect(page.getByText('The account holder’s identity card')).toBeVisible();
  await expect(page.getByText('Make a test call')).toBeVisible();
  await floor.tap(page.getByRole('button', { name: 'Answered', exact: true }));
  await expect(page.getByText('Noted as answered')).toBeVisible();
  expect(floor.taps).toBe(3);
});

test('what is passed on stays with its owner until the colleague accepts', async ({ page, browser, server }) => {
  const floor = new FloorPhonePage(page, server.url);
  await floor.open();
  await floor.show('Enquiries');
  await floor.ask('an old contract');
  await floor.tap(page.getByRole('button', { name: 'Pass on' }));
  await floor.tap(page.getByRole('list', { name: 'Colleagues' }).getByRole('button', { name: /Guo Tingting/ }));
  expect(floor.taps).toBe(2);
  const mine = page.getByRole('article', { name: 'an old contract' });
  await expect(mine).toContainText('Mine');
  await expect(mine).toContainText(/Guo Tingting was asked/);

  const guide = await browser.newContext({ viewport: { width: 1024, height: 768 }, locale: 'en-GB' });
  await signInAs(guide, server.url, 'guide');
  const desk = await guide.newPage();
  await desk.goto(`${server.url}/desk/demo/enquiries`);
  await desk.getByRole('article', { name: 'an old contract' }).getByRole('button', { name: 'I take it' }).click();
  await expect(mine).toContainText(/Guo Tingting owns it/);
  await desk.getByRole('article', { name: 'an old contract' }).getByRole('button', { name: 'Answered' }).click();
  await expect(mine).toHaveCount(0);
  await guide.close();
});

test('a question that is open becomes its customer’s number in one tap', async ({ page, context, server }) => {
  const question = 'The line in the new flat';
  await post(context, server.url, '/halls/demo/enquiries', {
    topic: 'broadband',
    question,
    customer: { name: 'Zhao Min', phone: '13900000001' },
  });
  const floor = new FloorPhonePage(page, server.url);
  await floor.open();
  await floor.show('Enquiries');
  const card = page.getByRole('article', { name: question });
  await floor.tap(card.getByRole('button', { name: 'Number for Home broadband' }));
  expect(floor.taps).toBe(1);
  await expect(card).toHaveCount(0);
  await expect(floor.message).toContainText(/C\d{3} issued/);
  const { items } = await (await context.request.get(`${server.url}/api/v1/halls/demo/enquiries?state=closed`)).json();
  const { ticketId } = items.find((one: { question: string | null }) => one.question === question);
  const ticket = await (await context.request.get(`${server.url}/api/v1/tickets/${ticketId}`)).json();
  expect(ticket).toMatchObject({
    serviceCode: 'broadband',
    status: 'waiting',
    customer: { name: 'Zhao Min', phone: '13900000001' },
  });
});

test('a question that an article answers becomes a number in three taps', async ({ page, server }) => {
  const floor = new FloorPhonePage(page, server.url);
  await floor.open();
  await floor.show('Enquiries');
  await floor.tap(page.getByRole('searchbox'));
  await floor.ask('手机卡丢了要带什么');
  await floor.tap(floor.answer('Replace a lost or damaged SIM'));
  await floor.tap(page.getByRole('button', { name: 'Number for New number and SIM' }));
  expect(floor.taps).toBe(3);
  await expect(page.getByText('The number is')).toBeVisible();
  // Of the service that the article is about.
  await expect(page.getByText(/^B\d{3}$/).first()).toBeVisible();
});

test('a customer who wants to leave: the real reason, an offer, the decision', async ({ page, server }) => {
  await page.goto(`${server.url}/desk/demo/enquiries`);
  await page.getByRole('button', { name: 'Leaving us' }).click();
  await page.getByRole('button', { name: 'Wants to leave us' }).click();
  await page.getByRole('button', { name: 'Stays', exact: true }).click();
  await expect(page.getByText('Choose a reason.')).toBeVisible();
  await page.getByRole('button', { name: 'Too expensive' }).click();
  await page.getByLabel('What was offered').fill('8 yuan plan');
  await page.getByRole('button', { name: 'Thinks about it' }).click();
  const open = page.getByRole('article', { name: 'Leaving us' });
  await expect(open).toContainText('Too expensive · 8 yuan plan');
  await open.getByRole('button', { name: 'Note the decision' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stays', exact: true }).click();
  await expect(open).toHaveCount(0);
});

test('a trial takes three taps, an order that came later one, a fault is on other screens at once', async ({
  page,
  context,
  server,
}) => {
  const guide = await context.newPage();
  await guide.goto(`${server.url}/desk/demo/enquiries`);
  await guide.waitForLoadState('networkidle');
  const floor = new FloorPhonePage(page, server.url);
  await page.goto(`${server.url}/desk/demo/experience`);
  const station = page.getByRole('article', { name: 'VR glasses' });
  await floor.tap(station.getByRole('button', { name: 'Record a trial' }));
  await floor.tap(page.getByRole('dialog').getByRole('button', { name: 'Very', exact: true }));
  await floor.tap(page.getByRole('dialog').getByRole('button', { name: 'Note it' }));
  await expect(station).toContainText('To be made ready');
  expect(floor.taps).toBe(3);
  // He comes back and orders it: one tap more, and it cannot be noted twice.
  const ordered = page.getByRole('listitem').filter({ hasText: 'VR glasses' }).filter({ hasText: 'Ma Jun' });
  await floor.tap(ordered.getByRole('button', { name: /^VR glasses, .*: ordered after all$/ }));
  await expect(ordered.getByText('Ordered', { exact: true })).toBeVisible();
  await expect(ordered.getByRole('button')).toHaveCount(0);
  expect(floor.taps).toBe(4);
  await station.getByRole('button', { name: 'Ready again' }).click();
  await expect(station).toContainText('Ready');
  await station.getByRole('button', { name: 'Out of order' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Screen stays dark' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Out of order' }).click();
  await expect(guide.getByText('VR glasses is out of order: Screen stays dark')).toBeVisible();
  await station.getByRole('button', { name: 'Works again' }).click();
  await expect(guide.getByText('VR glasses is out of order')).toHaveCount(0);
});

test('a manager publishes a new version; staff find it, and the old one stays readable', async ({
  page,
  context,
  server,
}) => {
  await signInAs(context, server.url, 'manager');
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(`${server.url}/manage/demo/knowledge`);
  await page.getByRole('link', { name: 'Get an invoice' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Get an invoice by zeppelin');
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('heading', { name: 'Get an invoice by zeppelin' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Version 1' })).toBeVisible();
  await page.goto(`${server.url}/desk/demo/enquiries`);
  await page.getByRole('searchbox').pressSequentially('zeppe');
  await expect(page.getByRole('list', { name: 'Answers' }).getByRole('button')).toHaveCount(1);
});

test('whoever waits longest is proposed while a station stands idle', async ({ page, context, server }) => {
  const waiting: string[] = [];
  for (let i = 0; i < 4; i++)
    waiting.push(
      (await post<{ number: string }>(context, server.url, '/halls/demo/tickets', { serviceCode: 'business' })).number,
    );
  await signInAs(context, server.url, 'clerk12');
  const counters = await context.request.get(`${server.url}/api/v1/halls/demo/counters`);
  const { items } = (await counters.json()) as { items: { id: string; number: number }[] };
  await post(context, server.url, `/counters/${items.find(({ number }) => number === 12)?.id}/open`);
  await signInAs(context, server.url, 'floor');
  const floor = new FloorPhonePage(page, server.url);
  await floor.open();
  await floor.show('Approached');
  const invite = page.getByRole('region', { name: 'Invite somebody who waits' });
  await invite.getByRole('button', { name: `${waiting.at(-1)} comes` }).click();
  await expect(invite.getByText(waiting.at(-1) ?? '')).toHaveCount(0);
});

for (const locale of ['zh-CN', 'en', 'es']) {
  test(`is free of findings in ${locale}`, async ({ page, context, server }) => {
    await speak(page, server.url, locale);
    const check = async () => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.goto(`${server.url}/desk/demo/floor`);
    for (const tab of [2, 3, 4]) {
      await page.getByRole('navigation').last().getByRole('button').nth(tab).click();
      await page.waitForLoadState('networkidle');
      await check();
    }
    await page.goto(`${server.url}/desk/demo/enquiries`);
    await page.getByRole('searchbox').fill('5G');
    await expect(page.getByRole('listitem').first()).toBeVisible();
    await check();
    await page.goto(`${server.url}/desk/demo/experience`);
    await page.getByRole('article').first().getByRole('button').first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await check();
    await signInAs(context, server.url, 'manager');
    await page.goto(`${server.url}/manage/demo/knowledge`);
    await check();
    await page.getByRole('row').nth(1).getByRole('link').click();
    await expect(page.getByRole('tab').first()).toBeVisible();
    await check();
  });
}
