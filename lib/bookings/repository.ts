import type { Tx } from '@/lib/platform/db/client';

export interface NewBooking {
  ticketId: string;
  hallId: string;
  serviceId: string;
  serviceDay: string;
  slotAt: Date;
  place: number;
  device: string | null;
  person: string | null;
  bookedAt: Date;
  /** Booked by the hotline for somebody who called. */
  byHotline: boolean;
}

export async function insertBooking(tx: Tx, booking: NewBooking): Promise<void> {
  await tx.booking.create({ data: { ...booking, openDevice: booking.device, openPerson: booking.person } });
}

/** The booking is no longer open: its customer may book again; `givenBack` frees the place of its slot. */
export async function endBooking(tx: Tx, ticketId: string, givenBack: boolean): Promise<void> {
  await tx.booking.updateMany({
    where: { ticketId },
    data: { openDevice: null, openPerson: null, ...(givenBack ? { place: null } : {}) },
  });
}

export async function changeBooking(
  tx: Tx,
  ticketId: string,
  data: {
    slotAt?: Date;
    serviceDay?: string;
    place?: number;
    openDevice?: string | null;
    openPerson?: string | null;
  },
): Promise<void> {
  await tx.booking.update({ where: { ticketId }, data });
}
