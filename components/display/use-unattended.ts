'use client';

import { useEffect } from 'react';
import { reloadSparingly } from './reload';

/** Read by public/display-watchdog.js, which reloads a page whose script has died. */
declare global {
  interface Window {
    displayAliveAt?: number;
  }
}

const beatMs = 1_000;

/**
 * What a screen needs that nobody looks after: it stays awake, tells its watchdog that it lives, and takes a new build
 * when nothing is being announced.
 */
export function useUnattended({ shouldReload, idle }: { shouldReload: boolean; idle: () => boolean }): void {
  useEffect(() => {
    const beat = () => {
      window.displayAliveAt = Date.now();
      if (shouldReload && idle()) reloadSparingly();
    };
    beat();
    const timer = setInterval(beat, beatMs);
    return () => clearInterval(timer);
  }, [shouldReload, idle]);

  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let gone = false;
    const hold = async () => {
      if (document.visibilityState !== 'visible' || (lock && !lock.released)) return;
      try {
        const got = await navigator.wakeLock?.request('screen');
        if (gone) await got?.release();
        else lock = got;
      } catch {
        // Refused (battery saver) or not there (plain http): the device's own settings keep it awake.
      }
    };
    void hold();
    document.addEventListener('visibilitychange', hold);
    return () => {
      gone = true;
      document.removeEventListener('visibilitychange', hold);
      void lock?.release().catch(() => undefined);
    };
  }, []);
}
