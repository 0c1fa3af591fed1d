import { z } from 'zod';
import { pageOf } from '@/lib/api/page';
import { readHall } from '@/lib/api/read-hall';
import { type Call, defineRoute } from '@/lib/api/route';
import { type Result, success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { waitingInOrder } from '@/lib/halls/hall-state';
import { idSchema } from '@/lib/tickets/schema';
import {
  inviteToTrial,
  orderAfterTrial,
  recordTrial,
  repairStation,
  reportFault,
  resetStation,
  saveStation,
} from './commands';
import { presentExperience, presentStation } from './presenter';
import { countTrials, listInvitations, listStations, listTrials } from './queries';
import {
  type ExperienceView,
  experienceSchema,
  faultBody,
  invitationSchema,
  inviteBody,
  saveStationBody,
  stationSchema,
  trialBody,
  trialSchema,
} from './schema';

const inHall = z.object({ hall: idSchema.describe('Id or short name of the hall.') });
const ofStation = z.object({ station: idSchema });

const TRIALS_SHOWN = 20;

/** The zone of a hall at a glance, for whoever may work there. */
export async function readExperience(
  call: Pick<Call, 'house' | 'actor' | 'answerHeaders'>,
  hall: string,
): Promise<Result<ExperienceView>> {
  const { house } = call;
  const moment = await readHall(call, hall, 'station.read', ({ state, now, estimate }) => ({
    config: state.config,
    serviceDay: state.serviceDay,
    now,
    waiting: waitingInOrder(state).map((ticket) => ({
      ticketId: ticket.id,
      number: ticket.number,
      waitingSince: (ticket.waitingSince ?? ticket.issuedAt).toISOString(),
      expectedSeconds: estimate.tickets.get(ticket.id)?.p50Seconds ?? null,
    })),
  }));
  if (!moment.ok) return moment;
  const { config, serviceDay, now, waiting } = moment.value;
  const [stations, trials, counts, invitations] = await Promise.all([
    listStations(house.db, config.id),
    listTrials(house.db, config.id, { serviceDay, limit: TRIALS_SHOWN }),
    countTrials(house.db, config.id, serviceDay),
    listInvitations(house.db, config.id, serviceDay),
  ]);
  const asked = new Set(invitations.map(({ ticketId }) => ticketId));
  const came = invitations.filter(({ accepted }) => accepted).length;
  const today = { ...counts, invited: invitations.length, came };
  return success(presentExperience(config, { stations, trials, waiting, asked, today }, now));
}

export const stationRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/experience',
    tag: 'experience',
    summary: 'The experience zone: stations, whom to invite, trials of today',
    who: ['station.read'],
    params: inHall,
    answer: experienceSchema,
    run: (call) => readExperience(call, call.params.hall),
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/stations',
    tag: 'experience',
    summary: 'Every station, those out of use too',
    who: ['station.manage'],
    params: inHall,
    answer: pageOf(stationSchema),
    async run(call) {
      const hall = await readHall(call, call.params.hall, 'station.manage', ({ state }) => state.config);
      if (!hall.ok) return hall;
      const stations = await listStations(call.house.db, hall.value.id, { all: true });
      return success({ items: stations.map((station) => presentStation(hall.value, station)), nextCursor: null });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/stations',
    tag: 'experience',
    summary: 'Make or change a station, by its code',
    who: ['station.manage'],
    params: inHall,
    body: saveStationBody,
    answer: stationSchema,
    run: ({ house, caller, params: { hall }, body }) => execute(house, caller, saveStation, { ...body, hall }),
  }),
  defineRoute({
    method: 'post',
    path: '/stations/{station}/fault',
    tag: 'experience',
    summary: 'It is out of order',
    who: ['station.work'],
    params: ofStation,
    body: faultBody,
    answer: stationSchema,
    refusals: ['wrong-state'],
    run: ({ house, caller, params: { station }, body }) =>
      execute(house, caller, reportFault, { ...body, stationId: station }),
  }),
  defineRoute({
    method: 'post',
    path: '/stations/{station}/repair',
    tag: 'experience',
    summary: 'It works again',
    who: ['station.work'],
    params: ofStation,
    answer: stationSchema,
    refusals: ['wrong-state'],
    run: ({ house, caller, params: { station } }) => execute(house, caller, repairStation, { stationId: station }),
  }),
  defineRoute({
    method: 'post',
    path: '/stations/{station}/reset',
    tag: 'experience',
    summary: 'It is ready for the next person',
    who: ['station.work'],
    params: ofStation,
    answer: stationSchema,
    refusals: ['wrong-state'],
    run: ({ house, caller, params: { station } }) => execute(house, caller, resetStation, { stationId: station }),
  }),
  defineRoute({
    method: 'post',
    path: '/stations/{station}/trials',
    tag: 'experience',
    summary: 'Somebody tried it',
    who: ['station.work'],
    params: ofStation,
    body: trialBody,
    status: 201,
    answer: trialSchema,
    refusals: ['wrong-state'],
    run: ({ house, caller, params: { station }, body }) =>
      execute(house, caller, recordTrial, { ...body, stationId: station }),
  }),
  defineRoute({
    method: 'post',
    path: '/trials/{trial}/order',
    tag: 'experience',
    summary: 'Somebody who tried it has ordered after all',
    who: ['station.work'],
    params: z.object({ trial: idSchema }),
    answer: trialSchema,
    refusals: ['already-done'],
    run: ({ house, caller, params: { trial } }) => execute(house, caller, orderAfterTrial, { trialId: trial }),
  }),
  defineRoute({
    method: 'post',
    path: '/stations/{station}/invitations',
    tag: 'experience',
    summary: 'Somebody who waits was asked to try it',
    description: 'Each customer once; whether he came along or not.',
    who: ['station.work'],
    params: ofStation,
    body: inviteBody,
    answer: invitationSchema,
    refusals: ['wrong-state', 'already-exists'],
    run: ({ house, caller, params: { station }, body }) =>
      execute(house, caller, inviteToTrial, { ...body, stationId: station }),
  }),
];
