'use client';

import type { ReactNode } from 'react';

/** Pages that a desk has kept on the tablet for a break of the connection (public/guide-worker.js). */
const KEPT = 'guide-desk ';

async function forgetKeptPages(): Promise<void> {
  if (!('caches' in window)) return;
  for (const name of await caches.keys()) if (name.startsWith(KEPT)) await caches.delete(name);
}

/** Ends the session, and with it what the tablet shows of it without a connection. Tickets not sent yet stay. */
export function SignOutForm({ action, children }: { action: () => Promise<void>; children: ReactNode }) {
  return (
    <form action={action} onSubmit={() => forgetKeptPages().catch(() => {})}>
      {children}
    </form>
  );
}
