'use client';

import { useEffect } from 'react';
import { lastTicket } from './kept-ticket';

/** Goes on to the ticket that this phone had last. */
export function LastTicket() {
  useEffect(() => {
    const token = lastTicket();
    if (token) window.location.replace(`/t/${encodeURIComponent(token)}`);
  }, []);
  return null;
}
