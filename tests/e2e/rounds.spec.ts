import type { BrowserContext } from '@playwright/test';
import { DEFAULT_ROUNDS } from '@/lib/rounds/default-rounds';
import { noonZone } from '@/tests/factories/noon-zone';
import { AxeBuilder } from '@/tests/support/axe-builder';
import { countTaps } from '@/tests/support/count-taps';
import { expect, test } from '@/tests/support/e2e-test';
import { post, signInAs, speak } from './pages/staff-session';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

const PASSWORD = 'eight letters';
const names = (en: string) => ({ 'zh-CN': en, en, es: en });
/** One pixel. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface Crew {
  slug: string;
  lead: string;
  guide: string;
}

/** A hall of its own that opens by its signed check and closes for a minute at midnight, with a shift lead and a guide. */
async function makeHall(admin: BrowserContext, server: string, slug: string): Promise<Crew> {
  await signInAs(admin, server, 'admin');
  const { id } = await post<{ id: string }>(admin, server, '/halls', {
    slug,
    names: names(`Hall ${slug}`),
    timeZone: noonZone(),
    weeklyHours: Array.from({ length: 7 }, () => [{ opens: '00:00', closes: '23:59' }]),
    services: [{ code: 'cards', letter: 'A', names: names('Cards') }],
    counters: [{ number: 1, serviceCodes: ['cards'] }],
    rounds: DEFAULT_ROUNDS,
  });
  const person = async (role: string) => {
    const username = `${role.toLowerCase()}-${slug}`;
    await post(admin, server, '/staff', {
      username,
      name: `${role} Wang`,
      password: PASSWORD,
      roles: [{ hallId: id, role }],
    });
    return username;
  };
  return { slug, lead: await person('shiftLead'), guide: await person('guide') };
}

async function signIn(context: BrowserContext, server: string, username: string): Promise<void> {
  await context.clearCookies();
  const answer = await context.request.post(`${server}/api/v1/session`, { data: { username, password: PASSWORD } });
  expect(answer.status()).toBe(201);
}

test('the shift lead signs the check on a phone; what is wrong becomes a task, and the hall is open', async ({
  page,
  context,
  browser,
  server,
}) => {
  const crew = await makeHall(context, server.url, 'north');
  await signIn(context, server.url, crew.lead);
  const board = await context.newPage();
  await board.goto(`/manage/${crew.slug}/live`);
  await expect(board.getByText('Not open yet: the check before opening is not signed')).toBeVisible();

  // The clock of this phone is wrong; what is put right within two hours is put right by the clock of the hall.
  await page.clock.install({ time: Date.now() - 3 * 3_600_000 });
  await page.goto(`/desk/${crew.slug}/rounds`);
  const state = page.getByRole('region', { name: 'Is the hall open' });
  await expect(state).toContainText('Closed');
  await expect(state).toContainText('The check before opening is not signed');
  await page.getByRole('button', { name: 'Start: Check before opening' }).click();

  const sign = page.getByRole('button', { name: 'Sign as shiftLead Wang' });
  await sign.click();
  await expect(page.getByText('Not answered yet').first()).toBeVisible();
  await page.getByRole('button', { name: /^Not OK: Floor, seats/ }).click();
  await page.getByLabel('What is wrong').fill('Water under the seats');
  await page
    .getByLabel(/^Photograph: Floor, seats/)
    .setInputFiles({ name: 'floor.png', mimeType: 'image/png', buffer: PHOTO });
  await expect(page.getByRole('img', { name: /photograph 1$/ })).toBeVisible();
  // A phone forgets the page that was left; what was ticked is still there.
  await page.reload();
  await page.getByRole('button', { name: 'Start: Check before opening' }).click();
  await expect(page.getByLabel('What is wrong')).toHaveValue('Water under the seats');
  let taps = 2;
  for (const button of await page.getByRole('button', { name: /^OK: / }).all()) {
    if ((await button.getAttribute('aria-label'))?.includes('Floor, seats')) continue;
    await button.click();
    taps += 1;
  }
  await sign.click();
  expect(taps).toBe(9);

  await expect(state).toContainText('Open by the signed check');
  await expect(state).toContainText('shiftLead Wang');
  const task = page
    .getByRole('region', { name: /^Floor, seats/ })
    .or(page.getByRole('listitem').filter({ hasText: 'Water under the seats' }));
  await expect(task.first()).toContainText('Water under the seats');
  const photo = task.first().getByRole('img');
  await expect(photo).toBeVisible();
  const address = (await photo.getAttribute('src')) ?? '';
  const picture = await context.request.get(address);
  expect(picture.headers()['content-type']).toBe('image/jpeg');
  expect(picture.headers()['x-content-type-options']).toBe('nosniff');

  await expect(board.getByText('Not open yet', { exact: false })).toHaveCount(0);
  await expect(board.getByText('Open', { exact: true })).toBeVisible();
  await board.goto('/');
  await expect(board.getByText('Open', { exact: true }).first()).toBeVisible();

  // Nobody else sees the picture: not a stranger, not somebody of another hall.
  const other = await browser.newContext();
  expect((await other.request.get(server.url + address)).status()).toBe(401);
  await signInAs(other, server.url, 'guide');
  expect((await other.request.get(server.url + address)).status()).toBe(404);
  await other.close();

  await page.getByRole('button', { name: /^Done: Floor, seats/ }).click();
  await page.getByRole('button', { name: /^It is right: Floor, seats/ }).click();
  await expect(page.getByText('Nothing to put right')).toBeVisible();

  await page.goto(`/manage/${crew.slug}/rounds`);
  await expect(page.getByText('1 of 8 not in order')).toBeVisible();
  await expect(page.getByText('shiftLead Wang: settled')).toBeVisible();
});

