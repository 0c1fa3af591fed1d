import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cardinalParts } from '@/lib/announcements/cardinal-parts';
import { speechPlan } from '@/lib/announcements/speech-plan';
import { locales } from '@/lib/i18n/config';

const publicFolder = join(process.cwd(), 'public');

describe('speechPlan', () => {
  it('spells the ticket and counts the counter in each language', () => {
    expect(speechPlan('zh-CN', 'A017', 12)).toEqual({
      lang: 'zh-CN',
      text: '请 A 零 幺 七 号到 12 号窗口',
      clips: [
        '/sounds/zh-CN/please.flac',
        '/sounds/zh-CN/letter-a.flac',
        '/sounds/zh-CN/digit-0.flac',
        '/sounds/zh-CN/digit-1.flac',
        '/sounds/zh-CN/digit-7.flac',
        '/sounds/zh-CN/number-to.flac',
        '/sounds/zh-CN/number-10.flac',
        '/sounds/zh-CN/digit-2.flac',
        '/sounds/zh-CN/counter.flac',
      ],
    });
    expect(speechPlan('en', 'A007', 12).text).toBe('Ticket A 0 0 7, please go to counter 12');
    expect(speechPlan('es', 'A007', 12).text).toBe('Turno A 0 0 7, diríjase al mostrador 12');
  });

  it('speaks four digits and small letters, and nothing that is neither letter nor digit', () => {
    expect(speechPlan('en', 'b-1000', 3).clips.map((clip) => clip.split('/').at(-1))).toEqual([
      'ticket.flac',
      'letter-b.flac',
      'digit-1.flac',
      'digit-0.flac',
      'digit-0.flac',
      'digit-0.flac',
      'go-to-counter.flac',
      'digit-3.flac',
    ]);
  });

  it('has a clip for every part of every call', () => {
    const folder = join(publicFolder, 'sounds');
    const shipped = new Set(
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `/sounds/${file}`),
    );
    const missing = new Set<string>();
    for (const locale of locales) {
      for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
        for (let counter = 1; counter <= 120; counter += 1) {
          for (const clip of speechPlan(locale, `${letter}0123456789`, counter).clips) {
            if (!shipped.has(clip)) missing.add(clip);
          }
        }
      }
    }
    expect([...missing]).toEqual([]);
  });

  it('keeps the sounds small enough to be shipped', () => {
    const sounds = join(publicFolder, 'sounds');
    const bytes = readdirSync(sounds, { recursive: true, encoding: 'utf8' })
      .map((file) => statSync(join(sounds, file)))
      .filter((stat) => stat.isFile())
      .reduce((sum, stat) => sum + stat.size, 0);
    expect(bytes).toBeLessThan(2 * 1024 * 1024);
  });
});

describe('cardinalParts', () => {
  it.each([
    ['zh-CN', 1, ['number-1']],
    ['zh-CN', 10, ['number-10']],
    ['zh-CN', 11, ['number-10', 'number-1']],
    ['zh-CN', 20, ['digit-2', 'number-10']],
    ['zh-CN', 35, ['digit-3', 'number-10', 'digit-5']],
    ['en', 7, ['digit-7']],
    ['en', 13, ['number-13']],
    ['en', 20, ['number-20']],
    ['en', 21, ['number-20', 'digit-1']],
    ['es', 29, ['number-29']],
    ['es', 30, ['number-30']],
    ['es', 31, ['number-30', 'and', 'digit-1']],
    ['en', 100, ['digit-1', 'digit-0', 'digit-0']],
    ['es', 0, ['digit-0']],
  ] as const)('%s %i', (locale, number, parts) => {
    expect(cardinalParts(locale, number)).toEqual(parts);
  });
});
