'use client';

import { useSyncExternalStore } from 'react';

// One interval for all timers of a screen: 80 waiting people must not mean 80 intervals.
const listeners = new Set<() => void>();
let interval: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void) {
  listeners.add(listener);
  interval ??= setInterval(() => {
    for (const notify of listeners) notify();
  }, 500);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(interval);
    interval = undefined;
  };
}

/**
 * Seconds from `since` until now, counting up on the screen.
 *
 * @param since start, ISO 8601
 * @param at server time of the snapshot, ISO 8601: what the server renders and the browser
 *   shows first, so that both agree
 * @param serverOffsetMs server time minus this device's time; staff tablets are often minutes off
 */
export function useElapsedSeconds(since: string, at: string, serverOffsetMs = 0): number {
  const start = Date.parse(since);
  // The snapshot is whole seconds, so a tick within the same second renders nothing.
  return useSyncExternalStore(
    subscribe,
    () => wholeSeconds(Date.now() + serverOffsetMs - start),
    () => wholeSeconds(Date.parse(at) - start),
  );
}

function wholeSeconds(ms: number): number {
  return Math.max(0, Math.floor(ms / 1000));
}
