import { z } from 'zod';
import { readHall } from '@/lib/api/read-hall';
import { defineRoute } from '@/lib/api/route';
import { success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { decideOpening } from '@/lib/halls/commands';
import { hallOpening } from '@/lib/halls/hall-opening';
import { decideOpeningBody, openingSchema } from '@/lib/halls/schema';
import { serviceDay } from '@/lib/halls/service-day';
import { idSchema } from '@/lib/tickets/schema';
import { checkTask, doTask, saveRoundTemplate, signRound } from './commands';
import { presentTemplate } from './presenter';
import { countWanted, listTemplates, readRoundDay, readRounds } from './queries';
import { roundTemplateBody } from './round-template';
import {
  checkTaskBody,
  dayQuery,
  doTaskBody,
  roundDaySchema,
  roundNoticeSchema,
  roundSchema,
  roundsViewSchema,
  signRoundBody,
  taskSchema,
  templateListSchema,
  templateSchema,
} from './schema';

const hall = idSchema.describe('Id or short name of the hall.');
const params = z.object({ hall });
const taskParams = z.object({ hall, task: idSchema });

export const roundRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/rounds',
    tag: 'rounds',
    summary: 'Rounds that are due, tasks that are open, and whether the hall is',
    who: ['round.read'],
    params,
    answer: roundsViewSchema,
    async run(call) {
      const moment = await readHall(call, call.params.hall, 'round.read', ({ state, now }) => ({
        state: { config: state.config, opening: state.opening },
        now,
      }));
      return moment.ok ? success(await readRounds(call.house.db, moment.value.state, moment.value.now)) : moment;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/rounds/notice',
    tag: 'rounds',
    summary: 'How many rounds and tasks want somebody',
    who: ['round.read'],
    params,
    answer: roundNoticeSchema,
    async run(call) {
      const moment = await readHall(call, call.params.hall, 'round.read', ({ state, now }) => ({
        hallId: state.config.id,
        day: serviceDay(now, state.config.timeZone),
        opening: hallOpening(state, now),
      }));
      if (!moment.ok) return moment;
      const { hallId, day, opening } = moment.value;
      const counts = await countWanted(call.house.db, hallId, day);
      return success({ ...counts, open: opening.open, openReason: opening.why });
    },
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/rounds/history',
    tag: 'rounds',
    summary: 'The rounds of a service day with what was found',
    who: ['report.read'],
    params,
    query: dayQuery,
    answer: roundDaySchema,
    async run(call) {
      const moment = await readHall(call, call.params.hall, 'report.read', ({ state, now }) => ({
        config: state.config,
        today: serviceDay(now, state.config.timeZone),
      }));
      if (!moment.ok) return moment;
      const { config, today } = moment.value;
      return success(await readRoundDay(call.house.db, config, call.query.day ?? today));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/rounds/sign',
    tag: 'rounds',
    summary: 'Sign a round that was walked',
    description:
      'Every item of the template once; each failure becomes a task with its owner and time. The check before opening ' +
      'is signed by the shift lead and opens the hall.',
    who: ['round.sign'],
    params,
    body: signRoundBody,
    status: 201,
    answer: roundSchema,
    run: ({ house, caller, params: { hall: named }, body }) =>
      execute(house, caller, signRound, { hall: named, ...body }),
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/rounds/templates',
    tag: 'rounds',
    summary: 'Round templates, those switched off too',
    who: ['report.read'],
    params,
    answer: templateListSchema,
    async run(call) {
      const config = await readHall(call, call.params.hall, 'report.read', ({ state }) => state.config);
      if (!config.ok) return config;
      const templates = await listTemplates(call.house.db, config.value.id);
      return success({
        items: templates.map((template) => presentTemplate(config.value, template)),
        openingCheck: config.value.openingCheck,
      });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/rounds/templates',
    tag: 'rounds',
    summary: 'Make a round template',
    who: ['round.manage'],
    params,
    body: roundTemplateBody,
    status: 201,
    answer: templateSchema,
    run: ({ house, caller, params: { hall: named }, body }) =>
      execute(house, caller, saveRoundTemplate, { hall: named, template: body }),
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/rounds/templates/{template}',
    tag: 'rounds',
    summary: 'Change a round template, or switch it off',
    who: ['round.manage'],
    params: z.object({ hall, template: idSchema }),
    body: roundTemplateBody,
    answer: templateSchema,
    run: ({ house, caller, params: { hall: named, template }, body }) =>
      execute(house, caller, saveRoundTemplate, { hall: named, templateId: template, template: body }),
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/tasks/{task}/done',
    tag: 'rounds',
    summary: 'A task is done',
    who: ['task.do'],
    params: taskParams,
    body: doTaskBody,
    answer: taskSchema,
    refusals: ['wrong-state'],
    run: ({ house, caller, params: { hall: named, task }, body }) =>
      execute(house, caller, doTask, { hall: named, taskId: task, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/tasks/{task}/check',
    tag: 'rounds',
    summary: 'Somebody looked at a task that is done: settled, or back to its owner',
    who: ['task.check'],
    params: taskParams,
    body: checkTaskBody,
    answer: taskSchema,
    refusals: ['wrong-state'],
    run: ({ house, caller, params: { hall: named, task }, body }) =>
      execute(house, caller, checkTask, { hall: named, taskId: task, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/opening',
    tag: 'halls',
    summary: 'Open or close the hall by the shift lead',
    description: 'Holds until the hours change next. Nothing happens where the hall is so already.',
    who: ['hall.open'],
    params,
    body: decideOpeningBody,
    answer: openingSchema,
    run: ({ house, caller, params: { hall: named }, body }) =>
      execute(house, caller, decideOpening, { hall: named, ...body }),
  }),
];
