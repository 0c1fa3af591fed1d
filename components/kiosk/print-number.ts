import { printSlip } from '@/components/tickets/print-slip';

/**
 * The one place where a kiosk asks for paper: the browser's own print, silent where the browser was started for it.
 *
 * @param ticket id or token of the ticket
 * @returns false when the slip could not be had
 */
export function printNumber(hall: string, ticket: string): Promise<boolean> {
  return printSlip(`/screens/${encodeURIComponent(hall)}/kiosk/slip/${encodeURIComponent(ticket)}`);
}
