import { createTranslator } from 'next-intl';
import type { Locale } from './config';
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };
import zhCN from './messages/zh-CN.json' with { type: 'json' };

const messages: Record<Locale, typeof en> = { en, es, 'zh-CN': zhCN };

/**
 * Texts that the house itself writes, outside of any page: notices to a phone. Only for the server's own process: pages
 * have next-intl, whose messages are compiled.
 */
export function noticeTexts(locale: Locale) {
  return createTranslator({ locale, messages: messages[locale], namespace: 'notices', timeZone: 'UTC' });
}
