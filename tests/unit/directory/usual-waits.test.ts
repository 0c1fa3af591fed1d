import { describe, expect, it } from 'vitest';
import { nearOf, searchedWords } from '@/lib/directory/directory-query';
import { usualWaits } from '@/lib/directory/usual-waits';

describe('usual waits', () => {
  const many = (hour: number, seconds: number[]) => seconds.map((one) => ({ hour, seconds: one }));

  it('is the mean of each hour that is asked for and of which enough is known, in order', () => {
    const waits = [
      ...many(10, [60, 60, 60, 60, 360]),
      ...many(9, [0, 0, 0, 0, 0]),
      ...many(11, [900]),
      ...many(20, [1, 1, 1, 1, 1]),
    ];
    expect(usualWaits(waits, [11, 10, 9])).toEqual([
      { hour: 9, waitSeconds: 0 },
      { hour: 10, waitSeconds: 120 },
    ]);
  });
});

describe('what the directory is asked', () => {
  it('takes a place, and nothing that is none', () => {
    expect(nearOf('31.23,121.47')).toEqual({ latitude: 31.23, longitude: 121.47 });
    expect(nearOf('-33,-70.6')).toEqual({ latitude: -33, longitude: -70.6 });
    for (const wrong of ['', '31.23', '91,0', '0,181', 'a,b', '1e5,3', undefined, ['1,2']])
      expect(nearOf(wrong)).toBeNull();
  });

  it('takes words, and not without end', () => {
    expect(searchedWords(' 滨河 ')).toBe('滨河');
    expect(searchedWords(['a'])).toBe('');
    expect(searchedWords('x'.repeat(500))).toHaveLength(100);
  });
});
