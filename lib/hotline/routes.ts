import { z } from 'zod';
import { defineRoute } from '@/lib/api/route';
import { success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { idSchema } from '@/lib/tickets/schema';
import { acknowledgeNotice, referToHall } from './commands';
import { loadHotlineDesk } from './loaders';
import { hallNoticeSchema, hotlineDeskSchema, referBody } from './schema';

export const hotlineRoutes = [
  defineRoute({
    method: 'get',
    path: '/hotline',
    tag: 'hotline',
    summary: 'The hotline desk',
    description: 'Facts to read out of every hall for which the person answers the hotline, and what changed in them.',
    who: 'staff',
    answer: hotlineDeskSchema,
    run: async ({ house, actor }) => success(await loadHotlineDesk(house, actor)),
  }),
  defineRoute({
    method: 'post',
    path: '/hall-notices/{notice}/acknowledge',
    tag: 'hotline',
    summary: 'Say that one knows of a change to a hall’s information',
    who: ['hotline.use'],
    params: z.object({ notice: idSchema }),
    answer: hallNoticeSchema,
    run: ({ house, caller, params: { notice: noticeId } }) => execute(house, caller, acknowledgeNotice, { noticeId }),
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/referrals',
    tag: 'hotline',
    summary: 'A caller was sent to this hall',
    who: ['hotline.use'],
    params: z.object({ hall: idSchema.describe('Id or short name of the hall.') }),
    body: referBody,
    status: 201,
    answer: z.object({ at: z.string(), serviceCode: z.string().nullable() }),
    run: ({ house, caller, params: { hall }, body }) => execute(house, caller, referToHall, { hall, ...body }),
  }),
];
