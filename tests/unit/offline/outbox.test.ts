import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { serviceDay } from '@/lib/halls/service-day';
import { acceptTime } from '@/lib/offline/issue-time';
import { BLOCK_SIZE, nextBlock, numberAfter } from '@/lib/offline/number-block';
import {
  comeBack,
  countLeft,
  emptyOutbox,
  goOffline,
  markAnswered,
  markRefused,
  type Outbox,
  takeNumber,
  unsent,
  withBlocks,
  withdraw,
} from '@/lib/offline/outbox';

const START = Date.parse('2026-03-02T02:00:00Z');
const at = (seconds: number) => new Date(START + seconds * 1000);
const block = (letter: string, first: number, given: number[] = []) => ({
  id: `${letter}${first}`,
  letter,
  first,
  last: first + BLOCK_SIZE - 1,
  given,
  reservedAt: at(0).toISOString(),
  expiresAt: '2026-03-02T16:00:00.000Z',
});
const desk = (offsetMs = 0): Outbox => ({
  ...emptyOutbox('desk'),
  blocks: [block('A', 800, [800]), block('A', 820), block('B', 800)],
  offsetMs,
});
const take = (outbox: Outbox, id: string, letter: string, deviceNow: Date) =>
  takeNumber(outbox, { id, letter, order: { serviceCode: 'cards' }, deviceNow });

describe('the outbox of a desk', () => {
  test('gives each number once, the lowest first, and says how many are left', () => {
    let outbox = desk();
    const numbers: string[] = [];
    for (let i = 0; ; i++) {
      expect(countLeft(outbox, 'A', at(i))).toBe(39 - i);
      const taken = take(outbox, `t${i}`, 'A', at(i));
      if (!taken) break;
      outbox = taken.outbox;
      numbers.push(taken.entry.number);
    }
    expect(numbers).toEqual(Array.from({ length: 39 }, (_, i) => `A${801 + i}`));
    expect(countLeft(outbox, 'B', at(0))).toBe(20);
    expect(take(outbox, 'x', 'C', at(0))).toBeNull();
  });

  test('gives none of a day that is over, by the house’s clock', () => {
    const minute = 60_000;
    const late = new Date('2026-03-02T16:00:30Z');
    expect(countLeft(desk(), 'B', late)).toBe(0);
    expect(take(desk(), 'x', 'B', late)).toBeNull();
    // The tablet is a minute ahead: the day goes on.
    expect(take(desk(-minute), 'x', 'B', late)?.entry.issuedAt).toBe('2026-03-02T15:59:30.000Z');
  });

  test('keeps the order though the tablet’s clock is set back', () => {
    const first = take(desk(), 'one', 'A', at(100));
    const second = first && take(first.outbox, 'two', 'A', at(40));
    expect(second?.entry.issuedAt).toBe(first?.entry.issuedAt);
    expect(unsent(second?.outbox ?? desk()).map(({ id }) => id)).toEqual(['one', 'two']);
  });

  test('never gives a number again that was taken back, refused or answered', () => {
    let outbox = desk();
    for (const id of ['back', 'refused', 'had']) outbox = take(outbox, id, 'B', at(1))?.outbox ?? outbox;
    outbox = withdraw(markRefused(outbox, 'refused', 'invalid-input'), 'back');
    outbox = markAnswered(outbox, 'had', { state: 'taken', reason: null });
    // What the house has is no longer the tablet's to take back.
    expect(withdraw(outbox, 'had')).toBe(outbox);
    expect(unsent(outbox).map(({ id, withdrawn }) => [id, withdrawn])).toEqual([
      ['back', true],
      ['refused', false],
    ]);
    outbox = withBlocks(outbox, { at: at(3).toISOString(), items: [block('B', 800, [802])] }, at(1));
    expect(outbox.offsetMs).toBe(2000);
    expect(take(outbox, 'next', 'B', at(9))?.entry.number).toBe('B803');
  });

  test('forgets answered tickets of days past, and nothing that was not answered', () => {
    let outbox = desk();
    for (const id of ['had', 'open']) outbox = take(outbox, id, 'A', at(0))?.outbox ?? outbox;
    outbox = markAnswered(outbox, 'had', { state: 'taken', reason: null });
    const later = withBlocks(outbox, { at: at(2 * 86_400).toISOString(), items: [] }, at(2 * 86_400));
    expect(later.entries.map(({ id }) => id)).toEqual(['open']);
  });

  test('says since when there is no connection, from the first sign of it', () => {
    const away = goOffline(desk(), at(10));
    expect(goOffline(away, at(50)).offlineSince).toBe(at(10).toISOString());
    expect(comeBack(away).offlineSince).toBeNull();
  });
});

describe('numbers', () => {
  test('blocks never meet each other nor numbers that are given out in their order', () => {
    fc.assert(
      fc.property(
        fc.nat(850),
        fc.array(fc.oneof(fc.constant('block'), fc.nat(120)), { maxLength: 60 }),
        (start, steps) => {
          const blocks: { first: number; last: number }[] = [];
          const given = new Set<number>();
          let last = start;
          for (const step of steps) {
            if (step === 'block') {
              const span = nextBlock(last, blocks);
              for (let number = span.first; number <= span.last; number++) {
                expect(given.has(number)).toBe(false);
                given.add(number);
              }
              blocks.push(span);
              continue;
            }
            for (let i = 0; i < (step as number); i++) {
              const next = numberAfter(last, blocks);
              expect(next).toBeGreaterThan(last);
              expect(given.has(next)).toBe(false);
              given.add(next);
              last = next;
            }
          }
        },
      ),
    );
  });

  test('have no gap but the blocks', () => {
    const blocks = [nextBlock(0, [])];
    expect(blocks[0]).toEqual({ first: 800, last: 819 });
    expect(numberAfter(798, blocks)).toBe(799);
    expect(numberAfter(799, blocks)).toBe(820);
    expect(nextBlock(995, blocks)).toEqual({ first: 1800, last: 1819 });
  });
});

describe('the time of issue that counts', () => {
  const accept = (issued: number, now = 1000, reserved = 0, ...more: string[]) =>
    acceptTime({
      issuedAt: at(issued),
      reservedAt: at(reserved),
      now: at(now),
      timeZone: 'Asia/Shanghai',
      days: [serviceDay(at(now), 'Asia/Shanghai'), ...more],
    });

  test.each([
    [500, { ok: true, at: at(500), moved: false }],
    [0, { ok: true, at: at(0), moved: false }],
    [1000, { ok: true, at: at(1000), moved: false }],
    [-120, { ok: true, at: at(0), moved: true }],
    [1120, { ok: true, at: at(1000), moved: true }],
    [-121, { ok: false, reason: 'time-wrong' }],
    [1121, { ok: false, reason: 'time-wrong' }],
  ])('issued at %i s of 0 to 1000', (issued, expected) => expect(accept(issued)).toEqual(expected));

  test('is of the same service day', () => {
    // 16:00 UTC is midnight in Shanghai.
    expect(accept(13 * 3600, 14 * 3600 + 60)).toEqual({ ok: false, reason: 'day-over' });
  });

  test('is of the evening before where the hall stays open over midnight, unless it is too long ago', () => {
    const now = 14 * 3600 + 60;
    expect(accept(13 * 3600, now, 0, '2026-03-02')).toMatchObject({ ok: true, at: at(13 * 3600) });
    expect(accept(8 * 3600, now, 0, '2026-03-02')).toEqual({ ok: false, reason: 'day-over' });
    expect(accept(13 * 3600, now, 0, '2026-03-01')).toEqual({ ok: false, reason: 'day-over' });
  });
});
