import { expect, it } from 'vitest';
import { currencySchema } from '@/lib/core/currency';
import { formatMoney } from '@/lib/core/money';

it.each([
  [2000, 'CNY', 'zh-CN', '¥20'],
  [1850, 'CNY', 'en', '¥18.50'],
  [299900, 'EUR', 'en', '€2,999'],
  [0, 'EUR', 'en', '€0'],
])('%i of %s in %s is %s', (minor, currency, locale, text) => {
  expect(formatMoney(minor, currency, locale)).toBe(text);
});

it('knows a currency by its code', () => {
  expect(['CNY', 'EUR', 'cny', 'XYZ', ''].map((code) => currencySchema.safeParse(code).success)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
