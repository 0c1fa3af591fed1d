'use client';

import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useHallData } from '@/components/live/use-hall-data';
import { printSlip } from '@/components/tickets/print-slip';
import { prints } from '@/lib/printing/printer';
import type { PrintingView } from '@/lib/printing/schema';

/**
 * Paper for the guide's customers: by the hall's own printer where it has one for this desk, otherwise by the browser.
 * What a printer of the hall did with a slip comes with the ticket; the browser tells nobody.
 */
export function useSlips({
  hall,
  initial,
  onProblem,
}: {
  hall: string;
  initial: PrintingView;
  /** `problem` null: the browser could not have the slip. */
  onProblem: (ticket: { id: string; number: string }, problem: ApiProblem | null) => void;
}) {
  const { data, refresh } = useHallData<PrintingView>({
    hall,
    path: `/halls/${hall}/printing`,
    touchpoints: ['enter', 'self-service'],
    initial,
  });
  const ownPrinter = data.printers.some(({ forGuide }) => forGuide);

  const print = async (ticket: { id: string; number: string }) => {
    if (!ownPrinter) {
      if (!(await printSlip(`/desk/${hall}/guide/slip/${ticket.id}`))) onProblem(ticket, null);
      return;
    }
    const asked = await callApi('POST', `/halls/${hall}/tickets/${ticket.id}/print`, {});
    if (!asked.ok) onProblem(ticket, asked.problem);
  };

  const settle = async (slip: PrintingView['slips'][number], hasSlip: boolean) => {
    const done = await callApi('POST', `/print-jobs/${slip.id}/settle`, { hasSlip });
    if (!done.ok) onProblem({ id: slip.ticketId ?? '', number: slip.number }, done.problem);
    await refresh();
  };

  const needCare = data.slips.length > 0 || data.printers.some(({ state }) => !prints(state) || state === 'paperLow');
  return { view: data, needCare, print, settle };
}
