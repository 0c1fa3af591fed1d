'use client';

import { useEffect } from 'react';

/** Lets the phone keep this page, with what it needs to be shown, for the time without network. */
export function useOfflinePage(): void {
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return;
    const begin = async () => {
      // Without network there is nothing to fetch it from; the browser would only complain.
      if (!navigator.onLine) return window.addEventListener('online', begin, { once: true });
      try {
        await navigator.serviceWorker.register('/t/sw.js', { scope: '/t/' });
        const { active } = await navigator.serviceWorker.ready;
        const files = performance.getEntriesByType('resource').map(({ name }) => name);
        const own = files.filter((name) => name.startsWith(`${window.location.origin}/_next/static/`));
        active?.postMessage({ keep: [window.location.pathname, ...own] });
      } catch {
        // No service worker here (a plain address, a private window): the page works, as long as there is network.
      }
    };
    // After everything that the person is waiting for.
    const timer = setTimeout(() => void begin(), 3_000);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', begin);
    };
  }, []);
}
