import readXlsxFile from 'read-excel-file/node';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runDeadlines } from '@/lib/duties/duties';
import { mailServer } from '@/lib/platform/mail';
import { claimDeliveries, retryDelivery, saveMailing } from '@/lib/reports/commands';
import { sendReports } from '@/lib/reports/duties';
import { loadWaitReport, loadWorkReport } from '@/lib/reports/loaders';
import { listDeliveries } from '@/lib/reports/queries';
import type { MailingInput } from '@/lib/reports/schema';
import type { Actor } from '@/lib/staff/actor';
import { cancelTicket, issueTicket } from '@/lib/tickets/commands';
import { type BuiltHall, buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { signedIn } from '@/tests/support/api-client';
import { startMailServer } from '@/tests/support/mail-server';
import { refused, run } from '@/tests/support/run-command';
import { testDatabase } from '@/tests/support/test-database';

const SYSTEM: Actor = { kind: 'system' };
let database: Awaited<ReturnType<typeof testDatabase>>['database'];
let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let mail: Awaited<ReturnType<typeof startMailServer>>;

beforeEach(async () => {
  ({ database } = await testDatabase());
  house = server();
  hall = await buildHall(house);
  mail = await startMailServer();
});
afterEach(() => mail.close());

/** One more server on the same database, which looks there before it believes what it has in memory. */
function server() {
  return Object.assign(buildTestHouse(database), { shared: true });
}

const daily: MailingInput = {
  frequency: 'daily',
  sendAt: 7 * 3600 + 30 * 60,
  recipients: ['boss@example.org', 'deputy@example.org'],
  locale: 'en',
  active: true,
};
const add = (changes: object = {}) => run(house, SYSTEM, saveMailing, { hall: hall.id, ...daily, ...changes });

/** What the clockwork of a server does at this moment. */
async function tick(at: string, on = house, url: string | undefined = mail.url): Promise<void> {
  on.setTime(at);
  await runDeadlines(on);
  await sendReports(on, {
    waits: loadWaitReport,
    work: loadWorkReport,
    send: mailServer({ url, from: 'Reports <reports@example.org>' }),
  });
}

const deliveries = () => listDeliveries(database, hall.id, 10);

test('the report of yesterday goes out at the hall’s time, once, with two servers and after a restart', async () => {
  const { id } = await run(house, SYSTEM, issueTicket, { hall: hall.id, serviceCode: 'cards' });
  await run(house, SYSTEM, cancelTicket, { ticketId: id, reason: 'left' });
  await add();
  const second = server();
  for (const one of [house, second]) await tick('2026-03-02T23:29:59Z', one);
  expect(mail.letters).toEqual([]);

  await Promise.all([tick('2026-03-02T23:30:00Z'), tick('2026-03-02T23:30:00Z', second)]);
  await tick('2026-03-02T23:31:00Z', server());
  expect(mail.letters).toHaveLength(1);
  const [letter] = mail.letters;
  expect(letter?.from).toBe('reports@example.org');
  expect(letter?.to).toEqual(['boss@example.org', 'deputy@example.org']);
  expect(letter?.source).toContain('Subject: Test hall: waits, Mar 2, 2026');
  // Nobody is told who else gets it.
  expect(letter?.source).not.toContain('deputy@example.org');
  const sheets = await readXlsxFile(attachmentOf(letter?.source ?? ''));
  expect(sheets.map(({ sheet }) => sheet)).toContain('By service');
  expect(sheets.find(({ sheet }) => sheet === 'All together')?.data[1]?.slice(0, 2)).toEqual(['2026-03-02', 1]);
  expect(await deliveries()).toMatchObject([{ state: 'sent', attempts: 1, fromDay: '2026-03-02', problem: null }]);

  await tick('2026-03-03T23:30:00Z', second);
  expect(mail.letters).toHaveLength(2);
});

test('a server that turns it away, or is not there, is seen and tried again', async () => {
  await add();
  mail.refuse = true;
  await tick('2026-03-02T23:30:00Z');
  expect(await deliveries()).toMatchObject([{ state: 'waiting', problem: 'refused', attempts: 1 }]);
  await tick('2026-03-02T23:30:30Z');
  expect(await deliveries()).toMatchObject([{ attempts: 1 }]);
  await tick('2026-03-02T23:31:00Z', house, 'smtp://127.0.0.1:1');
  expect(await deliveries()).toMatchObject([{ state: 'waiting', problem: 'unreachable', attempts: 2 }]);
  mail.refuse = false;
  await tick('2026-03-02T23:36:00Z');
  await tick('2026-03-02T23:50:00Z');
  expect(mail.letters).toHaveLength(1);
  expect(await deliveries()).toMatchObject([{ state: 'sent', problem: null, attempts: 3 }]);
});

test('without a mail server it says so, gives up, and goes out when somebody asks again', async () => {
  await add();
  for (const at of ['02T23:30', '02T23:31', '02T23:36', '02T23:51', '03T00:51', '03T04:51'])
    await tick(`2026-03-${at}:00Z`, house, '');
  const [failed] = await deliveries();
  expect(failed).toMatchObject({ state: 'failed', problem: 'noServer', attempts: 6, nextAt: null });
  await run(house, SYSTEM, retryDelivery, { deliveryId: failed?.id ?? '' });
  await tick('2026-03-03T05:00:00Z');
  expect(mail.letters).toHaveLength(1);
  expect((await refused(house, SYSTEM, retryDelivery, { deliveryId: failed?.id ?? '' })).code).toBe('already-done');
});

test('a server that dies while it sends is followed by another, and the letter is known by its id', async () => {
  await add();
  house.setTime('2026-03-02T23:30:00Z');
  await runDeadlines(house);
  const claimed = await run(house, SYSTEM, claimDeliveries, { hall: hall.id });
  expect(claimed).toHaveLength(1);
  const second = server();
  await tick('2026-03-02T23:34:00Z', second);
  expect(mail.letters).toHaveLength(0);
  await tick('2026-03-02T23:35:00Z', second);
  expect(mail.letters).toHaveLength(1);
  expect(mail.letters[0]?.source).toContain(`Message-ID: <${claimed[0]?.id}@`);
});

test('switched off nothing goes out; an address that is none is refused', async () => {
  const { id } = await add();
  await add({ id, active: false });
  await tick('2026-03-02T23:30:00Z');
  expect(await deliveries()).toEqual([]);
  for (const recipients of [[], ['nobody'], ['a@b.org\r\nBcc: c@d.org'], ['a@b.org', 'a@b.org']])
    expect((await refused(house, SYSTEM, saveMailing, { hall: hall.id, ...daily, recipients })).code).toBe(
      'invalid-input',
    );
});

test('by HTTP they are listed, made, changed and removed; a hall’s own manager only', async () => {
  const manager = await signedIn(house, 'manager', hall.id, 'manager');
  const other = await buildHall(house, { slug: 'other-hall' });
  const stranger = await signedIn(house, 'stranger', other.id, 'manager');
  const path = `/halls/${hall.slug}/mailings`;
  const made = await manager.post(path, daily);
  expect(made).toMatchObject({ status: 201, body: { ...daily, id: expect.any(String) } });
  const { id } = made.body as { id: string };
  const changed = await manager.send('PATCH', `/mailings/${id}`, {
    frequency: 'weekly',
    recipients: ['new@example.org'],
  });
  const weekly = { ...daily, id, frequency: 'weekly', recipients: ['new@example.org'] };
  expect(changed).toMatchObject({ status: 200, body: weekly });
  await add({ frequency: 'monthly' });
  const list = async (query: string) =>
    (await manager.get(`${path}${query}`)).body as {
      items: { id: string; frequency: string }[];
      nextCursor: string | null;
    };
  expect((await list('')).items.map(({ frequency }) => frequency).sort()).toEqual(['monthly', 'weekly']);
  const first = await list('?limit=1');
  expect(first.items).toHaveLength(1);
  const second = await list(`?limit=1&after=${first.nextCursor}`);
  expect(second.items).toHaveLength(1);
  expect(second.items[0]!.id).not.toBe(first.items[0]!.id);
  expect(second.nextCursor).toBeNull();

  for (const [method, at, body, status] of [
    ['PATCH', `/mailings/${id}`, { recipients: ['nobody'] }, 400],
    ['PATCH', `/mailings/${id}`, { sendAt: 86_400 }, 400],
    ['PATCH', '/mailings/gone', { active: false }, 404],
    ['DELETE', '/mailings/gone', undefined, 404],
    ['POST', path, { ...daily, recipients: [] }, 400],
  ] as const)
    expect((await manager.send(method, at, body)).status, `${method} ${at}`).toBe(status);
  expect((await stranger.get(path)).status).toBe(404);
  expect((await stranger.send('PATCH', `/mailings/${id}`, { active: false })).status).toBe(404);
  expect((await stranger.send('DELETE', `/mailings/${id}`)).status).toBe(404);

  // What had been put down for it goes out no more either.
  house.setTime('2026-03-09T00:00:00Z');
  await runDeadlines(house);
  expect((await deliveries()).some(({ mailingId }) => mailingId === id)).toBe(true);
  expect((await manager.send('DELETE', `/mailings/${id}`)).status).toBe(204);
  expect((await deliveries()).some(({ mailingId }) => mailingId === id)).toBe(false);
  expect((await list('')).items).toHaveLength(1);
  await tick('2026-03-16T00:00:00Z');
  expect(mail.letters.every(({ source }) => !source.includes('new@example.org'))).toBe(true);
  expect(await database.auditEntry.findFirstOrThrow({ where: { action: 'reportMailing.remove' } })).toMatchObject({
    before: { ...daily, frequency: 'weekly', recipients: ['new@example.org'] },
    after: null,
  });
});

/** The bytes of the only attachment of a letter. */
function attachmentOf(source: string): Buffer {
  const [, part = ''] = source.split(/Content-Disposition: attachment[\s\S]*?\r\n\r\n/);
  return Buffer.from(part.split('\r\n--')[0] ?? '', 'base64');
}
