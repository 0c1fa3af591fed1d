import type { Locale } from '@/lib/i18n/config';

/**
 * The clips that make up a whole number from 1 to 99 in a language: 二十三 is 二 + 十 + 三,
 * twenty-three is twenty + three, treinta y tres is treinta + y + tres. What is outside is
 * spelled digit by digit.
 */
export function cardinalParts(locale: Locale, number: number): string[] {
  if (!Number.isInteger(number) || number < 1 || number > 99) {
    return [...String(number)].filter((c) => /\d/.test(c)).map((digit) => `digit-${digit}`);
  }
  const tens = Math.floor(number / 10);
  const units = number % 10;
  if (locale === 'zh-CN') {
    // A counted 1 is yī, where a spelled 1 is yāo; the other digits sound the same.
    const counted = (n: number) => (n === 0 ? [] : [n === 1 ? 'number-1' : `digit-${n}`]);
    if (tens === 0) return counted(units);
    return [...(tens > 1 ? counted(tens) : []), 'number-10', ...counted(units)];
  }
  if (tens === 0) return [`digit-${units}`];
  if (number <= wholeUpTo[locale]) return [`number-${number}`];
  const join = locale === 'es' && units > 0 ? ['and'] : [];
  return [`number-${tens * 10}`, ...join, ...(units > 0 ? [`digit-${units}`] : [])];
}

/** Up to here a number has a word of its own. */
const wholeUpTo = { en: 20, es: 30 } as const;
