import { describe, expect, it } from 'vitest';
import {
  checkedDay,
  decisionEnd,
  hallOpening,
  nextTurn,
  noOpeningFacts,
  type OpeningFacts,
  plannedOpening,
} from '@/lib/halls/hall-opening';

const NINE_TO_SIX = [{ opens: '09:00', closes: '18:00' }];
// Shanghai is eight hours ahead; 2026-03-02 is a Monday, Sunday is closed.
const config = {
  timeZone: 'Asia/Shanghai',
  weeklyHours: [...Array.from({ length: 6 }, () => NINE_TO_SIX), []],
  exceptions: [],
  openingCheck: true,
};
const without = { ...config, openingCheck: false };
const always = { ...config, weeklyHours: Array.from({ length: 7 }, () => [{ opens: '00:00', closes: '24:00' }]) };
const at = (text: string) => new Date(text);
const signed = { ...noOpeningFacts(false), checkDay: '2026-03-02', checkAt: at('2026-03-02T00:40:00Z') };
const decided = (open: boolean, from: string, until: string | null): OpeningFacts => ({
  ...noOpeningFacts(!open),
  decisionOpen: open,
  decisionAt: at(from),
  decisionUntil: until ? at(until) : null,
});

describe('is the hall open', () => {
  it.each([
    ['before its hours', config, signed, '2026-03-02T00:59:59Z', false, 'closedByHours', '2026-03-02T01:00:00Z'],
    [
      'when they begin and the check is signed',
      config,
      signed,
      '2026-03-02T01:00:00Z',
      true,
      'check',
      '2026-03-02T10:00:00Z',
    ],
    ['when nobody has signed', config, null, '2026-03-02T01:00:00Z', false, 'awaitingCheck', null],
    ['on the day after the signature', config, signed, '2026-03-03T01:00:00Z', false, 'awaitingCheck', null],
    ['where no check is demanded', without, null, '2026-03-02T01:00:00Z', true, 'hours', '2026-03-02T10:00:00Z'],
    ['that never closes', always, null, '2026-03-02T01:00:00Z', true, 'hours', null],
    ['after its hours', config, signed, '2026-03-02T10:00:00Z', false, 'closedByHours', '2026-03-03T01:00:00Z'],
  ] as const)('%s', (_, hall, opening, now, open, why, next) => {
    const is = hallOpening({ config: { ...hall }, opening }, at(now));
    expect(is).toMatchObject({ open, why });
    expect(is.nextChange?.at ?? null).toEqual(next ? at(next) : null);
  });

  it('opens by the shift lead without the check, until the hours end', () => {
    const opening = decided(true, '2026-03-02T01:05:00Z', '2026-03-02T10:00:00Z');
    expect(hallOpening({ config, opening }, at('2026-03-02T05:00:00Z'))).toMatchObject({
      open: true,
      why: 'openedByLead',
      nextChange: { at: at('2026-03-02T10:00:00Z'), opens: false },
    });
    expect(hallOpening({ config, opening }, at('2026-03-02T10:00:00Z'))).toMatchObject({
      open: false,
      why: 'closedByHours',
    });
  });

  it('closes early by the shift lead, and says when it opens next', () => {
    const opening = { ...decided(false, '2026-03-02T06:00:00Z', '2026-03-02T10:00:00Z'), checkDay: '2026-03-02' };
    expect(hallOpening({ config, opening }, at('2026-03-02T07:00:00Z'))).toMatchObject({
      open: false,
      why: 'closedByLead',
      nextChange: { at: at('2026-03-03T01:00:00Z'), opens: true },
    });
    // Before the word was spoken it did not hold.
    expect(hallOpening({ config, opening }, at('2026-03-02T05:59:59Z'))).toMatchObject({ open: true, why: 'check' });
  });

  it('closed until midnight in a hall that never closes, it opens again by itself', () => {
    const until = decisionEnd(always, at('2026-03-02T05:00:00Z'));
    expect(until).toEqual(at('2026-03-02T16:00:00Z'));
    const opening = decided(false, '2026-03-02T05:00:00Z', until.toISOString());
    expect(hallOpening({ config: always, opening }, at('2026-03-02T06:00:00Z'))).toMatchObject({
      open: false,
      nextChange: { at: until, opens: true },
    });
    expect(hallOpening({ config: always, opening }, until)).toMatchObject({ open: true, why: 'hours' });
  });

  it('closed in the evening of hours that go on over midnight, it stays closed until they end', () => {
    const late = [
      { opens: '00:00', closes: '02:00' },
      { opens: '18:00', closes: '24:00' },
    ];
    for (const [timeZone, now, ends] of [
      ['Asia/Shanghai', '2026-03-02T15:30:00Z', '2026-03-02T18:00:00Z'],
      // Clocks go forward at two: what would close at two closes at three.
      ['Europe/Madrid', '2026-03-28T22:30:00Z', '2026-03-29T01:00:00Z'],
      // Clocks go back at three: it closes at the first two o'clock.
      ['Europe/Warsaw', '2026-10-24T21:30:00Z', '2026-10-25T00:00:00Z'],
    ] as const) {
      const byNight = { ...without, timeZone, weeklyHours: Array.from({ length: 7 }, () => late) };
      expect(decisionEnd(byNight, at(now))).toEqual(at(ends));
      // Opened in the afternoon before its hours: until they begin, as everywhere.
      expect(decisionEnd(byNight, at('2026-03-02T08:00:00Z')).getTime()).toBeLessThan(
        at('2026-03-02T18:00:00Z').getTime(),
      );
    }
  });
});

describe('what a signature and a decision are about', () => {
  it('a check signed in the morning is of the day, one signed late in the evening of the coming night’s opening', () => {
    expect(checkedDay(config, at('2026-03-02T00:40:00Z'))).toBe('2026-03-02');
    expect(checkedDay(config, at('2026-03-02T12:00:00Z'))).toBe('2026-03-02');
    const early = { ...config, weeklyHours: Array.from({ length: 7 }, () => [{ opens: '00:10', closes: '22:00' }]) };
    expect(checkedDay(early, at('2026-03-02T15:50:00Z'))).toBe('2026-03-03');
  });

  it('the planned opening is the one that lasts, or the next', () => {
    expect(plannedOpening(config, at('2026-03-02T05:00:00Z'))).toEqual(at('2026-03-02T01:00:00Z'));
    expect(plannedOpening(config, at('2026-03-02T12:00:00Z'))).toEqual(at('2026-03-03T01:00:00Z'));
    expect(plannedOpening(always, at('2026-03-02T12:00:00Z'))).toBeNull();
  });

  it('the next turn is the change of hours, the end of a word, or a day', () => {
    expect(nextTurn({ config, opening: null }, at('2026-03-02T00:00:00Z'))).toEqual(at('2026-03-02T01:00:00Z'));
    const opening = decided(false, '2026-03-02T05:00:00Z', '2026-03-02T06:00:00Z');
    expect(nextTurn({ config, opening }, at('2026-03-02T05:00:00Z'))).toEqual(at('2026-03-02T06:00:00Z'));
    expect(nextTurn({ config: always, opening: null }, at('2026-03-02T05:00:00Z'))).toEqual(at('2026-03-03T05:00:00Z'));
  });
});
