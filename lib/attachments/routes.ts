import { z } from 'zod';
import { defineRoute } from '@/lib/api/route';
import { fail, success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { findHallId } from '@/lib/halls/queries';
import { permits, refusal } from '@/lib/staff/policy';
import { idSchema } from '@/lib/tickets/schema';
import { addAttachment } from './commands';
import { MOST_PICTURE_BYTES, PICTURE_TYPES } from './picture-type';
import { findAttachment } from './queries';
import { attachmentSchema } from './schema';

const hall = idSchema.describe('Id or short name of the hall.');

export const attachmentRoutes = [
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/attachments',
    tag: 'attachments',
    summary: 'Take in a picture',
    description: 'The body is the picture itself. It is forgotten after a day unless something of the hall uses it.',
    who: ['attachment.add'],
    params: z.object({ hall }),
    upload: { types: PICTURE_TYPES, mostBytes: MOST_PICTURE_BYTES },
    status: 201,
    answer: attachmentSchema,
    refusals: ['not-a-picture'],
    run: ({ house, caller, params, bytes }) =>
      execute(house, caller, addAttachment, {
        hall: params.hall,
        base64: Buffer.from(bytes ?? new Uint8Array()).toString('base64'),
      }),
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/attachments/{attachment}',
    tag: 'attachments',
    summary: 'A picture',
    who: ['attachment.read'],
    params: z.object({ hall, attachment: idSchema }),
    file: PICTURE_TYPES,
    answer: z.object({ contentType: z.string(), bytes: z.instanceof(Uint8Array) }),
    async run({ house, actor, params, answerHeaders }) {
      const hallId = await findHallId(house.db, params.hall);
      if (!hallId) return fail('not-found', { detail: 'There is no such hall.' });
      if (!permits(actor, 'attachment.read', hallId)) return fail(refusal(actor, hallId));
      const picture = await findAttachment(house.db, hallId, params.attachment);
      if (!picture) return fail('not-found', { detail: 'There is no such picture.' });
      // It never changes, and only this person's browser may keep it.
      answerHeaders.set('cache-control', 'private, max-age=86400, immutable');
      answerHeaders.set('content-disposition', 'inline');
      answerHeaders.set('x-content-type-options', 'nosniff');
      return success(picture);
    },
  }),
];
