/** What somebody typed as an amount of money, in minor units (two decimals); null where it is none. */
export function parseAmount(text: string): number | null {
  const match = /^(\d{1,7})(?:[.,。，](\d{1,2}))?$/.exec(text.trim());
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null;
}
