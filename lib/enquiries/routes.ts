import { z } from 'zod';
import { page, pageOf, pageQuery } from '@/lib/api/page';
import { readHall } from '@/lib/api/read-hall';
import { defineRoute } from '@/lib/api/route';
import { fail, success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { listServiceArticles } from '@/lib/knowledge/queries';
import { idSchema } from '@/lib/tickets/schema';
import { acceptEnquiry, closeEnquiry, declineEnquiry, handOverEnquiry, openEnquiry, recordRetention } from './commands';
import { presentListed } from './presenter';
import { cursorOf, listClosedEnquiries, listOpenEnquiries } from './queries';
import {
  closeEnquiryBody,
  enquirySchema,
  handOverBody,
  listedEnquirySchema,
  openEnquiryBody,
  openedEnquirySchema,
  retentionBody,
} from './schema';

const inHall = z.object({ hall: idSchema.describe('Id or short name of the hall.') });
const ofEnquiry = z.object({ enquiry: idSchema });

/** The place of an open question in its list: when it is due, and its id. */
function placeOf(cursor: string): { dueAt: Date; id: string } | null {
  const [due = '', id = ''] = cursor.split('_');
  const at = Number(due);
  return /^\d{1,14}$/.test(due) && id !== '' ? { dueAt: new Date(at), id } : null;
}

export const enquiryRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/enquiries',
    tag: 'enquiries',
    summary: 'Questions and who owns them',
    description: '`state=open`: all that are open, due first. `state=closed`: those of today, newest first.',
    who: ['enquiry.work'],
    params: inHall,
    query: pageQuery.extend({ state: z.enum(['open', 'closed']).default('open') }),
    answer: pageOf(listedEnquirySchema),
    async run(call) {
      const { house, query } = call;
      const { state: wanted, after, limit } = query;
      const hall = await readHall(call, call.params.hall, 'enquiry.work', ({ state }) => ({
        id: state.config.id,
        serviceDay: state.serviceDay,
      }));
      if (!hall.ok) return hall;
      const { id: hallId, serviceDay } = hall.value;
      const place = after !== undefined && wanted === 'open' ? placeOf(after) : undefined;
      if (place === null)
        return fail('invalid-input', { errors: [{ path: 'query.after', message: 'is no cursor of this list' }] });
      const rows =
        wanted === 'open'
          ? await listOpenEnquiries(house.db, hallId, { after: place, limit: limit + 1 })
          : await listClosedEnquiries(house.db, hallId, { serviceDay, before: after, limit: limit + 1 });
      const { items, nextCursor } = page(rows, limit, (row) => (wanted === 'open' ? cursorOf(row) : row.enquiry.id));
      const articles = await listServiceArticles(house.db, hallId);
      return success({ items: items.map((row) => presentListed(row, articles)), nextCursor });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/enquiries',
    tag: 'enquiries',
    summary: 'Somebody asks',
    description:
      'With an `outcome` it is closed at once; with `toColleague` it is passed on and stays with whoever was asked until the ' +
      'colleague accepts; with `retention` it is a customer who wants to leave.',
    who: ['enquiry.work'],
    params: inHall,
    body: openEnquiryBody,
    status: 201,
    answer: openedEnquirySchema,
    refusals: ['service-inactive', 'hall-closed', 'remote-not-allowed'],
    run: ({ house, caller, params: { hall }, body }) => execute(house, caller, openEnquiry, { ...body, hall }),
  }),
  defineRoute({
    method: 'post',
    path: '/enquiries/{enquiry}/close',
    tag: 'enquiries',
    summary: 'It was answered, or became a number, or nobody wants the answer any more',
    who: ['enquiry.work'],
    params: ofEnquiry,
    body: closeEnquiryBody,
    answer: openedEnquirySchema,
    refusals: ['wrong-state', 'not-the-owner', 'service-inactive', 'hall-closed', 'remote-not-allowed'],
    run: ({ house, caller, params: { enquiry }, body }) =>
      execute(house, caller, closeEnquiry, { ...body, enquiryId: enquiry }),
  }),
  defineRoute({
    method: 'post',
    path: '/enquiries/{enquiry}/hand-over',
    tag: 'enquiries',
    summary: 'Ask a colleague to take it over',
    who: ['enquiry.work'],
    params: ofEnquiry,
    body: handOverBody,
    answer: enquirySchema,
    refusals: ['wrong-state', 'not-the-owner'],
    run: ({ house, caller, params: { enquiry }, body }) =>
      execute(house, caller, handOverEnquiry, { ...body, enquiryId: enquiry }),
  }),
  defineRoute({
    method: 'post',
    path: '/enquiries/{enquiry}/accept',
    tag: 'enquiries',
    summary: 'Take it over',
    description: 'By the colleague who was asked to; shift leads may take any.',
    who: ['enquiry.work'],
    params: ofEnquiry,
    answer: enquirySchema,
    refusals: ['wrong-state', 'not-the-owner'],
    run: ({ house, caller, params: { enquiry } }) => execute(house, caller, acceptEnquiry, { enquiryId: enquiry }),
  }),
  defineRoute({
    method: 'post',
    path: '/enquiries/{enquiry}/decline',
    tag: 'enquiries',
    summary: 'It stays with its owner',
    who: ['enquiry.work'],
    params: ofEnquiry,
    answer: enquirySchema,
    refusals: ['wrong-state', 'not-the-owner'],
    run: ({ house, caller, params: { enquiry } }) => execute(house, caller, declineEnquiry, { enquiryId: enquiry }),
  }),
  defineRoute({
    method: 'post',
    path: '/enquiries/{enquiry}/retention',
    tag: 'enquiries',
    summary: 'The customer wants to leave: reason, offer, result',
    description: '`stayed` and `left` close it; `thinking` sets the time to ask again.',
    who: ['enquiry.work'],
    params: ofEnquiry,
    body: retentionBody,
    answer: enquirySchema,
    refusals: ['wrong-state', 'not-the-owner'],
    run: ({ house, caller, params: { enquiry }, body }) =>
      execute(house, caller, recordRetention, { ...body, enquiryId: enquiry }),
  }),
];
