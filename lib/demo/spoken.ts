import type { Locale, Localized } from '@/lib/core/localized';
import { pick } from './chance';

/** What people of the demo say and write down: most in the hall's first language, many in another one. */
const LANGUAGES: readonly (readonly [Locale, number])[] = [
  ['zh-CN', 5],
  ['en', 4],
  ['es', 2],
];

/** The words in the language of whoever says them; the same chance has the same language. */
export function spoken(words: Localized, chance: number): string {
  return words[pick(LANGUAGES, chance)];
}

/** The language in which something of the demo was said; the hall's first where it is none of these words. */
export function languageOf(words: Localized, said: string): Locale {
  return LANGUAGES.find(([locale]) => words[locale] === said)?.[0] ?? 'zh-CN';
}
