import type { House } from '@/lib/door/house';
import { readPrinting } from './queries';
import type { PrintingView } from './schema';

/** Printers and missing slips of a hall as a page is first rendered with; the caller has checked who asks. */
export async function loadPrinting(house: House, hallId: string): Promise<PrintingView> {
  return readPrinting(house.db, hallId);
}
