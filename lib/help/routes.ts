import { z } from 'zod';
import { defineRoute } from '@/lib/api/route';
import { fail, success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { findHallId } from '@/lib/halls/queries';
import { permits, refusal } from '@/lib/staff/policy';
import { idSchema } from '@/lib/tickets/schema';
import { askHelp, endHelp, explainHelp, takeHelp } from './commands';
import { presentHelp } from './presenter';
import { listPendingHelp } from './queries';
import { askHelpBody, explainHelpBody, helpListSchema, helpSchema } from './schema';

const helpParams = z.object({ help: idSchema });

export const helpRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/help',
    tag: 'help',
    summary: 'Counters that wait for help',
    description: 'Open and taken calls, the oldest first.',
    who: ['help.read'],
    params: z.object({ hall: idSchema }),
    answer: helpListSchema,
    async run({ house, actor, params: { hall } }) {
      const hallId = await findHallId(house.db, hall);
      if (!hallId) return fail('not-found', { detail: 'There is no such hall.' });
      if (!permits(actor, 'help.read', hallId)) return fail(refusal(actor, hallId));
      return success({ items: (await listPendingHelp(house.db, hallId)).map(presentHelp) });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/counters/{counter}/help',
    tag: 'help',
    summary: 'Ask for help at a counter',
    description: 'It is on the screens of floor, guide and shift lead at once; a second call finds the first.',
    who: ['help.ask'],
    params: z.object({ counter: idSchema }),
    body: askHelpBody,
    status: 201,
    answer: helpSchema,
    refusals: ['counter-not-open', 'not-your-counter'],
    run: ({ house, caller, params: { counter }, body }) =>
      execute(house, caller, askHelp, { counterId: counter, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/help/{help}/reason',
    tag: 'help',
    summary: 'Say what the help is wanted for',
    who: ['help.ask'],
    params: helpParams,
    body: explainHelpBody,
    answer: helpSchema,
    refusals: ['not-your-counter', 'already-done'],
    run: ({ house, caller, params: { help }, body }) => execute(house, caller, explainHelp, { helpId: help, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/help/{help}/take',
    tag: 'help',
    summary: 'Be on the way',
    who: ['help.answer'],
    params: helpParams,
    answer: helpSchema,
    refusals: ['already-taken', 'already-done'],
    run: ({ house, caller, params: { help } }) => execute(house, caller, takeHelp, { helpId: help }),
  }),
  defineRoute({
    method: 'post',
    path: '/help/{help}/end',
    tag: 'help',
    summary: 'End a call for help',
    description: 'By whoever was there, or by the clerk who asked.',
    who: ['help.end'],
    params: helpParams,
    answer: helpSchema,
    refusals: ['not-your-counter', 'already-done'],
    run: ({ house, caller, params: { help } }) => execute(house, caller, endHelp, { helpId: help }),
  }),
];
