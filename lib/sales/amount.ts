/** "2,999", "2999.5" or "2999,50" in hundredths; null when it is no amount. */
export function amountOf(text: string): number | null {
  const plain = text
    .replaceAll(/[\s¥￥€$]/g, '')
    .replace(/,(?=\d{3}(\D|$))/g, '')
    .replace(',', '.');
  if (!/^\d{1,7}(\.\d{1,2})?$/.test(plain)) return null;
  return Math.round(Number(plain) * 100);
}
