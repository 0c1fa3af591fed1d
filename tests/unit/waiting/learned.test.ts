import { describe, expect, test } from 'vitest';
import { Random } from '@/lib/simulation/random';
import {
  DAY_FADE,
  type LearnableLeg,
  type Learned,
  type LearnedStats,
  learnedKeys,
  learnLeg,
  learnPause,
  learnStretch,
} from '@/lib/waiting/learned';
import { BETWEEN_PAUSES, pauseKind, pauseLength, pausesToCome } from '@/lib/waiting/pause-length';

function leg(serviceDay: string, overrides: Partial<LearnableLeg> = {}): LearnableLeg {
  const startedAt = new Date(`${serviceDay}T10:00:00Z`);
  return {
    serviceDay,
    calledAt: new Date(startedAt.getTime() - 20_000),
    startedAt,
    waitSeconds: 300,
    handlingSeconds: 200,
    gapSeconds: null,
    ending: 'completed',
    ...overrides,
  };
}

const learn = (legs: readonly LearnableLeg[]) =>
  legs.reduce<Learned<LearnedStats> | undefined>((known, one) => learnLeg(known, one), undefined)!;

const flat = ({ day, stats }: Learned<LearnedStats>) => ({
  day,
  ...Object.fromEntries(Object.entries(stats.handling).map(([step, values]) => [step, values.map(rounded)])),
  call: stats.call.map(rounded),
  leaving: Object.values(stats.leaving).map(rounded),
});
const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

describe('what is learned of a leg', () => {
  test('the same in whatever order legs come, each fading by its age in days', () => {
    const random = new Random(5);
    const legs = Array.from({ length: 60 }, () =>
      leg(`2026-03-${String(1 + random.below(20)).padStart(2, '0')}`, {
        handlingSeconds: 20 + random.below(900),
        waitSeconds: random.below(2000),
      }),
    );
    expect(flat(learn(legs.toReversed()))).toEqual(flat(learn(legs)));
    const last = legs
      .map(({ serviceDay }) => serviceDay)
      .sort()
      .at(-1)!;
    const age = (day: string) => (Date.parse(last) - Date.parse(day)) / 86_400_000;
    const { stats } = learn(legs);
    expect(stats.leaving.called).toBeCloseTo(
      legs.reduce((sum, { serviceDay }) => sum + DAY_FADE ** age(serviceDay), 0),
      9,
    );
    const seconds = Object.values(stats.handling).reduce((sum, [, total]) => sum + total, 0);
    expect(seconds).toBeCloseTo(
      legs.reduce((sum, { serviceDay, handlingSeconds }) => sum + DAY_FADE ** age(serviceDay) * handlingSeconds!, 0),
      6,
    );
  });

  test.each([
    ['served', {}, { called: 1, missed: 0, left: 0, waitedSeconds: 300 }],
    ['no-show', { startedAt: null, handlingSeconds: null, ending: 'noShow' }, { called: 1, missed: 1, left: 0 }],
    ['left', { startedAt: null, calledAt: null, handlingSeconds: null, ending: 'cancelled' }, { called: 0, left: 1 }],
    [
      'sent on',
      { startedAt: null, calledAt: null, handlingSeconds: null, ending: 'transferred' },
      { called: 0, left: 0 },
    ],
  ] as const)('%s', (_name, overrides, leaving) => {
    expect(learn([leg('2026-03-02', overrides)]).stats.leaving).toMatchObject(leaving);
  });

  test('the time between two customers, where one was waiting', () => {
    const legs = [leg('2026-03-01', { gapSeconds: 40 }), leg('2026-03-02', { gapSeconds: 10 }), leg('2026-03-02')];
    expect(learn(legs).stats.gap?.map(rounded)).toEqual([1 + DAY_FADE, 10 + DAY_FADE * 40].map(rounded));
  });

  test('what was learned before the gap was goes on', () => {
    const { gap: _gap, ...older } = learn([leg('2026-03-02')]).stats;
    const next = learnLeg({ day: '2026-03-02', stats: older }, leg('2026-03-02', { gapSeconds: 25 }));
    expect(next.stats.gap).toEqual([1, 25]);
  });

  test('what the end of the day closed is nobody’s handling time', () => {
    const { handling } = learn([leg('2026-03-02', { ending: 'closedByRule', handlingSeconds: 9000 })]).stats;
    expect(handling).toEqual({});
  });

  test('belongs to its service, its hour and its clerk', () => {
    const all = { serviceId: 's', hour: -1, staffId: '' };
    expect(learnedKeys({ serviceId: 's', hour: 9, staffId: null })).toEqual([all, { ...all, hour: 9 }]);
    expect(learnedKeys({ serviceId: 's', hour: 9, staffId: 'c' })).toEqual([
      all,
      { ...all, hour: 9 },
      { ...all, staffId: 'c' },
    ]);
  });
});

