import { createFormatter, createTranslator } from 'next-intl';
import type { Locale } from './config';
import en from './messages/en.json';
import es from './messages/es.json';
import zh from './messages/zh-CN.json';

const MESSAGES: Record<Locale, typeof en> = { 'zh-CN': zh, en, es };

/** Texts and formats of reports in a language, where no request says which: in letters and files. */
export function reportWords(locale: Locale) {
  return {
    locale,
    t: createTranslator({ locale, messages: MESSAGES[locale], namespace: 'reports' }),
    format: createFormatter({ locale, timeZone: 'UTC' }),
  };
}
export type ReportWords = ReturnType<typeof reportWords>;
