'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * Seconds until the kiosk goes back to its start because nobody touches it; each touch and key begins them anew.
 *
 * @param seconds how long it waits; null while nobody is there to wait for
 * @param step begins anew with every step
 * @returns seconds that are left, or null, and `more`, which begins them anew
 */
export function useTimeOut(
  seconds: number | null,
  step: string,
  onEnd: () => void,
): { left: number | null; more: () => void } {
  const [left, setLeft] = useState<number | null>(seconds);
  const latest = useRef(onEnd);
  const again = useRef(() => {});
  useEffect(() => {
    latest.current = onEnd;
  });
  useEffect(() => {
    setLeft(seconds);
    again.current = () => {};
    if (seconds === null) return;
    let endsAt = Date.now() + seconds * 1_000;
    const more = () => {
      endsAt = Date.now() + seconds * 1_000;
      setLeft(seconds);
    };
    again.current = more;
    // The question whether anybody is there is answered by its buttons: it must not vanish under the finger.
    const touched = ({ target }: Event) => {
      if (!(target instanceof Element && target.closest('dialog'))) more();
    };
    const ticking = setInterval(() => {
      const rest = Math.max(0, Math.ceil((endsAt - Date.now()) / 1_000));
      setLeft(rest);
      if (rest > 0) return;
      clearInterval(ticking);
      latest.current();
    }, 250);
    const events = ['pointerdown', 'keydown', 'input'] as const;
    for (const event of events) document.addEventListener(event, touched, { passive: true });
    return () => {
      clearInterval(ticking);
      for (const event of events) document.removeEventListener(event, touched);
    };
  }, [seconds]);

  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    again.current();
  }, [step]);
  // Together with the step: while its question is still open, nothing behind it can take the focus.
  return { left: seconds === null ? null : left, more: useCallback(() => again.current(), []) };
}
