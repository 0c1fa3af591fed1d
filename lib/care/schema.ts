import { z } from 'zod';
import { CARE_ACTIONS } from './care-visit';

/** A care visit as staff see it: whom for, since when, who has it. `crossing` 1 = the limit, 2 = twice the limit … */
export const careSchema = z.object({
  id: z.string(),
  ticketId: z.string(),
  number: z.string(),
  serviceCode: z.string(),
  crossing: z.int(),
  state: z.enum(['open', 'taken', 'done', 'lapsed']),
  openedAt: z.string(),
  escalatedAt: z.string().nullable(),
  owner: z.object({ ref: z.string(), name: z.string().nullable() }).nullable(),
  takenAt: z.string().nullable(),
  doneAt: z.string().nullable(),
  action: z.enum(CARE_ACTIONS).nullable(),
  note: z.string().nullable(),
  waitingSince: z.string().nullable(),
});
export type CareView = z.infer<typeof careSchema>;
