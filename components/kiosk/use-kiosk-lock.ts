'use client';

import { useEffect } from 'react';

/** Keeps a kiosk on its page: no menu, no dragging, and the way back leads here again. */
export function useKioskLock(): void {
  useEffect(() => {
    const stop = (event: Event) => event.preventDefault();
    const stay = () => window.history.pushState(null, '', window.location.href);
    stay();
    document.addEventListener('contextmenu', stop);
    document.addEventListener('dragstart', stop);
    window.addEventListener('popstate', stay);
    return () => {
      document.removeEventListener('contextmenu', stop);
      document.removeEventListener('dragstart', stop);
      window.removeEventListener('popstate', stay);
    };
  }, []);
}
