'use client';

import { formatDuration } from '@/lib/i18n/format-duration';
import { useElapsedSeconds } from './use-elapsed-seconds';
import { WaitBar } from './wait-bar';

/** A `WaitBar` that grows by itself; `since`, `at` and `serverOffsetMs` as for `Timer`. */
export function TickingWaitBar({
  since,
  at,
  serverOffsetMs,
  ...bar
}: {
  since: string;
  at: string;
  serverOffsetMs?: number;
  goalSeconds: number;
  limitSeconds: number;
  earlyFlag?: boolean;
  label: string;
  className?: string;
}) {
  const seconds = useElapsedSeconds(since, at, serverOffsetMs);
  return <WaitBar {...bar} waitedSeconds={seconds} valueText={formatDuration(seconds)} />;
}
