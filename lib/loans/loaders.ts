import type { House } from '@/lib/door/house';
import { presentLoanItem } from './presenter';
import { listItems } from './queries';
import type { LoanItems } from './schema';

/** What the hall lends, as a page is first rendered with; the caller has checked who asks. */
export async function loadLoanItems(house: House, hallId: string): Promise<LoanItems> {
  const items = await listItems(house.db, hallId);
  return { items: items.map(({ item, loan }) => presentLoanItem(item, loan)) };
}
