'use client';

import type { ComponentProps } from 'react';

/**
 * Something a customer does with his ticket, that counts also without script: then the form goes to the server, which
 * answers with the page.
 */
export function DeedForm({
  token,
  name,
  deed,
  onDeed,
  children,
  ...rest
}: Omit<ComponentProps<'form'>, 'action' | 'onSubmit'> & {
  token: string;
  name: string;
  deed: (form: FormData) => Promise<void>;
  onDeed: (form: FormData) => unknown;
}) {
  return (
    <form
      {...rest}
      action={deed}
      onSubmit={(event) => {
        event.preventDefault();
        onDeed(new FormData(event.currentTarget));
      }}
    >
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="deed" value={name} />
      {children}
    </form>
  );
}
