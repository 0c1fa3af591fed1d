'use client';

import { type Messages, NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import type { Locale } from '@/lib/core/locale';

export type EveryMessage = Record<Locale, Partial<Messages>>;

/** The same words in each language of the hall, below each other: nobody has chosen one yet. */
export function EachLanguage({
  languages,
  messages,
  children,
}: {
  languages: readonly Locale[];
  messages: EveryMessage;
  children: ReactNode;
}) {
  return languages.map((locale) => (
    <span key={locale} lang={locale} className="block">
      <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="UTC">
        {children}
      </NextIntlClientProvider>
    </span>
  ));
}
