'use client';

import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let interval: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void) {
  listeners.add(listener);
  interval ??= setInterval(() => {
    for (const notify of listeners) notify();
  }, 250);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(interval);
    interval = undefined;
  };
}

/**
 * A number that rises by one every so often, counted from the epoch of the server's clock: what alternates on two
 * displays of a hall alternates on both at the same moment.
 *
 * @param at server time of the snapshot, ISO 8601: what the server renders and the browser shows first
 */
export function useStep(everyMs: number, at: string, serverOffsetMs: number): number {
  return useSyncExternalStore(
    subscribe,
    () => Math.floor((Date.now() + serverOffsetMs) / everyMs),
    () => Math.floor(Date.parse(at) / everyMs),
  );
}
