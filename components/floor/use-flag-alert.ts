'use client';

import { useEffect, useRef, useState } from 'react';

/** Felt in a pocket, and not mistaken for a message of some other app. */
const pattern = [200, 100, 200];

/**
 * Makes itself felt (and heard, where wished) when something new asks for somebody. What was there when the screen
 * opened is not new.
 *
 * @param asking ids of what asks for somebody now; an escalation is another id than its flag
 * @returns the newest id that came up, for a line that screen readers read out
 */
export function useFlagAlert(asking: readonly string[], sound: boolean): string | null {
  const known = useRef<ReadonlySet<string>>(new Set(asking));
  const [newest, setNewest] = useState<string | null>(null);
  // Runs after every render on purpose: a set of ids is compared, which costs nothing, and an id is new only once.
  useEffect(() => {
    const fresh = asking.filter((id) => !known.current.has(id));
    const latest = fresh.at(-1);
    if (latest === undefined) return;
    known.current = new Set([...known.current, ...fresh]);
    setNewest(latest);
    // Browsers refuse both until the person has touched the page once, and some have no vibration at all.
    if ('vibrate' in navigator) navigator.vibrate(pattern);
    if (sound) void new Audio('/sounds/chime.flac').play().catch(() => undefined);
  });
  return newest;
}
