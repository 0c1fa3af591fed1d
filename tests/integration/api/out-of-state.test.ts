import { beforeAll, expect, test } from 'vitest';
import { type TicketEventType, TRANSITIONS } from '@/lib/tickets/machine';
import { TICKET_STATUSES, type TicketStatus } from '@/lib/tickets/ticket';
import { type BuiltHall, buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { type ApiClient, ApiClient as Client, withKey } from '@/tests/support/api-client';
import { dumpDatabase } from '@/tests/support/dump';
import { testDatabase } from '@/tests/support/test-database';

let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let lead: ApiClient;
let other: ApiClient;
const tickets = new Map<TicketStatus, { id: string; token: string }>();

/** The routes that change a ticket, and the event of the machine behind each. */
const CHANGES: { event: TicketEventType; path: string; body?: object }[] = [
  { event: 'recall', path: 'recall' },
  { event: 'start', path: 'start' },
  { event: 'hold', path: 'hold', body: { reason: 'papers' } },
  { event: 'resume', path: 'resume' },
  { event: 'transfer', path: 'transfer', body: { serviceCode: 'broadband' } },
  { event: 'complete', path: 'complete', body: { outcome: 'done' } },
  { event: 'noShow', path: 'no-show' },
  { event: 'cancel', path: 'cancel', body: { reason: 'left' } },
];

async function must(answer: Promise<{ status: number; body: unknown }>) {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as { id: string; token: string };
}

beforeAll(async () => {
  house = buildTestHouse((await testDatabase()).database);
  hall = await buildHall(house, { remoteTickets: true });
  lead = await withKey(house, hall.id, 'shiftLead');
  other = await withKey(house, hall.id, 'shiftLead');
  const issue = (body = {}) => must(lead.post(`/halls/${hall.id}/tickets`, { serviceCode: 'cards', ...body }));
  const [one, two] = [hall.counter(1), hall.counter(2)];
  await must(lead.post(`/counters/${one}/open`));
  await must(other.post(`/counters/${two}/open`));
  const called = async () => {
    const ticket = await issue();
    await must(lead.post(`/counters/${one}/call`, { ticketId: ticket.id, reason: 'test' }));
    return ticket;
  };
  const step = (ticket: { id: string }, path: string, body: object = {}) =>
    must(lead.post(`/tickets/${ticket.id}/${path}`, body));

  const completed = await called();
  await step(completed, 'start');
  await step(completed, 'complete', { outcome: 'done' });
  tickets.set('completed', completed);
  const noShow = await called();
  await step(noShow, 'no-show');
  tickets.set('noShow', noShow);
  const held = await issue();
  await step(held, 'hold', { reason: 'papers' });
  tickets.set('held', held);
  const cancelled = await issue();
  await step(cancelled, 'cancel', { reason: 'left' });
  tickets.set('cancelled', cancelled);
  const serving = await called();
  await step(serving, 'start');
  tickets.set('serving', serving);
  const atTwo = await issue();
  await must(other.post(`/counters/${two}/call`, { ticketId: atTwo.id, reason: 'test' }));
  tickets.set('called', atTwo);
  tickets.set('booked', await must(new Client(house).post(`/halls/${hall.id}/tickets`, { serviceCode: 'cards' })));
  tickets.set('waiting', await issue());
});

test('what a state does not allow is 409 with the state, and changes nothing', async () => {
  const before = await dumpDatabase(house.db);
  let asked = 0;
  for (const status of TICKET_STATUSES)
    for (const { event, path, body } of CHANGES) {
      if (TRANSITIONS[status][event] !== null) continue;
      asked++;
      const by = status === 'called' ? other : lead;
      const answer = await by.post(`/tickets/${tickets.get(status)?.id}/${path}`, body);
      expect(answer, `${path} of ${status}`).toMatchObject({
        status: 409,
        body: { code: 'wrong-state', currentState: status },
      });
    }
  expect(asked).toBeGreaterThan(30);
  for (const status of TICKET_STATUSES.filter((s) => s !== 'booked')) {
    const token = tickets.get(status)?.token;
    const answer = await new Client(house).post(`/tickets/${token}/check-in`);
    expect(answer, `check-in of ${status}`).toMatchObject({ status: 409, body: { currentState: status } });
  }
  for (const status of TICKET_STATUSES.filter((s) => s !== 'completed')) {
    const answer = await new Client(house).post(`/tickets/${tickets.get(status)?.token}/rating`, { score: 4 });
    expect(answer, `rating of ${status}`).toMatchObject({
      status: 409,
      body: { code: 'wrong-state', currentState: status },
    });
  }
  for (const status of ['serving', 'called', 'completed', 'cancelled', 'noShow', 'held', 'booked'] as const) {
    const ticketId = tickets.get(status)?.id;
    const answer = await lead.post(`/counters/${hall.counter(1)}/call`, { ticketId, reason: 'test' });
    expect(answer.status, `call of ${status}`).toBe(409);
  }
  expect(await dumpDatabase(house.db)).toEqual(before);
});

test('a counter says what it cannot do now', async () => {
  const [one, two, three] = [1, 2, 3].map((n) => hall.counter(n));
  const expected: [ApiClient, string, object | undefined, string][] = [
    [lead, `${one}/close`, undefined, 'counter-busy'],
    [lead, `${one}/pause`, { reason: 'lunch' }, 'counter-busy'],
    [lead, `${one}/call-next`, undefined, 'counter-busy'],
    [lead, `${two}/open`, undefined, 'counter-taken'],
    [lead, `${three}/open`, undefined, 'clerk-elsewhere'],
    [lead, `${two}/call-next`, undefined, 'not-your-counter'],
    [lead, `${three}/call-next`, undefined, 'counter-not-open'],
    [lead, `${three}/close`, undefined, 'counter-not-open'],
    [lead, `${three}/release`, { reason: 'vanished' }, 'counter-not-open'],
  ];
  const before = await dumpDatabase(house.db);
  for (const [by, path, body, code] of expected)
    expect(await by.post(`/counters/${path}`, body), path).toMatchObject({ status: 409, body: { code } });
  expect(await dumpDatabase(house.db)).toEqual(before);
});
