/** An amount of money as people write it: 2000 in CNY is "¥20", 1850 is "¥18.50". @param minor hundredths of the unit */
export function formatMoney(minor: number, currency: string, locale: string): string {
  const digits = minor % 100 === 0 ? 0 : 2;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(minor / 100);
}
