/** The languages the product speaks. Another language is one entry here and one message file. */
export const LOCALES = ['zh-CN', 'en', 'es'] as const;

export type Locale = (typeof LOCALES)[number];
