import { z } from 'zod';
import { codeSchema, idSchema } from '@/lib/tickets/schema';

/** Whom to send where: a customer without a number (`serviceCode`), or one who waits (`ticketId`). */
export const divertBody = z
  .strictObject({
    machineId: idSchema,
    serviceCode: codeSchema.optional(),
    ticketId: idSchema.optional(),
    customerClass: codeSchema.optional(),
    needs: z.array(codeSchema).max(10).optional(),
  })
  .refine((body) => (body.serviceCode === undefined) !== (body.ticketId === undefined), {
    message: 'name either a serviceCode or a ticketId',
    path: ['serviceCode'],
  });

export const diversionSchema = z.object({
  id: z.string(),
  visitId: z.string(),
  machineId: z.string(),
  serviceCode: z.string(),
  /** The number that was given up; null where there was none. */
  number: z.string().nullable(),
  divertedAt: z.string(),
  state: z.enum(['open', 'done', 'cameBack']),
});
export type DiversionView = z.infer<typeof diversionSchema>;
