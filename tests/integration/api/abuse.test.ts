import pino from 'pino';
import { beforeAll, expect, test } from 'vitest';
import { DEVICE_COOKIE, newDevice } from '@/lib/remote/device';
import { type BuiltHall, buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { ApiClient, withKey } from '@/tests/support/api-client';
import { testDatabase } from '@/tests/support/test-database';

/** What somebody tried, and what became of it. */
interface Figure {
  abuse: string;
  tries: number;
  done: number;
  refused: number;
  limited: number;
}

const figures: Figure[] = [];
const lines: string[] = [];
let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let guide: ApiClient;

const at = (address: string, more: Record<string, string> = {}) =>
  new ApiClient(house, { 'x-client-address': address, ...more });

/** Tries again and again, one after the other, and counts what was done, refused, and refused for being too often. */
async function attempt(
  abuse: string,
  tries: number,
  once: (i: number) => Promise<{ status: number }>,
): Promise<Figure> {
  const figure = { abuse, tries, done: 0, refused: 0, limited: 0 };
  for (let i = 0; i < tries; i += 1) {
    const { status } = await once(i);
    if (status < 300) figure.done += 1;
    else if (status === 429) figure.limited += 1;
    else figure.refused += 1;
  }
  figures.push(figure);
  return figure;
}

beforeAll(async () => {
  // The log as it is written, without its redaction: what is not in it cannot slip out.
  const stream = { write: (line: string) => lines.push(line) };
  Object.assign(globalThis, { businessHallLog: pino({ level: 'info', base: null }, stream) });
  const { database } = await testDatabase();
  house = buildTestHouse(database);
  hall = await buildHall(house, { remoteTickets: true, latitude: 31.23, longitude: 121.47, checkInMetres: 200 });
  guide = await withKey(house, hall.id, 'guide');
});

test('tokens of tickets are not guessed', async () => {
  const { body } = await guide.post(`/halls/${hall.slug}/tickets`, { serviceCode: 'cards' });
  const { token } = body as { token: string };
  const figure = await attempt('token guessing', 1300, (i) =>
    at('198.51.100.1').get(`/tickets/${token.slice(0, -4)}${String(i).padStart(4, '0')}`),
  );
  expect(figure.done).toBe(0);
  expect(figure.refused).toBeLessThanOrEqual(1200);
  expect(figure.limited).toBeGreaterThan(0);
});

test('tickets are not flooded from one address, nor from one device', async () => {
  const take = (client: ApiClient) => client.post(`/halls/${hall.slug}/tickets`, { serviceCode: 'cards' });
  const address = await attempt('tickets from one address', 60, () =>
    take(at('198.51.100.2', { cookie: `${DEVICE_COOKIE}=${newDevice()}` })),
  );
  expect(address).toMatchObject({ done: 20, refused: 0, limited: 40 });
  const cookie = `${DEVICE_COOKIE}=${newDevice()}`;
  const device = await attempt('tickets from one device', 60, (i) => take(at(`203.0.113.${i}`, { cookie })));
  expect(device).toMatchObject({ done: 1, refused: 59 });
});

test('nobody checks in from afar, and no position is kept', async () => {
  const { body } = await at('198.51.100.3').post(`/halls/${hall.slug}/tickets`, {
    serviceCode: 'cards',
    customer: { name: 'Zhang Wei', phone: '139 1234 5678' },
  });
  const { token } = body as { token: string };
  const arrive = (position?: object, cookie?: string) =>
    at('198.51.100.3', cookie ? { cookie } : {}).post(`/tickets/${token}/check-in`, position ? { position } : {});
  const figure = await attempt('check-in from afar', 60, (i) =>
    arrive(
      i % 3 === 0 ? undefined : { latitude: 31.3 + i / 100, longitude: 121.47 },
      i % 3 === 1 ? 'hall.door=x' : undefined,
    ),
  );
  expect(figure).toMatchObject({ done: 0, refused: 60 });
  expect((await arrive({ latitude: 31.2305, longitude: 121.4702 })).status).toBe(200);
  const events = JSON.stringify(await house.db.event.findMany());
  expect(events).toContain('"proof":"position"');
  expect(events).not.toMatch(/121\.4702|31\.2305/);
});

test('a visit is rated once', async () => {
  const { body } = await guide.post(`/halls/${hall.slug}/tickets`, { serviceCode: 'broadband' });
  const { id, token } = body as { id: string; token: string };
  const clerk = await withKey(house, hall.id, 'clerk');
  await clerk.post(`/counters/${hall.counter(3)}/open`, {});
  await clerk.post(`/counters/${hall.counter(3)}/call`, { ticketId: id, reason: 'test' });
  await clerk.post(`/tickets/${id}/start`);
  await clerk.post(`/tickets/${id}/complete`, { outcome: 'done' });
  const rate = (score: number) => at('198.51.100.4').post(`/tickets/${token}/rating`, { score });
  expect((await rate(5)).status).toBeLessThan(300);
  house.setTime(new Date(house.clock.now().getTime() + 3_700_000));
  const figure = await attempt('rating again after an hour', 40, () => rate(1));
  expect(figure).toMatchObject({ done: 0, refused: 40 });
  expect(await house.db.rating.findMany({ where: { ticketId: id }, select: { score: true } })).toEqual([{ score: 5 }]);
});

test('pairing codes are not guessed', async () => {
  const figure = await attempt('pairing code guessing', 100, (i) =>
    at('198.51.100.5').post('/screens/pair', { code: `GUESS${String(i).padStart(3, '0')}` }),
  );
  expect(figure).toMatchObject({ done: 0, limited: 90 });
});

test('all of it is logged, without anybody in it', () => {
  const log = lines.map((line) => JSON.parse(line) as { route?: string; status?: number });
  const refused = figures.reduce((sum, figure) => sum + figure.refused + figure.limited, 0);
  expect(log.filter(({ status = 0 }) => status >= 400).length).toBeGreaterThanOrEqual(refused);
  const text = lines.join('');
  expect(text).not.toMatch(/Zhang|1391234|139 1234|t_[\w-]{20}|198\.51\.100|longitude|hall\.d/);
  const rows = figures.map(({ abuse, tries, done, refused: no, limited }) =>
    [abuse.padEnd(28), ...[tries, done, no, limited].map((count) => String(count).padStart(8))].join(''),
  );
  process.stdout.write(
    `\n${'abuse'.padEnd(28)}${['tries', 'done', 'refused', 'limited'].map((name) => name.padStart(8)).join('')}\n${rows.join('\n')}\n`,
  );
});
