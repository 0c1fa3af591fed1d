import type { Messages } from 'next-intl';
import type { Locale } from './config';

/** All texts of a language, for what is written outside of a request: paper. */
export async function messagesOf(locale: Locale): Promise<Messages> {
  const messages = await import(`./messages/${locale}.json`);
  return messages.default;
}
