'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { useLiveView } from '@/components/live/use-live-view';
import type { Touchpoint } from '@/lib/touchpoints/registry';
import type { VisitContext } from '@/lib/visit-context/schema';

const touchpoints: readonly Touchpoint[] = ['consult', 'result', 'leave', 'queue', 'complain'];

/** What is known of the visit of the customer at the counter beyond his ticket; nothing until it is read. */
export function useVisitContext(hall: string, ticketId: string | undefined) {
  const signals = useLiveView({ hall, view: 'signals' });
  const [known, setKnown] = useState<{ ticketId: string; context: VisitContext }>();
  const asked = useRef(0);
  const refresh = useCallback(async () => {
    if (!ticketId) return;
    asked.current += 1;
    const mine = asked.current;
    const answer = await callApi<VisitContext>('GET', `/tickets/${ticketId}/context`);
    if (answer.ok && mine === asked.current) setKnown({ ticketId, context: answer.value });
  }, [ticketId]);
  const versions = signals.data?.touchpoints;
  const mark = versions ? touchpoints.map((key) => versions[key] ?? 0).join(' ') : '';
  const seen = useRef<string | undefined>(undefined);
  useEffect(() => {
    const now = `${ticketId} ${mark}`;
    if (seen.current === now) return;
    seen.current = now;
    const soon = setTimeout(refresh, 100);
    return () => clearTimeout(soon);
  }, [ticketId, mark, refresh]);
  return { context: known && known.ticketId === ticketId ? known.context : undefined, refresh };
}
