'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { callApi } from '@/components/live/call-api';
import type { LiveView } from '@/components/live/use-live-view';
import type { HotlineDeskView } from '@/lib/hotline/schema';
import type { HallStir } from './hall-watch';

/** A change of facts is read at once (several of one moment together); queues move all the time and are gathered. */
const AFTER_MS: Record<HallStir, number> = { facts: 100, queue: 5_000 };

type Live = Pick<LiveView<'signals'>, 'connection' | 'ageSeconds' | 'serverOffsetMs'>;

/** The hotline desk, read again when one of its halls stirs. */
export function useHotline(initial: HotlineDeskView) {
  const [desk, setDesk] = useState(initial);
  const [live, setLive] = useState<Live>({ connection: 'connecting', ageSeconds: 0, serverOffsetMs: 0 });
  const asked = useRef(0);
  const due = useRef<{ at: number; timer: ReturnType<typeof setTimeout> } | null>(null);

  const refresh = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    const answer = await callApi<HotlineDeskView>('GET', '/hotline');
    if (mine === asked.current && answer.ok) setDesk(answer.value);
  }, []);

  const onStir = useCallback(
    (what: HallStir) => {
      const at = Date.now() + AFTER_MS[what];
      if (due.current && due.current.at <= at) return;
      if (due.current) clearTimeout(due.current.timer);
      const timer = setTimeout(() => {
        due.current = null;
        refresh();
      }, AFTER_MS[what]);
      due.current = { at, timer };
    },
    [refresh],
  );
  useEffect(
    () => () => {
      if (due.current) clearTimeout(due.current.timer);
    },
    [],
  );
  return { desk, live, refresh, onStir, onConnection: setLive };
}
