import { expect, it } from 'vitest';
import { currencySchema } from '@/lib/core/currency';
import { currencySymbol, formatMoney, sayMoney } from '@/lib/core/money';

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

it.each([
  [2000, 'CNY', 'zh-CN', '20元'],
  [1850, 'CNY', 'zh-CN', '18.50元'],
  [2000, 'CNY', 'en', '20 Chinese yuan'],
  [100, 'EUR', 'en', '1 euro'],
  [1850, 'EUR', 'es', '18,50 euros'],
  [2000, 'USD', 'zh-CN', '20美元'],
])('%i of %s in %s is said %s', (minor, currency, locale, text) => {
  expect(sayMoney(minor, currency, locale)).toBe(text);
});

it('names a currency by its sign', () => {
  expect(['CNY', 'EUR', 'PLN'].map((currency) => currencySymbol(currency, 'en'))).toEqual(['¥', '€', 'zł']);
});
