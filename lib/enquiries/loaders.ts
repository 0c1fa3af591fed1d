import { page } from '@/lib/api/page';
import type { House } from '@/lib/door/house';
import { listServiceArticles } from '@/lib/knowledge/queries';
import { presentListed } from './presenter';
import { cursorOf, listOpenEnquiries } from './queries';
import type { ListedEnquiry } from './schema';

const FIRST_PAGE = 50;

/** What is open in a hall, as the enquiry desk is first rendered with; the caller has checked who asks. */
export async function loadOpenEnquiries(
  house: House,
  hallId: string,
): Promise<{ items: ListedEnquiry[]; nextCursor: string | null }> {
  const rows = await listOpenEnquiries(house.db, hallId, { limit: FIRST_PAGE + 1 });
  const { items, nextCursor } = page(rows, FIRST_PAGE, cursorOf);
  const articles = await listServiceArticles(house.db, hallId);
  return { items: items.map((row) => presentListed(row, articles)), nextCursor };
}
