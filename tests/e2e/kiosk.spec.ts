import type { Page } from '@playwright/test';
import { AxeBuilder } from '@/tests/support/axe-builder';
import { expect } from '@/tests/support/e2e-test';
import { type Lobby, test as lobbyTest } from '@/tests/support/lobby-test';

// By names and roles only: what somebody hears of it who cannot see the screen.
const test = lobbyTest.extend<{ kiosk: Page }>({
  viewport: { width: 1080, height: 1920 },
  locale: 'en',
  scene: { waiting: 4, counters: 3, languages: ['zh-CN', 'en', 'es'] },
  kiosk: async ({ page, lobby }, use) => {
    await page.clock.install();
    const code = await pairingCode(lobby);
    await page.goto(`${lobby.server.url}/screens/lobby/kiosk?pair=${code}`);
    await expect(page.getByRole('button', { name: 'English' })).toBeVisible();
    await use(page);
  },
});

async function pairingCode({ server, managerKey }: Lobby): Promise<string> {
  const answer = await fetch(`${server.url}/api/v1/halls/lobby/screens`, {
    method: 'POST',
    headers: { authorization: `Bearer ${managerKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'kiosk', name: 'Entrance' }),
  });
  return ((await answer.json()) as { code: string }).code;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

// Each test starts a server of its own.
test.describe.configure({ timeout: 180_000 });

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
    await clean(`${language}: number`);
    // 64 px: what a finger finds without looking closely.
    for (const one of await kiosk.getByRole('button').all())
      expect((await one.boundingBox())?.height, `${await one.textContent()}`).toBeGreaterThanOrEqual(64);
    await button(kiosk, word.done).click();
  }
});
