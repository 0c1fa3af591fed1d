import { z } from 'zod';
import { addSeconds } from '@/lib/core/clock';
import { fail, success } from '@/lib/core/result';
import type { Deadline } from '@/lib/deadlines/deadline';
import { queueCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import { idSchema } from '@/lib/tickets/schema';
import { MOST_PICTURE_BYTES, pictureType } from './picture-type';
import { deleteUnused, insertAttachment } from './repository';

/** A picture that nothing uses is forgotten after a day. */
const UNUSED_SECONDS = 24 * 3600;

/** Takes in a picture: JPEG, PNG or WebP by its bytes, whatever the sender calls it. */
export const addAttachment = queueCommand({
  name: 'attachment.add',
  input: z.strictObject({ hall: idSchema, base64: z.base64() }),
  permission: 'attachment.add',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { base64 }) {
    const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
    if (bytes.byteLength > MOST_PICTURE_BYTES)
      return fail('payload-too-large', { detail: `At most ${MOST_PICTURE_BYTES} bytes.` });
    const contentType = pictureType(bytes);
    if (!contentType) return fail('not-a-picture', { detail: 'Send a JPEG, PNG or WebP picture.' });
    const id = work.newId();
    const { hallId, now: addedAt, by: addedBy } = work;
    await insertAttachment(work.tx, { id, hallId, contentType, bytes, addedAt, addedBy });
    await work.setDeadline('attachment.unused', id, addSeconds(work.now, UNUSED_SECONDS));
    return success({ id, contentType, size: bytes.byteLength });
  },
});

/** A day has passed and nothing uses the picture. */
export async function forgetUnused(work: Work, { subjectId }: Deadline): Promise<void> {
  await deleteUnused(work.tx, work.hallId, subjectId);
}
