import type { Page } from '@playwright/test';
import { AxeBuilder } from '@/tests/support/axe-builder';
import { countTaps } from '@/tests/support/count-taps';
import { expect } from '@/tests/support/e2e-test';
import { type Lobby, test as lobbyTest } from '@/tests/support/lobby-test';
import { KioskDevice } from './pages/kiosk-device';

// By names and roles only: what somebody hears of it who cannot see the screen.
const test = lobbyTest.extend<{ device: KioskDevice; kiosk: Page }>({
  viewport: { width: 1080, height: 1920 },
  locale: 'en',
  scene: { waiting: 4, counters: 3, languages: ['zh-CN', 'en', 'es'] },
  device: async ({ page, lobby }, use) => {
    await page.clock.install();
    const device = new KioskDevice(page, lobby.server.url, 'lobby');
    await device.pair(await pairingCode(lobby));
    await use(device);
  },
  kiosk: async ({ device }, use) => use(device.page),
});

async function pairingCode({ server, managerKey }: Lobby): Promise<string> {
  const answer = await fetch(`${server.url}/api/v1/halls/lobby/screens`, {
    method: 'POST',
    headers: { authorization: `Bearer ${managerKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'kiosk', name: 'Entrance' }),
  });
  return ((await answer.json()) as { code: string }).code;
}

/** Numbers that kiosks gave to whoever waits now. */
async function kioskNumbers({ get, managerKey }: Lobby): Promise<string[]> {
  const queue = await get<{ waiting: { number: string; channel: string }[] }>(managerKey, '/halls/lobby/queue');
  return queue.waiting.filter(({ channel }) => channel === 'kiosk').map(({ number }) => number);
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test.describe('somebody who has a number already', () => {
  test.use({ scene: { waiting: 4, counters: 3, languages: ['zh-CN', 'en', 'es'], remoteTickets: true } });

  test('a code that is held under the scanner checks in, in three taps', async ({ kiosk, lobby }) => {
    const taken = await fetch(`${lobby.server.url}/api/v1/halls/lobby/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ serviceCode: 'home', channel: 'phone' }),
    });
    const { number, token } = (await taken.json()) as { number: string; token: string };
    const taps = await countTaps(kiosk);
    await button(kiosk, 'English').click();
    await button(kiosk, 'I have a number already').click();
    await expect(kiosk.getByRole('textbox')).toBeFocused();
    await kiosk.keyboard.type(`${lobby.server.url}/t/${token}`);
    await kiosk.keyboard.press('Enter');
    await expect(kiosk.getByText(number).first()).toBeVisible();
    await button(kiosk, /^I am here/).click();
    await expect(button(kiosk, /^I am here/)).toHaveCount(0);
    expect(await taps()).toBe(3);
  });
});

test('accessible at each step in three languages', async ({ kiosk }) => {
  const clean = async (what: string) =>
    expect((await new AxeBuilder({ page: kiosk }).analyze()).violations, what).toEqual([]);
  const words = {
    中文: {
      service: /^家庭宽带/,
      take: '取号',
      done: '完成',
      code: '我已有号码',
      restart: /^重新开始/,
      contrast: '高对比度',
    },
    English: {
      service: /^Home broadband/,
      take: 'Take a number',
      done: 'Done',
      code: 'I have a number already',
      restart: /^Start over/,
      contrast: 'High contrast',
    },
    Español: {
      service: /^Internet en casa/,
      take: 'Tomar número',
      done: 'Listo',
      code: 'Ya tengo un número',
      restart: /^Empezar de nuevo/,
      contrast: 'Alto contraste',
    },
  };
  await clean('start');
  const taps = await countTaps(kiosk);
  for (const [language, word] of Object.entries(words)) {
    await button(kiosk, language).click();
    if (language === 'English') {
      await clean('services');
      await button(kiosk, word.code).click();
      await clean('code');
      await button(kiosk, word.restart).click();
      await button(kiosk, language).click();
      await button(kiosk, word.contrast).click();
    }
    await button(kiosk, word.service).click();
    await clean(`${language}: before the number`);
    await button(kiosk, word.take).click();
    await expect(button(kiosk, word.done)).toBeVisible();
    const tapped = await taps();
    if (language === '中文') expect(tapped).toBe(3);
    await clean(`${language}: number`);
    // 64 px: what a finger finds without looking closely.
    for (const one of await kiosk.getByRole('button').all())
      expect((await one.boundingBox())?.height, `${await one.textContent()}`).toBeGreaterThanOrEqual(64);
    await button(kiosk, word.done).click();
  }
});

test('before a language is chosen the comforts are named in each of them', async ({ kiosk }) => {
  const names = { 'zh-CN': ['大字', '高对比度', '语音朗读'], en: ['Large type', 'High contrast', 'Read aloud'] };
  const comforts = kiosk.getByRole('group').filter({ has: button(kiosk, /Large type/) });
  for (const [language, words] of Object.entries({
    ...names,
    es: ['Letra grande', 'Alto contraste', 'Leer en voz alta'],
  }))
    for (const word of words)
      await expect(comforts.locator(`button [lang="${language}"]`).filter({ hasText: word })).toBeVisible();
  for (const way of ['需要帮助，请找工作人员', 'Our staff will gladly help you'])
    await expect(kiosk.getByText(way)).toBeVisible();
  // Large type holds for who chose it, and what he reads is in his language alone from then on.
  await button(kiosk, /Letra grande/).click();
  const page = await kiosk.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  expect(page, 'nothing runs over the screen').toBeLessThanOrEqual(0);
  for (const one of await comforts.getByRole('button').all()) await expect(one).toBeInViewport({ ratio: 1 });
  await button(kiosk, 'Español').click();
  await expect(button(kiosk, 'Letra grande')).toHaveAttribute('aria-pressed', 'true');
  await expect(kiosk.getByText('大字')).toHaveCount(0);
});

