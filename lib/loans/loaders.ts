import type { House } from '@/lib/door/house';
import { loadCurrency } from '@/lib/halls/queries';
import { presentLoanItem } from './presenter';
import { listItems } from './queries';
import type { LoanItems } from './schema';

/** What the hall lends; the caller has checked who asks. */
export async function loadLoanItems(house: House, hallId: string): Promise<LoanItems> {
  const items = await listItems(house.db, hallId);
  return {
    currency: await loadCurrency(house.db, hallId),
    items: items.map(({ item, loan }) => presentLoanItem(item, loan)),
  };
}
