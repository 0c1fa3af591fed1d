import type { House } from '@/lib/door/house';
import { presentEnquiry } from './presenter';
import { listOpenEnquiries } from './queries';
import type { EnquiryView } from './schema';

const FIRST = 100;

/** What is open in a hall, as the enquiry desk is first rendered with; the caller has checked who asks. */
export async function loadOpenEnquiries(
  house: House,
  hallId: string,
): Promise<{ items: EnquiryView[]; nextCursor: string | null }> {
  const rows = await listOpenEnquiries(house.db, hallId, { limit: FIRST });
  return { items: rows.map(({ enquiry, retention }) => presentEnquiry(enquiry, retention)), nextCursor: null };
}
