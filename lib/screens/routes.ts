import { z } from 'zod';
import { page, pageOf, pageQuery } from '@/lib/api/page';
import { readHall } from '@/lib/api/read-hall';
import { defineRoute } from '@/lib/api/route';
import { SCREEN_COOKIE } from '@/lib/auth/identity';
import { pairingCode, screenToken } from '@/lib/auth/secrets';
import { fail, success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { findHallId } from '@/lib/halls/queries';
import { env } from '@/lib/platform/env';
import { permits, refusal } from '@/lib/staff/policy';
import { idSchema } from '@/lib/tickets/schema';
import { createScreen, offerPairing, pairScreen, reloadScreen, revokeScreen } from './commands';
import { presentSilent } from './presenter';
import { listScreens, listSilent } from './queries';
import {
  createScreenBody,
  pairableScreenSchema,
  pairedScreenSchema,
  pairScreenBody,
  screenSchema,
  silentScreensSchema,
} from './schema';

/** Screens stay where they are for years. */
const COOKIE_SECONDS = 400 * 24 * 3600;

const hallParams = z.object({ hall: idSchema });
const screenParams = z.object({ screen: idSchema });

export const screenRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/screens',
    tag: 'screens',
    summary: 'Unattended devices of a hall',
    description: 'With when each was last heard of, what it runs, and since when it is silent.',
    who: ['screen.oversee'],
    params: hallParams,
    query: pageQuery,
    answer: pageOf(screenSchema),
    async run({ house, actor, params, query }) {
      const hallId = await findHallId(house.db, params.hall);
      if (!hallId) return fail('not-found', { detail: 'There is no such hall.' });
      if (!permits(actor, 'screen.oversee', hallId)) return fail(refusal(actor, hallId));
      const rows = await listScreens(house.db, hallId, { after: query.after, limit: query.limit + 1 });
      return success(page(rows, query.limit, (row) => row.id));
    },
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/screens/silent',
    tag: 'screens',
    summary: 'Devices that have fallen silent',
    description: 'Not heard of for as long as the hall allows; gone from the list when they are heard again.',
    who: ['screen.watch'],
    params: hallParams,
    answer: silentScreensSchema,
    async run(call) {
      const { house, params } = call;
      const zones = await readHall(call, params.hall, 'screen.watch', ({ state }) => ({
        hallId: state.config.id,
        zones: state.config.zones,
      }));
      if (!zones.ok) return zones;
      return success(presentSilent(await listSilent(house.db, zones.value.hallId), zones.value.zones));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/screens/{screen}/reload',
    tag: 'screens',
    summary: 'Load a device anew',
    description: 'When it is idle: a display ends its announcement first. One that is away does it when it is back.',
    who: ['screen.oversee'],
    params: screenParams,
    answer: screenSchema,
    run: ({ house, caller, params }) => execute(house, caller, reloadScreen, { screenId: params.screen }),
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/screens',
    tag: 'screens',
    summary: 'Add a device',
    description: 'Answers the code to type on the device within 15 minutes.',
    who: ['screen.manage'],
    params: hallParams,
    body: createScreenBody,
    status: 201,
    answer: pairableScreenSchema,
    async run({ house, caller, params, body }) {
      const made = await execute(house, caller, createScreen, { hall: params.hall, ...body });
      if (!made.ok) return made;
      const { codeMadeAt, ...screen } = made.value;
      return success({ ...screen, code: pairingCode(house.secret, screen.id, codeMadeAt) });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/screens/pair',
    tag: 'screens',
    summary: 'Pair a device by its code',
    description: 'Answers the token of the device, and sets it as a cookie.',
    who: 'open',
    limit: 'pairing',
    body: pairScreenBody,
    answer: pairedScreenSchema,
    refusals: ['wrong-credentials'],
    async run({ house, caller, body, answerHeaders }) {
      const paired = await execute(house, caller, pairScreen, body);
      if (!paired.ok) return paired;
      const { pairedAt, ...screen } = paired.value;
      const token = screenToken(house.secret, screen.screenId, pairedAt);
      const secure = env().BASE_URL?.startsWith('https://') ? '; Secure' : '';
      answerHeaders.append(
        'set-cookie',
        `${SCREEN_COOKIE}=${token}; Max-Age=${COOKIE_SECONDS}; Path=/; HttpOnly; SameSite=Lax${secure}`,
      );
      return success({ ...screen, token });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/screens/{screen}/code',
    tag: 'screens',
    summary: 'Another pairing code',
    who: ['screen.manage'],
    params: screenParams,
    status: 201,
    answer: pairableScreenSchema,
    async run({ house, caller, params }) {
      const made = await execute(house, caller, offerPairing, { screenId: params.screen });
      if (!made.ok) return made;
      const { codeMadeAt, ...screen } = made.value;
      return success({ ...screen, code: pairingCode(house.secret, screen.id, codeMadeAt) });
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/screens/{screen}',
    tag: 'screens',
    summary: 'Remove a device',
    description: 'Its token stops working at once.',
    who: ['screen.manage'],
    params: screenParams,
    answer: screenSchema,
    run: ({ house, caller, params }) => execute(house, caller, revokeScreen, { screenId: params.screen }),
  }),
];