describe('pauses', () => {
  const mean = (kind: string, minutes: readonly number[]) => {
    const seen = minutes.reduce<ReturnType<typeof learnPause> | undefined>(
      (known, m) => learnPause(known, { serviceDay: '2026-03-02', seconds: m * 60 }),
      undefined,
    );
    const length = pauseLength(kind, seen?.stats);
    return length.kind === 'logNormal' ? length.mean / 60 : Number.NaN;
  };

  test('lunch is longer than a break before any was seen; then they last as long as they lasted', () => {
    expect(mean('lunch', [])).toBe(40);
    expect(mean('break', [])).toBe(12);
    expect(mean('break', Array(30).fill(6))).toBeCloseTo(6.7, 1);
  });

  test('a clerk who forgot to come back for a whole afternoon does not make every break long', () => {
    expect(mean('break', [...Array(20).fill(10), 240])).toBeLessThan(11);
  });

  describe('to come', () => {
    const stretches = (list: readonly ['paused' | 'closed', number][], day = '2026-03-02') =>
      list.reduce<ReturnType<typeof learnStretch> | undefined>(
        (known, [end, hours]) => learnStretch(known, { serviceDay: day, seconds: hours * 3600, end }),
        undefined,
      )!;

    test('as often as in the hours of work, also in those that ended without one', () => {
      const between = stretches(Array.from({ length: 400 }, (_, i) => [i % 4 ? 'closed' : 'paused', 2] as const));
      expect(between.stats).toEqual({ 0: [100, 800 * 3600] });
      expect(pausesToCome(new Map([[BETWEEN_PAUSES, between]])).perHour).toBeCloseTo(102 / 806, 9);
    });

    test('a counter left open over night was no work', () => {
      const day = stretches([['closed', 8]]);
      expect(learnStretch(day, { serviceDay: '2026-03-03', seconds: 20 * 3600, end: 'closed' })).toEqual(day);
    });

    test('before any was seen: now and then a break; what was seen decides soon', () => {
      const before = pausesToCome(new Map());
      expect(before).toMatchObject({ perHour: 1 / 3, kinds: [{ share: 1, lasts: { mean: 12 * 60 } }] });
      const never = stretches(Array.from({ length: 20 }, () => ['closed', 8] as const));
      expect(pausesToCome(new Map([[BETWEEN_PAUSES, never]])).perHour).toBeLessThan(0.02);
    });

    test('each kind by its share, fading with the days', () => {
      const six = Array.from({ length: 6 }).reduce<ReturnType<typeof learnPause> | undefined>(
        (known) => learnPause(known, { serviceDay: '2026-03-02', seconds: 2400 }),
        undefined,
      )!;
      const { kinds } = pausesToCome(new Map([['lunch', six]]));
      expect(kinds.map(({ share }) => share)).toEqual([0.25, 0.75]);
      const later = learnStretch(stretches([['paused', 2]]), {
        serviceDay: '2026-03-03',
        seconds: 3600,
        end: 'closed',
      });
      expect(later.stats[0]?.map(rounded)).toEqual([DAY_FADE, DAY_FADE * 7200 + 3600].map(rounded));
    });
  });

  test('own words are learned together', () => {
    expect(pauseKind('lunch')).toBe('lunch');
    expect(pauseKind('fire drill')).toBe('other');
    expect(pauseKind('constructor')).toBe('other');
    expect(pauseKind(null)).toBe('other');
  });
});
