'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const everyMs = 30_000;

/** Renders the page anew from time to time while somebody looks at it, and at once when he comes back to it. */
export function LiveRefresh() {
  const router = useRouter();
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === 'visible' && navigator.onLine) router.refresh();
    };
    const timer = setInterval(refresh, everyMs);
    document.addEventListener('visibilitychange', refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refresh);
    };
  }, [router]);
  return null;
}
