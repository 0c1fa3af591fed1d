import type { Locale } from './config';

/** A name of the settings in the person's language; where it is missing, in any language rather than none. */
export function localName(names: Record<string, string>, locale: Locale): string {
  return names[locale] || names.en || Object.values(names).find(Boolean) || '';
}
