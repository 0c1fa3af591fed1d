import { LOCALES, type Locale } from '@/lib/core/locale';

/** The languages of the product; the list is in core. */
export const locales = LOCALES;
export type { Locale };

/** Used when neither the cookie nor the browser names a language that exists here. */
export const defaultLocale: Locale = 'zh-CN';

/** Each language in itself, never translated, so that a person finds theirs on a foreign screen. */
export const localeNames: Record<Locale, string> = {
  'zh-CN': '中文',
  en: 'English',
  es: 'Español',
};

/** Cookie that keeps the language a person chose. */
export const localeCookie = 'locale';

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}
