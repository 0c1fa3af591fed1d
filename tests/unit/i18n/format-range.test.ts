import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { formatSpan, unbroken } from '@/lib/i18n/format-range';
import en from '@/lib/i18n/messages/en.json';
import es from '@/lib/i18n/messages/es.json';
import zh from '@/lib/i18n/messages/zh-CN.json';
import { columnsOf, runsOf } from '@/lib/printing/code-page';
import { sayEstimate } from '@/lib/waiting/say-estimate';

describe('a range stays on one line', () => {
  it.each([
    ['zh-CN', zh],
    ['en', en],
    ['es', es],
  ] as const)('of minutes in %s', (locale, messages) => {
    const say = createTranslator({ locale, messages: messages as typeof en, namespace: 'estimate' });
    const said = sayEstimate(say, { p50Seconds: 300, p90Seconds: 1200 });
    expect(said).toMatch(/^5–\u206020 (min|分钟)$/u);
    // On paper it is what it was: no sign and no room for what only steers a line.
    expect(columnsOf(said, 'gb18030')).toBe(columnsOf(said.replace('\u2060', ''), 'gb18030'));
    expect(runsOf(said, 'gb18030')).toEqual(runsOf(said.replace('\u2060', ''), 'gb18030'));
  });

  it('of hours; other dashes are left alone', () => {
    expect(formatSpan({ opens: '09:00', closes: '18:00' })).toBe('09:00–\u206018:00');
    expect(unbroken('A – B, –, x–y')).toBe('A – B, –, x–y');
  });
});
