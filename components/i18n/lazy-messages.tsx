'use client';

import type { Messages } from 'next-intl';
import { NextIntlClientProvider, useLocale, useMessages } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';

type Texts = Partial<Messages>;

const known = new Map<string, Promise<Texts | null>>();

/** Texts of these namespaces, asked for once a page; null when they could not be read, which may be tried again. */
export function loadTexts(locale: string, namespaces: readonly (keyof Messages)[]): Promise<Texts | null> {
  const path = `/texts/${locale}/${namespaces.join(',')}`;
  const found = known.get(path);
  if (found) return found;
  const asked = fetch(path)
    .then((answer) => (answer.ok ? (answer.json() as Promise<Texts>) : null))
    .catch(() => null)
    .then((texts) => {
      if (texts === null) known.delete(path);
      return texts;
    });
  known.set(path, asked);
  return asked;
}

/**
 * Texts for a part of a screen that is loaded when it is first opened, so that no page carries them unopened. They come
 * beside those that the page has.
 */
export function LazyMessages({
  namespaces,
  waiting,
  failed,
  children,
}: {
  namespaces: readonly (keyof Messages)[];
  waiting: ReactNode;
  failed: ReactNode;
  children: ReactNode;
}) {
  const locale = useLocale();
  const messages = useMessages();
  const [texts, setTexts] = useState<Texts | null>();
  const wanted = namespaces.join(',');
  useEffect(() => {
    let gone = false;
    loadTexts(locale, wanted.split(',') as (keyof Messages)[]).then((loaded) => {
      if (!gone) setTexts(loaded);
    });
    return () => {
      gone = true;
    };
  }, [locale, wanted]);
  if (texts === undefined) return waiting;
  if (texts === null) return failed;
  return (
    <NextIntlClientProvider locale={locale} messages={{ ...messages, ...texts }}>
      {children}
    </NextIntlClientProvider>
  );
}
