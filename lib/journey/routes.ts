import { pageQuery } from '@/lib/api/page';
import { defineRoute } from '@/lib/api/route';
import { fail, success } from '@/lib/core/result';
import { eventCursorSchema } from '@/lib/touchpoints/schema';
import { journeyHall, loadBehind, loadJourney, loadScorecard } from './loaders';
import {
  behindSchema,
  dayQuery,
  hallParams,
  journeySchema,
  scorecardQuery,
  scorecardSchema,
  touchpointParams,
} from './schema';

export const journeyRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/journey',
    tag: 'journey',
    summary: 'The sixteen touchpoints of a day',
    description:
      'People there now, what passed, each standard with its figure. Computed from the events alone: today from memory ' +
      'that takes each new event, another day from its events.',
    who: ['journey.read'],
    params: hallParams,
    query: dayQuery,
    answer: journeySchema,
    async run({ house, actor, params, query }) {
      const hall = await journeyHall(house, actor, params.hall);
      if (!hall.ok) return hall;
      const view = await loadJourney(house, hall.value, query.date);
      return view ? success(view) : fail('not-found');
    },
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/journey/{touchpoint}',
    tag: 'journey',
    summary: "The people and events behind a touchpoint's number",
    description: 'Ticket numbers and places; never names.',
    who: ['journey.read'],
    params: touchpointParams,
    query: pageQuery.extend({ ...dayQuery.shape, after: eventCursorSchema.optional() }),
    answer: behindSchema,
    async run({ house, actor, params, query: { date, after, limit } }) {
      const hall = await journeyHall(house, actor, params.hall);
      if (!hall.ok) return hall;
      const view = await loadBehind(house, hall.value, params.touchpoint, { date, before: after, limit });
      return view ? success(view) : fail('not-found');
    },
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/scorecard',
    tag: 'journey',
    summary: 'The touchpoints of a day, week or month, and where they were weakest',
    description: 'From the kept figures of the days that have ended, and today as it is. Beside it the period before.',
    who: ['journey.read'],
    params: hallParams,
    query: scorecardQuery,
    answer: scorecardSchema,
    async run({ house, actor, params, query }) {
      const hall = await journeyHall(house, actor, params.hall);
      if (!hall.ok) return hall;
      const view = await loadScorecard(house, hall.value, query.period, query.date);
      return view ? success(view) : fail('not-found');
    },
  }),
];
