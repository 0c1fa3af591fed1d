import { z } from 'zod';
import { pageQuery } from '@/lib/api/page';
import { defineRoute } from '@/lib/api/route';
import { fail, success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { findHallId } from '@/lib/halls/queries';
import { permits, refusal } from '@/lib/staff/policy';
import { idSchema } from '@/lib/tickets/schema';
import { addMaterial, changeMaterial, checkMaterial, putUpMaterial, removeMaterial } from './commands';
import { loadMaterial, loadMaterialList } from './loaders';
import { locateMaterial } from './queries';
import {
  addMaterialBody,
  changeMaterialBody,
  checkMaterialBody,
  materialCursorSchema,
  materialListSchema,
  materialSchema,
  materialStateSchema,
  materialWithChecksSchema,
} from './schema';

const hallParams = z.object({ hall: idSchema.describe('Id or short name of the hall.') });
const params = z.object({ material: idSchema });

export const promotionRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/material',
    tag: 'environment',
    summary: 'Promotion material, the most urgent first',
    description: 'Without `state`: all that stands or is planned. `worn=true`: only what is not in good condition.',
    who: ['material.read'],
    params: hallParams,
    query: z.object({
      state: materialStateSchema.optional(),
      worn: z.stringbool().optional(),
      after: materialCursorSchema.optional(),
      limit: pageQuery.shape.limit,
    }),
    answer: materialListSchema,
    async run({ house, actor, params: { hall }, query }) {
      const hallId = await findHallId(house.db, hall);
      if (!hallId) return fail('not-found', { detail: 'There is no such hall.' });
      if (!permits(actor, 'material.read', hallId)) return fail(refusal(actor, hallId));
      return success(await loadMaterialList(house, hallId, query));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/material',
    tag: 'environment',
    summary: 'Add promotion material',
    who: ['material.manage'],
    params: hallParams,
    body: addMaterialBody,
    status: 201,
    answer: materialSchema,
    run: ({ house, caller, params: { hall }, body }) => execute(house, caller, addMaterial, { hall, ...body }),
  }),
  defineRoute({
    method: 'get',
    path: '/material/{material}',
    tag: 'environment',
    summary: 'Promotion material with its checks',
    who: ['material.read'],
    params,
    answer: materialWithChecksSchema,
    async run({ house, actor, params: { material } }) {
      const hallId = await locateMaterial(house.db, material);
      if (!hallId.ok) return hallId;
      if (!permits(actor, 'material.read', hallId.value)) return fail(refusal(actor, hallId.value));
      const found = await loadMaterial(house, material);
      return found ? success(found) : fail('not-found');
    },
  }),
  defineRoute({
    method: 'patch',
    path: '/material/{material}',
    tag: 'environment',
    summary: 'Change promotion material',
    who: ['material.manage'],
    params,
    body: changeMaterialBody,
    answer: materialSchema,
    run: ({ house, caller, params: { material }, body }) =>
      execute(house, caller, changeMaterial, { materialId: material, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/material/{material}/check',
    tag: 'environment',
    summary: 'Say in which condition it is',
    who: ['material.check'],
    params,
    body: checkMaterialBody,
    answer: materialSchema,
    refusals: ['changed-meanwhile'],
    run: ({ house, caller, params: { material }, body }) =>
      execute(house, caller, checkMaterial, { materialId: material, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/material/{material}/remove',
    tag: 'environment',
    summary: 'Take it down',
    who: ['material.check'],
    params,
    answer: materialSchema,
    run: ({ house, caller, params: { material } }) => execute(house, caller, removeMaterial, { materialId: material }),
  }),
  defineRoute({
    method: 'post',
    path: '/material/{material}/put-up',
    tag: 'environment',
    summary: 'Put it up again',
    who: ['material.check'],
    params,
    answer: materialSchema,
    run: ({ house, caller, params: { material } }) => execute(house, caller, putUpMaterial, { materialId: material }),
  }),
];
