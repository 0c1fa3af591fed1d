'use client';

import { useEffect, useRef } from 'react';
import { callApi } from '@/components/live/call-api';

/**
 * Pairs a display that was opened by a link with a code (`?pair=CODE`), and takes the code out of the address: it is
 * good once, and a reload must not try it again. A code that is refused leaves the display as it was, unpaired.
 */
export function usePairing(paired: boolean): void {
  const asked = useRef(false);
  useEffect(() => {
    const address = new URL(window.location.href);
    const code = address.searchParams.get('pair');
    if (code === null || asked.current) return;
    asked.current = true;
    address.searchParams.delete('pair');
    window.history.replaceState(null, '', address);
    if (paired) return;
    void callApi('POST', '/screens/pair', { code }).then(({ ok }) => {
      // Anew, so that the live connection is made with the device's cookie.
      if (ok) window.location.reload();
    });
  }, [paired]);
}
