import { beforeEach, expect, it } from 'vitest';
import { actorFrom, screenFrom } from '@/lib/auth/identity';
import { pairingCode, screenToken } from '@/lib/auth/secrets';
import { createScreen, pairScreen, revokeScreen } from '@/lib/screens/commands';
import type { Actor } from '@/lib/staff/actor';
import { buildHall } from '../../factories/hall';
import { buildTestHouse } from '../../factories/house';
import { run } from '../../support/run-command';
import { testDatabase } from '../../support/test-database';

const system: Actor = { kind: 'system' };
let house: ReturnType<typeof buildTestHouse>;
let hallId: string;
let screenId: string;
let token: string;

beforeEach(async () => {
  const { database } = await testDatabase();
  house = buildTestHouse(database);
  const hall = await buildHall(house);
  hallId = hall.id;
  const made = await run(house, system, createScreen, { hall: hall.id, kind: 'display', name: 'Lobby' });
  screenId = made.id;
  const code = pairingCode(house.secret, made.id, made.codeMadeAt);
  const { pairedAt } = await run(house, { kind: 'anonymous' }, pairScreen, { code });
  token = screenToken(house.secret, screenId, pairedAt);
});

it('is known beside a session that has ended on the same device', async () => {
  const headers = new Headers({ cookie: `hall.session_token=ended.long-ago; hall.screen=${token}` });
  expect((await actorFrom(house, headers)).ok).toBe(false);
  expect(await screenFrom(house, headers)).toMatchObject({
    kind: 'screen',
    id: screenId,
    hallId,
    screenKind: 'display',
  });
});

it('is nobody without a token, with a wrong one, and after it was removed', async () => {
  expect(await screenFrom(house, new Headers())).toBeNull();
  expect(await screenFrom(house, new Headers({ cookie: `hall.screen=${token}x` }))).toBeNull();
  await run(house, system, revokeScreen, { screenId });
  expect(await screenFrom(house, new Headers({ cookie: `hall.screen=${token}` }))).toBeNull();
});
