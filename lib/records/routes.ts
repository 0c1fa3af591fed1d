import { z } from 'zod';
import { pageQuery } from '@/lib/api/page';
import { defineRoute } from '@/lib/api/route';
import { fail, success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { findHallId } from '@/lib/halls/queries';
import { permits, refusal } from '@/lib/staff/policy';
import { idSchema } from '@/lib/tickets/schema';
import { changeRecord, keepRecord } from './commands';
import { loadRecords } from './loaders';
import {
  changeRecordBody,
  keepRecordBody,
  recordCursorSchema,
  recordListSchema,
  recordQuery,
  recordSchema,
} from './schema';

const hallParams = z.object({ hall: idSchema.describe('Id or short name of the hall.') });

export const recordRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/records',
    tag: 'environment',
    summary: 'Records of meetings and inspections, the latest first',
    who: ['record.read'],
    params: hallParams,
    query: recordQuery.extend({ after: recordCursorSchema.optional(), limit: pageQuery.shape.limit }),
    answer: recordListSchema,
    async run({ house, actor, params: { hall }, query }) {
      const hallId = await findHallId(house.db, hall);
      if (!hallId) return fail('not-found', { detail: 'There is no such hall.' });
      if (!permits(actor, 'record.read', hallId)) return fail(refusal(actor, hallId));
      return success(await loadRecords(house, hallId, query));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/records',
    tag: 'environment',
    summary: 'Keep the record of a meeting or an inspection',
    description: 'What an inspection found goes to the board of weak points where `weakPoint` says so.',
    who: ['record.keep'],
    params: hallParams,
    body: keepRecordBody,
    status: 201,
    answer: recordSchema,
    run: ({ house, caller, params: { hall }, body }) => execute(house, caller, keepRecord, { hall, ...body }),
  }),
  defineRoute({
    method: 'patch',
    path: '/records/{record}',
    tag: 'environment',
    summary: 'Correct a record',
    who: ['record.keep'],
    params: z.object({ record: idSchema }),
    body: changeRecordBody,
    answer: recordSchema,
    run: ({ house, caller, params: { record }, body }) =>
      execute(house, caller, changeRecord, { recordId: record, ...body }),
  }),
];
