import { callApi } from '@/components/live/call-api';
import { printSlip } from '@/components/tickets/print-slip';
import type { PrintJobView } from '@/lib/printing/schema';

/** What came of asking for paper: `sent` where nobody can tell. */
export type Paper = 'printed' | 'sent' | 'failed';

const lookEveryMs = 500;
/** The server gives a printer up before that; then the number on the screen is what the customer has. */
const looks = 60;

/**
 * The one place where a kiosk asks for paper: the printer beside it, of which the hall knows what became of the slip;
 * without one the browser's own print, silent where the browser was started for it.
 *
 * @param ticket id or token of the ticket
 * @param ownPrinter the hall has set up a printer for this kiosk
 */
export async function printNumber(hall: string, ticket: string, ownPrinter: boolean): Promise<Paper> {
  const [place, name] = [encodeURIComponent(hall), encodeURIComponent(ticket)];
  if (!ownPrinter) return (await printSlip(`/screens/${place}/kiosk/slip/${name}`)) ? 'sent' : 'failed';
  const asked = await callApi<PrintJobView>('POST', `/halls/${place}/tickets/${name}/print`, {});
  if (!asked.ok) return 'failed';
  for (let look = 0; look < looks; look++) {
    const job = await callApi<PrintJobView>('GET', `/print-jobs/${asked.value.id}`);
    if (job.ok && job.value.state === 'printed') return 'printed';
    if (job.ok && (job.value.state === 'failed' || job.value.state === 'uncertain')) return 'failed';
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
  return 'failed';
}
