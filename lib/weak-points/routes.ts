import { z } from 'zod';
import { defineRoute } from '@/lib/api/route';
import { fail, success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { findHallId } from '@/lib/halls/queries';
import { permits, refusal } from '@/lib/staff/policy';
import { idSchema } from '@/lib/tickets/schema';
import {
  dropWeakPoint,
  finishWeakPoint,
  openWeakPoint,
  planWeakPoint,
  proposeWeakPoints,
  reopenWeakPoint,
  seeWeakPoint,
  startWeakPoint,
  verifyWeakPoint,
} from './commands';
import { loadBoard, loadNotice } from './loaders';
import {
  dropWeakPointBody,
  finishWeakPointBody,
  monthSchema,
  openWeakPointBody,
  planWeakPointBody,
  proposedWeakPointsSchema,
  proposeWeakPointsBody,
  reopenWeakPointBody,
  verifyWeakPointBody,
  weakPointBoardSchema,
  weakPointNoticeSchema,
  weakPointSchema,
} from './schema';

const hallParams = z.object({ hall: idSchema.describe('Id or short name of the hall.') });
const params = z.object({ weakPoint: idSchema });
const refusals = ['changed-meanwhile', 'own-work'] as const;

export const weakPointRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/weak-points',
    tag: 'environment',
    summary: 'The board of weak points of a month',
    description: 'Without `month`: this one. Unfinished ones of earlier months are on it too.',
    who: ['weakPoint.read'],
    params: hallParams,
    query: z.object({ month: monthSchema.optional() }),
    answer: weakPointBoardSchema,
    async run({ house, actor, params: { hall }, query }) {
      const hallId = await findHallId(house.db, hall);
      if (!hallId) return fail('not-found', { detail: 'There is no such hall.' });
      if (!permits(actor, 'weakPoint.read', hallId)) return fail(refusal(actor, hallId));
      return success(await loadBoard(house, hallId, query.month));
    },
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/weak-points/notice',
    tag: 'environment',
    summary: 'What the person who asks is to be told of his own weak points',
    description: 'Given to him, date near, date passed. The first two until he says that he has read them.',
    who: ['weakPoint.read'],
    params: hallParams,
    answer: weakPointNoticeSchema,
    async run({ house, actor, params: { hall } }) {
      const hallId = await findHallId(house.db, hall);
      if (!hallId) return fail('not-found', { detail: 'There is no such hall.' });
      if (!permits(actor, 'weakPoint.read', hallId)) return fail(refusal(actor, hallId));
      return success(await loadNotice(house, hallId, actor));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/weak-points',
    tag: 'environment',
    summary: 'Put a weak point on the board',
    who: ['weakPoint.manage'],
    params: hallParams,
    body: openWeakPointBody,
    status: 201,
    answer: weakPointSchema,
    run: ({ house, caller, params: { hall }, body }) => execute(house, caller, openWeakPoint, { hall, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/weak-points/proposals',
    tag: 'environment',
    summary: 'Put the weakest touchpoints of a month on the board',
    description: 'A touchpoint that was proposed for the month before stays as it is. Answers the new ones.',
    who: ['weakPoint.manage'],
    params: hallParams,
    body: proposeWeakPointsBody,
    status: 201,
    answer: proposedWeakPointsSchema,
    run: ({ house, caller, params: { hall }, body }) => execute(house, caller, proposeWeakPoints, { hall, ...body }),
  }),
  defineRoute({
    method: 'patch',
    path: '/weak-points/{weakPoint}',
    tag: 'environment',
    summary: 'Plan: cause, action, owner, date',
    who: ['weakPoint.manage'],
    params,
    body: planWeakPointBody,
    answer: weakPointSchema,
    refusals,
    run: ({ house, caller, params: { weakPoint }, body }) =>
      execute(house, caller, planWeakPoint, { weakPointId: weakPoint, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/weak-points/{weakPoint}/start',
    tag: 'environment',
    summary: 'Begin with it',
    description: 'By its owner or a shift lead, once it has an action, an owner and a date.',
    who: ['weakPoint.work'],
    params,
    answer: weakPointSchema,
    refusals,
    run: ({ house, caller, params: { weakPoint } }) =>
      execute(house, caller, startWeakPoint, { weakPointId: weakPoint }),
  }),
  defineRoute({
    method: 'post',
    path: '/weak-points/{weakPoint}/seen',
    tag: 'environment',
    summary: 'Say, as its owner, that the notice was read',
    who: ['weakPoint.work'],
    params,
    answer: weakPointSchema,
    refusals,
    run: ({ house, caller, params: { weakPoint } }) => execute(house, caller, seeWeakPoint, { weakPointId: weakPoint }),
  }),
  defineRoute({
    method: 'post',
    path: '/weak-points/{weakPoint}/finish',
    tag: 'environment',
    summary: 'Say that it is done, with the result',
    who: ['weakPoint.work'],
    params,
    body: finishWeakPointBody,
    answer: weakPointSchema,
    refusals,
    run: ({ house, caller, params: { weakPoint }, body }) =>
      execute(house, caller, finishWeakPoint, { weakPointId: weakPoint, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/weak-points/{weakPoint}/verify',
    tag: 'environment',
    summary: 'Say that the result holds',
    who: ['weakPoint.manage'],
    params,
    body: verifyWeakPointBody,
    answer: weakPointSchema,
    refusals,
    run: ({ house, caller, params: { weakPoint }, body }) =>
      execute(house, caller, verifyWeakPoint, { weakPointId: weakPoint, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/weak-points/{weakPoint}/reopen',
    tag: 'environment',
    summary: 'Say that the result does not hold',
    who: ['weakPoint.manage'],
    params,
    body: reopenWeakPointBody,
    answer: weakPointSchema,
    refusals,
    run: ({ house, caller, params: { weakPoint }, body }) =>
      execute(house, caller, reopenWeakPoint, { weakPointId: weakPoint, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/weak-points/{weakPoint}/drop',
    tag: 'environment',
    summary: 'Take it off the board',
    who: ['weakPoint.manage'],
    params,
    body: dropWeakPointBody,
    answer: weakPointSchema,
    refusals,
    run: ({ house, caller, params: { weakPoint }, body }) =>
      execute(house, caller, dropWeakPoint, { weakPointId: weakPoint, ...body }),
  }),
];
