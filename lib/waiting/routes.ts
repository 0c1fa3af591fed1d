import { z } from 'zod';
import { readHall } from '@/lib/api/read-hall';
import { defineRoute } from '@/lib/api/route';
import { fail, type Result, success } from '@/lib/core/result';
import { isAtWork } from '@/lib/counters/counter-session';
import type { HallState } from '@/lib/halls/hall-state';
import { idSchema } from '@/lib/tickets/schema';
import type { AskedMove } from './hall-what-if';
import { presentWhatIf } from './presenter';
import { whatIfQuery, whatIfSchema } from './schema';

export const waitingRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/what-if',
    tag: 'reports',
    summary: 'What opening, closing, widening or moving a counter would do now',
    description:
      'Computed from the present state; each change alone, all meeting the same customers. Most helpful first. With ' +
      '`counterNumber` and `serviceCodes`: what it would do if that counter took only these of its services.',
    who: ['live.read'],
    params: z.object({ hall: idSchema.describe('Id or short name of the hall.') }),
    query: whatIfQuery,
    answer: whatIfSchema,
    refusals: ['counter-not-open', 'counter-paused'],
    async run(call) {
      const read = await readHall(call, call.params.hall, 'live.read', ({ state, now }) => {
        const asked = askedMove(state, call.query);
        return asked.ok ? success(presentWhatIf(state, now, call.actor, asked.value)) : asked;
      });
      return read.ok ? read.value : read;
    },
  }),
];

/** The move that the query names, if it names one and there is such a counter. */
function askedMove(
  { config, sessions }: HallState,
  { counterNumber, serviceCodes }: z.output<typeof whatIfQuery>,
): Result<AskedMove | undefined> {
  if (counterNumber === undefined && serviceCodes === undefined) return success(undefined);
  if (counterNumber === undefined || serviceCodes === undefined)
    return fail('invalid-input', {
      errors: [
        { path: counterNumber === undefined ? 'counterNumber' : 'serviceCodes', message: 'give both or neither' },
      ],
    });
  const counter = config.counters.find(({ number, active }) => active && number === counterNumber);
  if (!counter) return fail('not-found', { detail: 'There is no such counter in use.' });
  const session = sessions.get(counter.id);
  if (!session) return fail('counter-not-open', { currentState: 'closed' });
  if (session.state === 'paused') return fail('counter-paused', { currentState: session.state });
  if (!isAtWork(session))
    return fail('counter-not-open', { detail: 'Its clerk has not been heard of.', currentState: session.state });
  const wanted = config.services.filter(({ code }) => serviceCodes.includes(code)).map(({ id }) => id);
  if (wanted.length < new Set(serviceCodes).size || !wanted.every((id) => counter.serviceIds.includes(id)))
    return fail('invalid-input', {
      errors: [{ path: 'serviceCodes', message: 'this counter does not take that service' }],
    });
  return success({ counterId: counter.id, serviceIds: wanted });
}
