import type { LobbyScene } from '@/tests/factories/lobby-scene';
import { AxeBuilder } from '@/tests/support/axe-builder';
import { expect } from '@/tests/support/e2e-test';
import { LiveClient } from '@/tests/support/live-client';
import { callNext, type Lobby, openCounters, test } from '@/tests/support/lobby-test';

/** What is heard for a call in full, in a hall that speaks Chinese (by clips) and English (by a voice). */
function fullCall(number: string, counter: number): string[] {
  const [letter = '', ...digits] = number;
  const clips = [`letter-${letter.toLowerCase()}`, ...digits.map((digit) => `digit-${digit}`)];
  const counted = counter === 1 ? 'number-1' : `digit-${counter}`;
  return [
    'chime',
    `clips please ${clips.join(' ')} number-to ${counted} counter`,
    `say Ticket ${letter} ${digits.join(' ')}, please go to counter ${counter}`,
  ];
}

/** What the board says must be announced, in order. */
async function announcedOrder(lobby: Lobby): Promise<{ number: string; counterNumber: number }[]> {
  const board = await lobby.get<{ announcements: { seq: number; number: string; counterNumber: number }[] }>(
    lobby.managerKey,
    '/halls/lobby/board',
  );
  return board.announcements.sort((a, b) => a.seq - b.seq);
}

test.describe('calls', () => {
  test('of the same second are announced once each and in order; a recall rings again', async ({
    lobby,
    display,
    heard,
  }) => {
    await openCounters(lobby);
    await display.open();
    const called = await Promise.all([callNext(lobby, 0), callNext(lobby, 1), callNext(lobby, 2)]);
    const inOrder = (await announcedOrder(lobby)).flatMap(({ number, counterNumber }) =>
      fullCall(number, counterNumber),
    );
    expect(inOrder).toHaveLength(9);
    await expect.poll(() => heard, { timeout: 45_000 }).toEqual(inOrder);

    await lobby.post(lobby.counters[1]!.key, `/tickets/${called[1]!.id}/recall`);
    await expect(display.newest).toContainText(called[1]!.number);
    await expect(display.newest).toContainText('Called again');
    await expect.poll(() => heard, { timeout: 45_000 }).toEqual([...inOrder, ...fullCall(called[1]!.number, 2)]);
  });

  test('are not announced again after a reload', async ({ page, lobby, display, heard }) => {
    await openCounters(lobby);
    await display.open();
    const first = await callNext(lobby, 0);
    await expect.poll(() => heard, { timeout: 45_000 }).toEqual(fullCall(first.number, 1));
    await page.reload();
    await expect(display.newest).toContainText(first.number);
    const second = await callNext(lobby, 1);
    await expect
      .poll(() => heard, { timeout: 45_000 })
      .toEqual([...fullCall(first.number, 1), ...fullCall(second.number, 2)]);
  });

  test('survive a power cut of the server: the screen says that it is old, heals, and says nothing twice', async ({
    page,
    lobby,
    display,
    heard,
    complaints,
  }) => {
    await openCounters(lobby);
    await display.open();
    const first = await callNext(lobby, 0);
    await expect.poll(() => heard, { timeout: 45_000 }).toEqual(fullCall(first.number, 1));
    await lobby.server.kill();
    await expect(display.oldDataWarning).toBeVisible({ timeout: 25_000 });
    await expect(display.newest).toContainText(first.number);

    await lobby.restart();
    await expect(display.oldDataWarning).toBeHidden();
    const second = await callNext(lobby, 1);
    await expect(display.newest).toContainText(second.number);
    await expect
      .poll(() => heard, { timeout: 45_000 })
      .toEqual([...fullCall(first.number, 1), ...fullCall(second.number, 2)]);
    // What the browser itself says about a server that is away.
    await page.close();
    for (const complaint of complaints.splice(0)) expect(complaint).toMatch(/WebSocket|ERR_CONNECTION|Failed to fetch/);
  });

  test('are acknowledged by a paired display: what was shown and what was spoken', async ({
    lobby,
    display,
    heard,
  }) => {
    await openCounters(lobby);
    await display.open();
    await expect(display.unpaired).toBeVisible();
    await display.open(`?pair=${lobby.pairingCode}`);
    await expect(display.unpaired).toBeHidden();
    const called = await callNext(lobby, 0);
    await expect.poll(() => heard, { timeout: 45_000 }).toEqual(fullCall(called.number, 1));
    // What the clerk sees at the counter.
    const { id, key } = lobby.counters[0]!;
    const desk = new LiveClient(Number(new URL(lobby.server.url).port), `Bearer ${key}`);
    await desk.connected();
    const announced = async () => {
      const answer = await desk.watch('lobby', `counter:${id}`);
      return answer.ok ? (answer.data as { ticket: { announced: object } }).ticket.announced : answer.code;
    };
    await expect.poll(announced).toEqual({ shownAt: expect.any(String), spokenAt: expect.any(String) });
    desk.socket.disconnect();
  });
});

const scenes: Record<string, LobbyScene> = {
  'nobody, Chinese': { waiting: 0, languages: ['zh-CN'] },
  'five waiting, English and Chinese': { waiting: 5, called: 2, serving: 3, languages: ['en', 'zh-CN'] },
  'eighty waiting past the limit, Spanish': {
    waiting: 80,
    called: 7,
    serving: 5,
    waitedSeconds: 700,
    languages: ['es'],
  },
  'eighty waiting, three languages': { waiting: 80, called: 11, serving: 1, languages: ['zh-CN', 'en', 'es'] },
  '24 counters calling, three languages': {
    waiting: 80,
    called: 24,
    waitedSeconds: 700,
    languages: ['es', 'en', 'zh-CN'],
  },
};

for (const [name, scene] of Object.entries(scenes)) {
  test.describe(name, () => {
    test.use({ scene });

    test('fits the screen, is large enough and has no findings', async ({ page, lobby, display }) => {
      await display.open();
      if (scene.waitedSeconds) await expect(page.locator('#over-limit')).toBeVisible();
      const numbers = scene.called ?? 0;
      await expect(page.getByRole('main')).toContainText(numbers > 0 ? /[A-F]00\d/ : '请在此留意叫号');
      expect(await display.outside()).toEqual([]);
      const digits = await display.calledDigits();
      expect(digits.length).toBeGreaterThanOrEqual(numbers);
      for (const size of digits) expect(size).toBeGreaterThanOrEqual(120);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      expect(lobby.counters.length).toBeGreaterThan(0);
    });
  });
}
