'use client';

import { useCallback, useSyncExternalStore } from 'react';

const key = 'counter.callNextAfterFinish';
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): boolean {
  try {
    return localStorage.getItem(key) === 'yes';
  } catch {
    return false;
  }
}

/** Whether this clerk, on this device, calls the next customer straight after finishing. Kept over visits. */
export function useCallNextAfter(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, read, () => false);
  const change = useCallback((next: boolean) => {
    try {
      localStorage.setItem(key, next ? 'yes' : 'no');
    } catch {
      // A browser that keeps nothing asks again each time.
    }
    for (const notify of listeners) notify();
  }, []);
  return [on, change];
}
