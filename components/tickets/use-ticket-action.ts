'use client';

import { useCallback, useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import type { TicketView } from '@/lib/tickets/schema';

/**
 * Changes of tickets from a list, one request at a time for each ticket. `pending` names the tickets whose request is
 * under way; `run` answers what is wrong, or null.
 */
export function useTicketAction(): {
  pending: ReadonlySet<string>;
  run: (ticketId: string, verb: string, body?: unknown) => Promise<ApiProblem | null>;
} {
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const run = useCallback(async (ticketId: string, verb: string, body?: unknown) => {
    setPending((ids) => new Set(ids).add(ticketId));
    const answer = await callApi<TicketView>('POST', `/tickets/${ticketId}/${verb}`, body);
    setPending((ids) => new Set([...ids].filter((id) => id !== ticketId)));
    return answer.ok ? null : answer.problem;
  }, []);
  return { pending, run };
}