test('the shift lead opens in two taps, closes and opens again; the guide is told why', async ({
  page,
  context,
  browser,
  server,
}) => {
  const crew = await makeHall(context, server.url, 'south');
  await signIn(context, server.url, crew.lead);
  const guide = await browser.newContext({ viewport: { width: 1024, height: 768 } });
  await signIn(guide, server.url, crew.guide);
  const desk = await guide.newPage();
  await desk.goto(`${server.url}/desk/${crew.slug}/guide`);
  await expect(desk.getByText('Not open yet: the check before opening is not signed')).toBeVisible();

  await page.goto(`/desk/${crew.slug}/rounds`);
  const state = page.getByRole('region', { name: 'Is the hall open' });
  const taps = await countTaps(page);
  await state.getByRole('button', { name: 'Open' }).click();
  await page.getByRole('button', { name: 'The check follows' }).click();
  await expect(state).toContainText('Opened by the shift lead');
  expect(await taps()).toBe(2);
  await expect(desk.getByText('Not open yet', { exact: false })).toHaveCount(0);

  await state.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Power cut' }).click();
  await expect(state).toContainText('Closed by the shift lead');
  expect(await taps()).toBe(2);
  await expect(desk.getByText('Closed by the shift lead')).toBeVisible();
  await state.getByRole('button', { name: 'Open' }).click();
  await page.getByRole('button', { name: 'All is well again' }).click();
  await expect(state).toContainText('Opened by the shift lead');

  // The guide walks rounds, and does not sign the check.
  await desk.goto(`${server.url}/desk/${crew.slug}/rounds`);
  await expect(desk.getByRole('button', { name: 'Start: Round of the hall' })).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Start: Check before opening' })).toHaveCount(0);
  await expect(desk.getByText('Signed by the shift lead')).toBeVisible();
  await guide.close();
});

test('the manager changes what is looked at', async ({ page, context, server }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await signInAs(context, server.url, 'manager');
  await page.goto('/manage/demo/rounds');
  await page.getByRole('button', { name: 'Change Round of the hall' }).click();
  await page.getByRole('button', { name: 'Add an item' }).click();
  const last = page.getByRole('group', { name: 'Item 7' });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Please check the marked fields.')).toBeVisible();
  for (const language of ['Chinese', 'English', 'Spanish'])
    await last.getByRole('textbox', { name: language }).fill(`Water dispenser ${language}`);
  await last.getByRole('combobox', { name: 'Zone' }).selectOption({ label: 'Self-service' });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('every 120 minutes · 7 items')).toBeVisible();
});

for (const locale of ['zh-CN', 'en', 'es']) {
  test(`is free of findings in ${locale}`, async ({ page, context, server }) => {
    await signInAs(context, server.url, 'lead');
    await speak(page, server.url, locale);
    const check = async () => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.goto('/desk/demo/rounds');
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
    await check();
    await page.getByRole('main').getByRole('listitem').first().getByRole('button').click();
    await page.getByRole('listitem').first().getByRole('button').nth(1).click();
    await expect(page.getByRole('textbox')).toBeVisible();
    await check();
    await page.goto('/manage/demo/rounds');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await check();
  });
}
