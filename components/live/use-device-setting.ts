'use client';

import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** A switch that belongs to this device, not to the person: a printer stands beside one tablet and not the other. */
export function useDeviceSetting(key: string): [on: boolean, set: (on: boolean) => void] {
  const on = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => false,
  );
  const set = (next: boolean) => {
    try {
      localStorage.setItem(key, next ? '1' : '0');
    } catch {
      // Storage is full or forbidden: the switch then stays as it was, which the person sees.
    }
    for (const notify of listeners) notify();
  };
  return [on, set];
}

function read(key: string): boolean {
  try {
    return localStorage.getItem(key) === '1';
  } catch {
    return false;
  }
}
