import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Announcer, type AnnouncerParts } from '@/components/display/announcer';
import type { CallToAnnounce } from '@/lib/announcements/announcement-queue';

const start = Date.parse('2026-03-02T02:00:00.000Z');

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});

afterEach(() => {
  vi.useRealTimers();
});

function buildCall(seq: number, overrides: Partial<CallToAnnounce> = {}): CallToAnnounce {
  const at = new Date(Date.now()).toISOString();
  return { id: `call-${seq}`, seq, number: `A00${seq}`, counterNumber: seq, kind: 'call', at, ...overrides };
}

/** An announcer with a loudspeaker that writes down what it is given; `say` may be another one. */
function buildAnnouncer(overrides: Partial<AnnouncerParts['sound']> = {}, kept: string | null = null) {
  const heard: string[] = [];
  const announced: [string, boolean][] = [];
  let memory = kept;
  const announcer = new Announcer({
    sound: {
      chime: async () => {
        heard.push('chime');
        return true;
      },
      say: async ({ text }, locale) => {
        heard.push(`${locale} ${text}`);
        await new Promise((resolve) => setTimeout(resolve, 3_000));
        return true;
      },
      silence: () => heard.push('silence'),
      ...overrides,
    },
    memory: {
      read: () => memory,
      write: (mark) => {
        memory = mark;
      },
    },
    now: () => Date.now(),
    onCurrent: () => undefined,
    onAnnounced: (call, spoken) => announced.push([call.id, spoken]),
  });
  return { announcer, heard, announced, memory: () => memory };
}

it('rings and speaks in every language of the hall, in their order', async () => {
  const { announcer, heard, announced } = buildAnnouncer();
  announcer.update([buildCall(1)], ['zh-CN', 'en']);
  await vi.advanceTimersByTimeAsync(7_000);
  expect(heard).toEqual(['chime', 'zh-CN 请 A 零 零 幺 号到 1 号窗口', 'en Ticket A 0 0 1, please go to counter 1']);
  expect(announced).toEqual([['call-1', true]]);
  expect(announcer.idle()).toBe(true);
});

it('speaks calls of the same second one after the other, each once', async () => {
  const { announcer, announced, heard } = buildAnnouncer();
  const calls = [buildCall(1), buildCall(2), buildCall(3)];
  for (let i = 0; i < 5; i++) announcer.update(calls, ['en']);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(announced.map(([id]) => id)).toEqual(['call-1', 'call-2', 'call-3']);
  expect(heard.filter((what) => what.startsWith('en'))).toHaveLength(3);
});

it('goes on after a loudspeaker that throws', async () => {
  const say = vi.fn().mockRejectedValueOnce(new Error('broken')).mockResolvedValue(true);
  const { announcer, announced } = buildAnnouncer({ say, chime: () => Promise.reject(new Error('broken')) });
  announcer.update([buildCall(1), buildCall(2)], ['en']);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(announced).toEqual([
    ['call-1', false],
    ['call-2', true],
  ]);
});

it('goes on after a loudspeaker that never ends', async () => {
  const say = vi
    .fn()
    .mockReturnValueOnce(new Promise(() => undefined))
    .mockResolvedValue(true);
  const { announcer, announced, heard } = buildAnnouncer({ say });
  announcer.update([buildCall(1)], ['en']);
  await vi.advanceTimersByTimeAsync(59_000);
  announcer.update([buildCall(2)], ['en']);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(announced).toEqual([
    ['call-1', false],
    ['call-2', true],
  ]);
  expect(heard).toContain('silence');
});

it('begins no call again after a reload, and goes on with the next', async () => {
  const first = buildAnnouncer();
  const calls = [buildCall(1), buildCall(2)];
  first.announcer.update(calls, ['en']);
  await vi.advanceTimersByTimeAsync(1_000);
  first.announcer.stop();
  const second = buildAnnouncer({}, first.memory());
  second.announcer.update(calls, ['en']);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(first.announced).toEqual([]);
  expect(second.announced).toEqual([['call-2', true]]);
});

it('is brief while many wait for their turn, and full again for the last of them', async () => {
  const { announcer, heard, announced } = buildAnnouncer();
  announcer.update(
    Array.from({ length: 8 }, (_, i) => buildCall(i + 1)),
    ['zh-CN', 'en', 'es'],
  );
  await vi.advanceTimersByTimeAsync(120_000);
  expect(announced).toHaveLength(8);
  expect(heard[0]).toMatch(/^zh-CN/);
  expect(heard.filter((what) => what.startsWith('zh-CN'))).toHaveLength(8);
  expect(heard.at(-1)).toMatch(/^es .* 8$/);
});

it('drops a call that was withdrawn while another one was spoken', async () => {
  const { announcer, announced } = buildAnnouncer();
  const first = buildCall(1);
  announcer.update([first, buildCall(2)], ['en']);
  await vi.advanceTimersByTimeAsync(1_000);
  announcer.update([first], ['en']);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(announced.map(([id]) => id)).toEqual(['call-1']);
});
