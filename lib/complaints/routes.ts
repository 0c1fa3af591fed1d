import { z } from 'zod';
import { page, pageQuery } from '@/lib/api/page';
import { type Call, defineRoute } from '@/lib/api/route';
import { fail, type Result, success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { findHallId } from '@/lib/halls/queries';
import { permits, refusal } from '@/lib/staff/policy';
import { codeSchema, idSchema } from '@/lib/tickets/schema';
import {
  acceptComplaint,
  closeComplaint,
  decideRemedy,
  declineComplaint,
  dispatchComplaint,
  noteComplaint,
  offerRemedy,
  registerComplaint,
  reopenComplaint,
  replyComplaint,
} from './commands';
import { COMPLAINT_STATES } from './complaint';
import { loadComplaint, loadComplaintForm, loadComplaintList, loadComplaintVisits } from './loaders';
import {
  closingBody,
  complaintDetailSchema,
  complaintFormSchema,
  complaintListSchema,
  complaintSchema,
  complaintVisitSchema,
  decideBody,
  dispatchBody,
  noteBody,
  registerBody,
  registeredComplaintSchema,
  remedyBody,
  reopenBody,
  replyBody,
} from './schema';
import { complaintToken } from './token';

const hallParams = z.object({ hall: idSchema.describe('Id or short name of the hall.') });
const params = z.object({ complaint: idSchema });

/** The hall by id or short name, for somebody who works there. */
async function hallOf({ house, actor }: Pick<Call, 'house' | 'actor'>, hall: string): Promise<Result<string>> {
  const hallId = await findHallId(house.db, hall);
  if (!hallId) return fail('not-found', { detail: 'There is no such hall.' });
  return permits(actor, 'complaint.register', hallId) ? success(hallId) : fail(refusal(actor, hallId));
}

const cursorSchema = z
  .string()
  .regex(/^2\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z~[0-9a-f-]{36}$/, '`nextCursor` of the page before')
  .refine((text) => !Number.isNaN(Date.parse(text.slice(0, 24))), '`nextCursor` of the page before');

export const complaintRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/complaint-form',
    tag: 'complaints',
    summary: 'What the form of a complaint begins with',
    description: 'Usual promises by category, the caller’s own limit for remedies, colleagues it can be sent to.',
    who: ['complaint.register'],
    params: hallParams,
    answer: complaintFormSchema,
    async run(call) {
      const hallId = await hallOf(call, call.params.hall);
      return hallId.ok ? loadComplaintForm(call.house, hallId.value, call.actor) : hallId;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/complaint-visits',
    tag: 'complaints',
    summary: 'Visits of the last week with a ticket number',
    description: 'Without a number: customers who are at a counter or have just left it.',
    who: ['complaint.register'],
    params: hallParams,
    query: z.object({ number: codeSchema.optional() }),
    answer: z.object({ items: z.array(complaintVisitSchema) }),
    async run(call) {
      const hallId = await hallOf(call, call.params.hall);
      return hallId.ok ? loadComplaintVisits(call.house, hallId.value, call.query.number?.toUpperCase()) : hallId;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/complaints',
    tag: 'complaints',
    summary: 'Complaints of a hall',
    description:
      'Owed ones come first by their promised time; with other states the newest first. What the customer said, his name ' +
      'and phone are there only for those who work on it and for the leads.',
    who: ['complaint.register'],
    params: hallParams,
    query: pageQuery.extend({
      after: cursorSchema.optional(),
      state: z.enum(['owed', 'all', ...COMPLAINT_STATES]).default('owed'),
      mine: z.enum(['true', 'false']).default('false'),
      visit: idSchema.optional(),
    }),
    answer: complaintListSchema,
    async run(call) {
      const hallId = await hallOf(call, call.params.hall);
      if (!hallId.ok) return hallId;
      const { after, state, mine, visit, limit } = call.query;
      const list = await loadComplaintList(call.house, hallId.value, call.actor, {
        state,
        mine: mine === 'true',
        visitId: visit,
        after: after ? { at: new Date(after.slice(0, 24)), id: after.slice(25) } : undefined,
        limit: limit + 1,
      });
      return success({
        ...list,
        ...page(list.items, limit, (item) => `${state === 'owed' ? item.promisedAt : item.registeredAt}~${item.id}`),
      });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/complaints',
    tag: 'complaints',
    summary: 'Take a complaint down',
    description: 'The answer holds the token of the customer’s private page: `/complaint/{token}`.',
    who: ['complaint.register'],
    params: hallParams,
    body: registerBody,
    status: 201,
    answer: registeredComplaintSchema,
    async run({ house, caller, params: { hall }, body }) {
      const made = await execute(house, caller, registerComplaint, { hall, ...body });
      return made.ok ? success({ ...made.value, token: complaintToken(house.secret, made.value.id) }) : made;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/complaints/{complaint}',
    tag: 'complaints',
    summary: 'A complaint with its story',
    who: ['complaint.register'],
    params,
    answer: complaintDetailSchema,
    run: ({ house, actor, params: { complaint } }) => loadComplaint(house, complaint, actor),
  }),
  defineRoute({
    method: 'post',
    path: '/complaints/{complaint}/dispatch',
    tag: 'complaints',
    summary: 'Send it to a colleague or a department',
    description: 'A colleague has to accept it; with a department the owner stays. A later time needs `agreed`.',
    who: ['complaint.register'],
    params,
    body: dispatchBody,
    answer: complaintSchema,
    refusals: ['wrong-state', 'not-the-owner'],
    run: ({ house, caller, params: { complaint: complaintId }, body }) =>
      execute(house, caller, dispatchComplaint, { ...body, complaintId }),
  }),
  defineRoute({
    method: 'post',
    path: '/complaints/{complaint}/accept',
    tag: 'complaints',
    summary: 'Take over what one was asked to',
    who: ['complaint.register'],
    params,
    answer: complaintSchema,
    refusals: ['wrong-state', 'not-the-owner'],
    run: ({ house, caller, params: { complaint: complaintId } }) =>
      execute(house, caller, acceptComplaint, { complaintId }),
  }),
  defineRoute({
    method: 'post',
    path: '/complaints/{complaint}/decline',
    tag: 'complaints',
    summary: 'Leave it with its owner',
    who: ['complaint.register'],
    params,
    answer: complaintSchema,
    refusals: ['wrong-state', 'not-the-owner'],
    run: ({ house, caller, params: { complaint: complaintId } }) =>
      execute(house, caller, declineComplaint, { complaintId }),
  }),
  defineRoute({
    method: 'post',
    path: '/complaints/{complaint}/notes',
    tag: 'complaints',
    summary: 'Write down what was done so far',
    who: ['complaint.register'],
    params,
    body: noteBody,
    answer: complaintSchema,
    refusals: ['wrong-state', 'not-the-owner'],
    run: ({ house, caller, params: { complaint: complaintId }, body }) =>
      execute(house, caller, noteComplaint, { ...body, complaintId }),
  }),
  defineRoute({
    method: 'post',
    path: '/complaints/{complaint}/remedies',
    tag: 'complaints',
    summary: 'Give something to make up for it',
    description: 'Within the limit of the role at once; otherwise it waits for a lead.',
    who: ['complaint.register'],
    params,
    body: remedyBody,
    answer: complaintSchema,
    refusals: ['wrong-state', 'not-the-owner'],
    run: ({ house, caller, params: { complaint: complaintId }, body }) =>
      execute(house, caller, offerRemedy, { ...body, complaintId }),
  }),
  defineRoute({
    method: 'post',
    path: '/complaint-remedies/{remedy}/decision',
    tag: 'complaints',
    summary: 'Approve or refuse a remedy',
    who: ['complaint.lead'],
    params: z.object({ remedy: idSchema }),
    body: decideBody,
    answer: complaintSchema,
    refusals: ['wrong-state', 'over-limit'],
    run: ({ house, caller, params: { remedy: remedyId }, body }) =>
      execute(house, caller, decideRemedy, { ...body, remedyId }),
  }),
  defineRoute({
    method: 'post',
    path: '/complaints/{complaint}/reply',
    tag: 'complaints',
    summary: 'The customer was answered',
    who: ['complaint.register'],
    params,
    body: replyBody,
    answer: complaintSchema,
    refusals: ['wrong-state', 'not-the-owner'],
    run: ({ house, caller, params: { complaint: complaintId }, body }) =>
      execute(house, caller, replyComplaint, { ...body, complaintId }),
  }),
  defineRoute({
    method: 'post',
    path: '/complaints/{complaint}/close',
    tag: 'complaints',
    summary: 'Close it with its cause',
    who: ['complaint.register'],
    params,
    body: closingBody,
    answer: complaintSchema,
    refusals: ['wrong-state', 'not-the-owner'],
    run: ({ house, caller, params: { complaint: complaintId }, body }) =>
      execute(house, caller, closeComplaint, { ...body, complaintId }),
  }),
  defineRoute({
    method: 'post',
    path: '/complaints/{complaint}/reopen',
    tag: 'complaints',
    summary: 'The customer is not content: it is owed again',
    who: ['complaint.register'],
    params,
    body: reopenBody,
    answer: complaintSchema,
    refusals: ['wrong-state', 'not-the-owner'],
    run: ({ house, caller, params: { complaint: complaintId }, body }) =>
      execute(house, caller, reopenComplaint, { ...body, complaintId }),
  }),
];
