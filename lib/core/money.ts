/** Whole amounts without decimals, as people write and say them. */
function formatted(minor: number, currency: string, locale: string, currencyDisplay: 'narrowSymbol' | 'name') {
  const digits = minor % 100 === 0 ? 0 : 2;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).formatToParts(minor / 100);
}

const joined = (parts: readonly { value: string }[]) => parts.map(({ value }) => value).join('');

/** An amount of money as people write it: 2000 in CNY is "¥20", 1850 is "¥18.50". @param minor hundredths of the unit */
export function formatMoney(minor: number, currency: string, locale: string): string {
  return joined(formatted(minor, currency, locale, 'narrowSymbol'));
}

/**
 * An amount as it is said at the counter: "20 euros", "20 Chinese yuan"; in Chinese 元, as nobody says 二十人民币.
 * @param minor hundredths of the unit
 */
export function sayMoney(minor: number, currency: string, locale: string): string {
  const parts = formatted(minor, currency, locale, 'name');
  return joined(parts.map(({ type, value }) => ({ value: type === 'currency' && value === '人民币' ? '元' : value })));
}

/** What stands beside an amount of this currency: "¥", "€", "zł". */
export function currencySymbol(currency: string, locale: string): string {
  return formatted(0, currency, locale, 'narrowSymbol').find(({ type }) => type === 'currency')?.value ?? currency;
}
