'use client';

import { useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import type { DiversionView } from '@/lib/diversions/schema';
import type { TicketView } from '@/lib/tickets/schema';

/** Sends customers to machines and takes them back; `sentTo` is the machine to point the customer to. */
export function useDivert({
  hall,
  onChanged,
  onProblem,
  onBack,
}: {
  hall: string;
  onChanged: () => void;
  onProblem: (problem: ApiProblem) => void;
  /** The customer has a number (again). */
  onBack: (ticket: TicketView) => void;
}) {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  const send = async (machineId: string, whom: object): Promise<boolean> => {
    setPending(true);
    const answer = await callApi<DiversionView>('POST', `/halls/${hall}/diversions`, { machineId, ...whom });
    setPending(false);
    onChanged();
    if (answer.ok) setSentTo(machineId);
    else onProblem(answer.problem);
    return answer.ok;
  };

  const comeBack = async ({ id }: DiversionView) => {
    setPending(true);
    const answer = await callApi<TicketView>('POST', `/diversions/${id}/came-back`);
    setPending(false);
    onChanged();
    if (answer.ok) onBack(answer.value);
    else onProblem(answer.problem);
  };

  return { sentTo, pending, send, comeBack, clear: () => setSentTo(null) };
}
