import { z } from 'zod';
import { LOCALES, type Locale } from './locale';

// The list itself lies apart, where screens can read it without loading zod.
export { LOCALES, type Locale };
export const localeSchema = z.enum(LOCALES);

/** A text in every language. */
export const localizedSchema = z.object({
  'zh-CN': z.string().trim().min(1).max(200),
  en: z.string().trim().min(1).max(200),
  es: z.string().trim().min(1).max(200),
});
export type Localized = z.infer<typeof localizedSchema>;

/** Longer localised text that may be empty (address, transport). */
export const localizedTextSchema = z.object({
  'zh-CN': z.string().trim().max(2000).default(''),
  en: z.string().trim().max(2000).default(''),
  es: z.string().trim().max(2000).default(''),
});
export type LocalizedText = z.infer<typeof localizedTextSchema>;
