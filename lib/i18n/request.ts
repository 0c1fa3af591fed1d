import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { isLocale, localeCookie } from './config';
import { pickLocale } from './pick-locale';

/**
 * next-intl's configuration of a request. Addresses carry no language, so that a link, a QR
 * code or a screen's address works for everybody. A page that speaks a hall's languages at
 * the same time passes `locale` to `getTranslations({ locale, namespace })`.
 */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = isLocale(asked)
    ? asked
    : pickLocale((await cookies()).get(localeCookie)?.value, (await headers()).get('accept-language'));
  const messages = await import(`./messages/${locale}.json`);
  // Times are formatted with the hall's own zone by lib/i18n/hall-time.ts; this only keeps
  // server and browser from disagreeing where no hall is involved.
  return { locale, messages: messages.default, timeZone: 'UTC' };
});
