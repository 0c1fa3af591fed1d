import { describe, expect, it } from 'vitest';
import { pickLocale } from '@/lib/i18n/pick-locale';

describe('pickLocale', () => {
  it.each([
    ['es', 'en', 'es'],
    ['xx', 'en', 'en'],
    [undefined, null, 'zh-CN'],
    [undefined, '', 'zh-CN'],
    [undefined, 'fr-FR,fr;q=0.9', 'zh-CN'],
    [undefined, 'fr;q=0.9,es-MX;q=0.8,en;q=0.7', 'es'],
    [undefined, 'en;q=0.5, es;q=0.6', 'es'],
    [undefined, 'zh-TW', 'zh-CN'],
    [undefined, 'EN-gb', 'en'],
    [undefined, 'en;q=0,es', 'es'],
    [undefined, 'en;q=nonsense,es;q=0.1', 'es'],
  ])('cookie %s, browser %s → %s', (cookie, header, locale) => {
    expect(pickLocale(cookie, header)).toBe(locale);
  });
});
