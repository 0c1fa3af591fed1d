import type { Messages } from 'next-intl';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';

/**
 * Gives the client components below it the texts of the named namespaces, and no others:
 * the whole message file would be sent with every page. `common` is always there.
 */
export async function ClientMessages({
  namespaces,
  children,
}: {
  namespaces: readonly (keyof Messages)[];
  children: ReactNode;
}) {
  const all = await getMessages();
  const wanted = new Set<keyof Messages>(['common', ...namespaces]);
  const picked: Partial<Messages> = Object.fromEntries(
    Object.entries(all).filter(([namespace]) => wanted.has(namespace as keyof Messages)),
  );
  return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>;
}
