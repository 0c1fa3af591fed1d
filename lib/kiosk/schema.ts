import { z } from 'zod';
import { customerTicketSchema } from '@/lib/tickets/schema';

/** What was scanned, or the number as it was typed. */
export const ticketCodeSchema = z.string().trim().min(1).max(300);

export const kioskCodeBody = z.strictObject({ code: ticketCodeSchema });

/** A ticket at the kiosk: as its customer sees it. */
export const kioskTicketSchema = z.object({
  ticket: customerTicketSchema,
  /** Its own code, only for whoever showed it: a number alone opens nothing. */
  token: z.string().nullable(),
  /** It came from afar and its customer is not here yet: it can be checked in. */
  mayCheckIn: z.boolean(),
});
export type KioskTicket = z.infer<typeof kioskTicketSchema>;

/** What can be chosen at the kiosk of a hall. */
export interface KioskChoices {
  zones: { code: string; names: Record<string, string> }[];
  services: {
    code: string;
    names: Record<string, string>;
    zoneCode: string | null;
    papers: { code: string; names: Record<string, string> }[];
  }[];
  needs: { code: string; names: Record<string, string> }[];
  /** Empty where the settings do not let customers name their class themselves. */
  classes: { code: string; names: Record<string, string> }[];
}
