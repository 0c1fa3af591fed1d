'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Touchpoint } from '@/lib/touchpoints/registry';
import { type ApiAnswer, type ApiProblem, callApi } from './call-api';
import { type LiveView, useLiveView } from './use-live-view';

export type HallData<Data> = {
  data: Data;
  /** Why the last reading failed; what is shown is older then. */
  problem: ApiProblem | undefined;
  /** Reads again at once, after an own tap. */
  refresh: () => Promise<void>;
  connection: LiveView<'signals'>['connection'];
  ageSeconds: number;
  serverOffsetMs: number;
};

const readOnce = <Data>(path: string) => callApi<Data>('GET', path);

/** Several events of one second cost one reading. */
const gatherMs = 150;

/**
 * Facts of a hall that have no live view of their own: what the page was rendered with, read again from the API when
 * something happened at one of these touchpoints.
 *
 * @param path below `/api/v1`; when it changes (another search, another page) it is read anew
 * @param touchpoints those whose events can change the answer
 * @param initial the answer the page was rendered with
 * @param read how it is read, where one answer of the API is not all of it; stays the same function
 */
export function useHallData<Data>({
  hall,
  path,
  touchpoints,
  initial,
  read = readOnce,
}: {
  hall: string;
  path: string;
  touchpoints: readonly Touchpoint[];
  initial: Data;
  read?: (path: string) => Promise<ApiAnswer<Data>>;
}): HallData<Data> {
  const signals = useLiveView({ hall, view: 'signals' });
  const [shown, setShown] = useState({ path, data: initial });
  const [problem, setProblem] = useState<ApiProblem>();
  const asked = useRef(0);

  const refresh = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    const answer = await read(path);
    // An older question that was answered late says nothing new.
    if (mine !== asked.current) return;
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) setShown({ path, data: answer.value });
  }, [path, read]);

  const versions = signals.data?.touchpoints;
  const mark = versions ? touchpoints.map((key) => versions[key] ?? 0).join(' ') : undefined;
  const seen = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (mark === undefined) return;
    // The first mark counts too: something may have happened between rendering and connecting.
    const now = `${path} ${mark}`;
    if (seen.current === now) return;
    seen.current = now;
    const soon = setTimeout(refresh, gatherMs);
    return () => clearTimeout(soon);
  }, [mark, path, refresh]);

  return {
    data: shown.data,
    problem,
    refresh,
    connection: signals.connection,
    ageSeconds: signals.ageSeconds,
    serverOffsetMs: signals.serverOffsetMs,
  };
}
