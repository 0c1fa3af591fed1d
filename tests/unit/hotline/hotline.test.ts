import { describe, expect, it } from 'vitest';
import { bestHour, hoursToCome } from '@/lib/hotline/best-hour';
import { endOfWorkingDay } from '@/lib/hotline/hall-notice';
import { byUsefulness, distanceKm, matches, type SearchableHall } from '@/lib/hotline/hall-search';

const waits = (hour: number, ...seconds: number[]) => seconds.map((s) => ({ hour, seconds: s }));

describe('the best hour to come', () => {
  const past = [...waits(9, 600, 600, 600, 600, 600), ...waits(11, 120, 130, 140, 150, 160), ...waits(15, 10)];

  it('is the one with the shortest wait that is known and still to come', () => {
    expect(bestHour(past, [9, 10, 11, 15])).toEqual({ hour: 11, waitSeconds: 140 });
    expect(bestHour(past, [9])).toEqual({ hour: 9, waitSeconds: 600 });
  });

  it('is not known where too few people came', () => {
    expect(bestHour(past, [10, 15])).toBeNull();
    expect(bestHour([], [9])).toBeNull();
  });

  it('looks at the full hours within the opening spans only', () => {
    const spans = [
      { opens: '09:00', closes: '12:00' },
      { opens: '13:30', closes: '16:00' },
    ];
    expect(hoursToCome(spans, 0)).toEqual([9, 10, 11, 14, 15]);
    expect(hoursToCome(spans, 10 * 3600 + 60)).toEqual([11, 14, 15]);
    expect(hoursToCome([{ opens: '00:00', closes: '24:00' }], 22.5 * 3600)).toEqual([23]);
  });
});

describe('the end of the working day', () => {
  const hours = {
    timeZone: 'Asia/Shanghai',
    weeklyHours: Array.from({ length: 7 }, (_, i) => (i < 5 ? [{ opens: '09:00', closes: '18:00' }] : [])),
    exceptions: [],
  };

  it.each([
    // Monday 10:00 in Shanghai: today 18:00.
    ['2026-03-02T02:00:00Z', '2026-03-02T10:00:00Z'],
    // Monday 17:30: less than an hour is left, so tomorrow.
    ['2026-03-02T09:30:00Z', '2026-03-03T10:00:00Z'],
    // Friday evening: Monday.
    ['2026-03-06T12:00:00Z', '2026-03-09T10:00:00Z'],
  ])('%s → %s', (at, end) => {
    expect(endOfWorkingDay(hours, new Date(at)).toISOString()).toBe(new Date(end).toISOString());
  });

  it('is a day later in a hall without hours', () => {
    const never = { ...hours, weeklyHours: Array.from({ length: 7 }, () => []) };
    expect(endOfWorkingDay(never, new Date('2026-03-02T02:00:00Z'))).toEqual(new Date('2026-03-03T02:00:00Z'));
  });
});

function hall(slug: string, facts: Partial<SearchableHall> = {}): SearchableHall {
  return {
    slug,
    names: { 'zh-CN': '人民路营业厅', en: 'Renmin Road' },
    address: { 'zh-CN': '上海市黄浦区人民路 100 号', en: 'Huangpu District' },
    transport: { en: 'Line 8, Dashijie' },
    latitude: 31.23,
    longitude: 121.47,
    open: true,
    waiting: 5,
    services: [{ code: 'cards', names: { 'zh-CN': '号卡', es: 'Tarjetas según' } }],
    ...facts,
  };
}

describe('finding a hall', () => {
  it('reads name, district, way there and services, in any language, without case or accents', () => {
    for (const question of ['', '黄浦', 'huangpu renmin', 'LINE 8', '号卡', 'segun', 'ｒｅｎｍｉｎ'])
      expect([question, matches(hall('a'), question)]).toEqual([question, true]);
    expect(matches(hall('a'), '浦东')).toBe(false);
  });

  it('puts open halls first, then the nearest, otherwise the emptiest', () => {
    const halls = [
      hall('far', { latitude: 32, waiting: 0 }),
      hall('near', { latitude: 31.24 }),
      hall('closed', { open: false, waiting: 0 }),
      hall('nowhere', { latitude: null, waiting: 1 }),
    ];
    const order = (near: Parameters<typeof byUsefulness>[1]) => byUsefulness(halls, near).map(({ slug }) => slug);
    expect(order({ latitude: 31.23, longitude: 121.47 })).toEqual(['near', 'far', 'nowhere', 'closed']);
    expect(order(null)).toEqual(['far', 'nowhere', 'near', 'closed']);
  });

  it('knows how far it is', () => {
    const shanghai = { latitude: 31.2304, longitude: 121.4737 };
    expect(distanceKm(shanghai, { latitude: 39.9042, longitude: 116.4074 })).toBeCloseTo(1067, -1);
    expect(distanceKm(shanghai, { latitude: null, longitude: 1 })).toBeNull();
  });
});
