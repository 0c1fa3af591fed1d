import { cookies } from 'next/headers';
import { findOpenBooking } from '@/lib/bookings/queries';
import { readState } from '@/lib/door/execute';
import { house } from '@/lib/door/house';
import { findHallId } from '@/lib/halls/queries';
import { ticketsOfDevice } from '@/lib/tickets/queries';
import { isActive } from '@/lib/tickets/ticket';
import { ticketToken } from '@/lib/tickets/token';
import { DEVICE_COOKIE, deviceMark } from './device';
import { doorCode, isDoorCode } from './door-code';

/** What reading a door's code means: whether it is the hall's, and the number that this phone has here today. */
export async function loadDoorVisit(
  slug: string,
  code: string,
): Promise<{ isHere: boolean; token: string | null } | null> {
  const open = house();
  const hallId = await findHallId(open.db, slug);
  if (!hallId) return null;
  const device = deviceMark(open.secret, (await cookies()).get(DEVICE_COOKIE)?.value);
  const own = device ? await ticketsOfDevice(open.db, hallId, device) : [];
  const booked = await findOpenBooking(open.db, hallId, { device });
  const mine = await readState(open, hallId, (state) =>
    [...own, ...(booked ? [booked] : [])].find((id) => {
      const ticket = state.tickets.get(id);
      return ticket !== undefined && isActive(ticket.status);
    }),
  );
  return {
    isHere: isDoorCode(open.secret, hallId, code, open.clock.now()),
    token: mine ? ticketToken(open.secret, mine) : null,
  };
}

/** The code that the sign at a hall's door shows now. */
export async function loadDoorCode(slug: string): Promise<string | null> {
  const open = house();
  const hallId = await findHallId(open.db, slug);
  return hallId && doorCode(open.secret, hallId, open.clock.now());
}
