import { z } from 'zod';
import { PICTURE_TYPES } from './picture-type';

/** A picture that was taken in; it is forgotten after a day unless something of the hall uses it. */
export const attachmentSchema = z.object({
  id: z.string(),
  contentType: z.enum(PICTURE_TYPES),
  size: z.int(),
});
export type AttachmentView = z.infer<typeof attachmentSchema>;

/** Pictures of one thing, by their ids. */
export const photoIdsSchema = z.array(z.string().min(1).max(60)).max(4);
