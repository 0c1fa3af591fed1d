import type { Locale as AppLocale } from './config';
import type messages from './messages/en.json';

declare module 'next-intl' {
  interface AppConfig {
    Locale: AppLocale;
    Messages: typeof messages;
  }
}
