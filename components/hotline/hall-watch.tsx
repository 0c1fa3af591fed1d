'use client';

import { useEffect, useRef } from 'react';
import { type LiveView, useLiveView } from '@/components/live/use-live-view';

/** What changed in a hall: facts the public is told (read at once), or only how many people wait (can be gathered). */
export type HallStir = 'facts' | 'queue';

/** Listens to one hall and says when it is worth reading it again. Shows nothing. */
export function HallWatch({
  hall,
  onStir,
  onConnection,
}: {
  hall: string;
  onStir: (what: HallStir) => void;
  onConnection: (live: Pick<LiveView<'signals'>, 'connection' | 'ageSeconds' | 'serverOffsetMs'>) => void;
}) {
  const { data, connection, ageSeconds, serverOffsetMs } = useLiveView({ hall, view: 'signals' });
  const facts = data ? Math.max(data.touchpoints.find ?? 0, data.touchpoints.front ?? 0) : undefined;
  const all = data ? Math.max(...Object.values(data.touchpoints)) : undefined;
  const seen = useRef<{ facts: number; all: number } | undefined>(undefined);

  useEffect(() => {
    if (facts === undefined || all === undefined) return;
    const before = seen.current;
    seen.current = { facts, all };
    // The first word counts too: something may have happened between rendering and connecting.
    if (!before || before.facts !== facts) onStir('facts');
    else if (before.all !== all) onStir('queue');
  }, [facts, all, onStir]);
  useEffect(
    () => onConnection({ connection, ageSeconds, serverOffsetMs }),
    [connection, ageSeconds, serverOffsetMs, onConnection],
  );
  return null;
}
