import { defaultLocale, isLocale, type Locale, locales } from './config';

/**
 * The language of a request: the person's own choice (cookie) first, then the browser's
 * `Accept-Language` by weight, then the default. A regional variant falls back to the
 * language we have: `es-MX` → `es`, `zh-TW` → `zh-CN`.
 */
export function pickLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(cookie)) return cookie;
  for (const tag of preferredTags(acceptLanguage ?? '')) {
    const language = tag.split('-')[0];
    const match =
      locales.find((locale) => locale.toLowerCase() === tag) ??
      locales.find((locale) => locale.split('-')[0]?.toLowerCase() === language);
    if (match) return match;
  }
  return defaultLocale;
}

function preferredTags(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((p) => p.trim()).find((p) => p.startsWith('q='));
      const quality = weight === undefined ? 1 : Number(weight.slice(2));
      return { tag: tag.trim(), quality: Number.isFinite(quality) ? quality : 0 };
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}
