'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Half of the time that a door's code holds at least. */
const everyMs = 300_000;

/** Renders the sign anew from time to time, because the code on it changes. */
export function FreshCode() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
