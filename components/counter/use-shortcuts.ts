'use client';

import { useEffect, useRef } from 'react';
import { isTyping, shortcutOf, takesSpace } from './shortcut-key';

/**
 * Keys of the whole screen. While somebody types, or a control has its own use for Space and Enter, they
 * keep their usual meaning; a key that is held down counts once.
 *
 * @param actions by shortcut: `A`–`Z`, `1`–`9`, `Space`, `Enter`
 * @param inDialog the keys belong to an open dialog; otherwise they rest while one is open
 */
export function useShortcuts(actions: Readonly<Record<string, (() => void) | undefined>>, inDialog = false): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if ((document.querySelector('dialog[open]') !== null) !== inDialog || isTyping(event.target)) return;
      const shortcut = shortcutOf(event);
      if (!shortcut) return;
      const confirms = shortcut === 'Space' || shortcut === 'Enter';
      if (event.repeat) {
        // Enter held on a button would press it again and again: call, start, finish.
        if (confirms && takesSpace(event.target)) event.preventDefault();
        return;
      }
      if (confirms && takesSpace(event.target)) return;
      const action = latest.current[shortcut];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [inDialog]);
}