const tickets = '**/api/v1/halls/lobby/tickets';

test('by keyboard alone: language, service, needs, number, and nothing left for the next', async ({
  device,
  kiosk,
  lobby,
}) => {
  await device.at(/Welcome\. Please choose your language\./);
  await device.press('Español');
  await device.at('¿Qué podemos hacer por usted?');
  await expect(kiosk.getByRole('main')).toHaveAttribute('lang', 'es');
  await device.press('Atrás');
  await device.choose(/^Home broadband/);
  await expect(kiosk.getByText(/^1 waiting/)).toBeVisible();
  const needs = kiosk.getByRole('group', { name: 'Would you like help with something?' });
  const need = needs.getByRole('button', { name: 'Elderly' });
  await device.press('Elderly', ' ');
  await expect(need).toHaveAttribute('aria-pressed', 'true');
  await device.press('Large type', ' ');
  await device.press('Take a number');
  const number = await device.number();
  expect(number).toMatch(/^C\d{3}$/);
  expect(await kioskNumbers(lobby)).toEqual([number]);
  await device.press('Done');

  await device.at(/Welcome/);
  await device.choose(/^Home broadband/);
  await expect(device.button('Large type')).toHaveAttribute('aria-pressed', 'false');
  await expect(need).toHaveAttribute('aria-pressed', 'false');
});

test('asks whether anybody is there, goes on by a key, and begins anew when nobody answers', async ({
  device,
  kiosk,
  lobby,
}) => {
  await device.choose(/^Home broadband/);
  const question = kiosk.getByRole('dialog', { name: 'Are you still there?' });
  const more = question.getByRole('button', { name: 'I need more time' });
  await kiosk.clock.runFor(40_000);
  await expect(question).toBeHidden();
  await kiosk.clock.runFor(8_000);
  await expect(more).toBeFocused();
  await expect(question).toHaveAccessibleDescription(/starts over/);
  await kiosk.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(device.heading).toHaveAccessibleName('Home broadband');

  await kiosk.clock.runFor(48_000);
  await expect(more).toBeFocused();
  await kiosk.keyboard.press('Enter');
  await expect(question).toBeHidden();
  await expect(device.heading).toHaveAccessibleName('Home broadband');

  // Whoever presses a key is there: no question within a minute of it.
  await kiosk.clock.runFor(40_000);
  await kiosk.keyboard.press('Tab');
  await kiosk.clock.runFor(40_000);
  await expect(question).toBeHidden();

  // Answered with no, and heard: the next one begins at the heading of the start.
  await kiosk.clock.runFor(8_000);
  await expect(more).toBeFocused();
  await expect(device.status).toHaveCount(0);
  await kiosk.keyboard.press('Tab');
  await kiosk.keyboard.press('Enter');
  await expect(question).toBeHidden();
  await device.at(/Welcome/);

  await device.choose(/^Home broadband/);
  await kiosk.clock.runFor(61_000);
  await expect(question).toBeHidden();
  await device.at(/Welcome/);
  expect(await kioskNumbers(lobby)).toEqual([]);
});

test('an answer that was lost on its way gives one number, not two', async ({ device, kiosk, lobby, complaints }) => {
  let given = 0;
  await kiosk.route(tickets, async (route) => {
    const answer = await route.fetch();
    given += answer.status() === 201 ? 1 : 0;
    await route.abort('connectionreset');
  });
  await device.choose(/^Home broadband/);
  await device.press('Take a number');
  await expect(device.alert).toHaveText(/you will get one number only/);
  expect(given).toBeGreaterThan(0);
  const [only, ...others] = await kioskNumbers(lobby);
  expect(others).toEqual([]);

  await kiosk.unroute(tickets);
  // Where the focus was: the button that was pressed has only changed its words.
  await expect(device.button('Try again')).toBeFocused();
  await device.press('Try again');
  expect(await device.number()).toBe(only);
  expect(await kioskNumbers(lobby)).toEqual([only]);

  // The next customer who wishes the same is another customer.
  await device.press('Done');
  await device.choose(/^Home broadband/);
  await device.press('Take a number');
  const next = await device.number();
  expect(await kioskNumbers(lobby)).toEqual([only, next]);
  for (const complaint of complaints.splice(0)) expect(complaint).toContain('ERR_CONNECTION_RESET');
});

test('says that the server is gone, is right again by itself, and gives numbers again', async ({
  device,
  kiosk,
  lobby,
  complaints,
}) => {
  await device.choose(/^Home broadband/);
  await lobby.server.kill();
  await kiosk.clock.runFor(20_000);
  await expect(kiosk.getByRole('status').filter({ hasText: 'connection' })).toBeVisible();
  await device.press('Take a number');
  await kiosk.clock.runFor(2_000);
  await expect(device.alert).toHaveText(/you will get one number only/);
  await device.press(/^Start over/);
  const resting = device.alert;
  await expect(resting).toContainText('No numbers here at the moment. Please ask our staff.');
  await expect(resting).toContainText('Ahora no se dan números aquí.');
  await expect(device.button('English')).toBeHidden();

  await lobby.restart();
  await kiosk.clock.runFor(5_000);
  await device.at(/Welcome/);
  await expect(resting).toBeHidden();
  await device.choose(/^Home broadband/);
  await device.press('Take a number');
  const number = await device.number();
  expect(await kioskNumbers(lobby)).toEqual([number]);
  for (const complaint of complaints.splice(0)) expect(complaint).toMatch(/ERR_CONNECTION|WebSocket/);
});
