import { beforeAll, describe, expect, test } from 'vitest';
import { api, ROUTES } from '@/lib/api/app';
import type { openApiDocument } from '@/lib/api/openapi';
import { flagSilentClerks, seeClerks } from '@/lib/counters/commands';
import { counterSchema } from '@/lib/counters/schema';
import { hallSchema } from '@/lib/halls/schema';
import { boardViewSchema, liveViewSchema, queueViewSchema } from '@/lib/realtime/contract';
import { customerTicketSchema, issuedTicketSchema, ticketSchema } from '@/lib/tickets/schema';
import type { WhatIfView } from '@/lib/waiting/schema';
import { type BuiltHall, buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { ApiClient, signedIn, withKey } from '@/tests/support/api-client';
import { run } from '@/tests/support/run-command';
import { testDatabase } from '@/tests/support/test-database';

let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let guide: ApiClient;
let clerk: ApiClient;
let manager: ApiClient;
let nobody: ApiClient;

beforeAll(async () => {
  house = buildTestHouse((await testDatabase()).database);
  hall = await buildHall(house, { remoteTickets: true });
  guide = await withKey(house, hall.id, 'guide');
  clerk = await signedIn(house, 'clerk', hall.id, 'clerk');
  manager = await signedIn(house, 'manager', hall.id, 'manager');
  nobody = new ApiClient(house);
});

type Issued = { id: string; token: string; number: string; status: string };

async function issue(body: object = {}): Promise<Issued> {
  const answer = await guide.post(`/halls/${hall.slug}/tickets`, { serviceCode: 'cards', ...body });
  expect(answer.status).toBe(201);
  return issuedTicketSchema.strict().parse(answer.body);
}

describe('the way of a ticket', () => {
  test('issue, call, start, complete', async () => {
    const counter = hall.counter(1);
    const ticket = await issue({ customer: { name: 'Li Na', phone: '13800000000' }, customerClass: 'elderly' });
    expect(ticket).toMatchObject({ status: 'waiting', number: 'A001' });

    const opened = await clerk.post(`/counters/${counter}/open`);
    expect(opened).toMatchObject({ status: 200, body: { state: 'idle', number: 1 } });
    counterSchema.strict().parse(opened.body);

    const called = await clerk.post(`/counters/${counter}/call-next`);
    expect(called).toMatchObject({ status: 200, body: { id: ticket.id, status: 'called', counterNumber: 1 } });
    expect(await clerk.post(`/counters/${counter}/call-next`)).toMatchObject({
      status: 409,
      body: {
        code: 'counter-busy',
        currentState: 'called',
        status: 409,
        title: expect.any(String),
        type: '/api/v1/problems/counter-busy',
      },
    });
    expect(await clerk.post(`/tickets/${ticket.id}/recall`)).toMatchObject({ status: 200, body: { callCount: 2 } });
    const board = await nobody.get(`/halls/${hall.slug}/board`);
    expect(boardViewSchema.strict().parse(board.body).calls).toMatchObject([{ number: 'A001', counterNumber: 1 }]);
    expect(JSON.stringify(board.body)).not.toMatch(/Li Na|13800000000/);

    expect(await clerk.post(`/tickets/${ticket.id}/start`)).toMatchObject({ status: 200, body: { status: 'serving' } });
    const done = await clerk.post(`/tickets/${ticket.id}/complete`, { outcome: 'done', notes: 'new card' });
    expect(done).toMatchObject({ status: 200, body: { status: 'completed', outcome: 'done' } });
    ticketSchema.strict().parse(done.body);
    expect(await clerk.post(`/tickets/${ticket.id}/start`)).toMatchObject({
      status: 409,
      body: { code: 'wrong-state', currentState: 'completed' },
    });
    expect(await clerk.post(`/tickets/${ticket.id}/undo`)).toMatchObject({ status: 200, body: { status: 'serving' } });
    await clerk.post(`/tickets/${ticket.id}/complete`, { outcome: 'done' });
    expect(await clerk.post(`/counters/${counter}/call-next`)).toMatchObject({ status: 204, body: null });
    expect(await clerk.post(`/counters/${counter}/close`)).toMatchObject({ status: 200, body: { state: 'closed' } });
  });

  test('hold, resume, transfer, call out of order, no-show, cancel', async () => {
    const counter = hall.counter(2);
    await clerk.post(`/counters/${counter}/open`, { serviceCodes: ['cards'] });
    const [first, second] = [await issue(), await issue()];
    expect(await guide.post(`/tickets/${first.id}/hold`, { reason: 'fetches papers' })).toMatchObject({
      status: 200,
      body: { status: 'held', holdReason: 'fetches papers' },
    });
    expect(await guide.post(`/tickets/${first.id}/resume`)).toMatchObject({ status: 200, body: { status: 'waiting' } });
    const out = await clerk.post(`/counters/${counter}/call`, { ticketId: second.id, reason: 'unwell' });
    expect(out).toMatchObject({ status: 200, body: { id: second.id, status: 'called' } });
    expect(await clerk.post(`/tickets/${second.id}/no-show`)).toMatchObject({
      status: 200,
      body: { status: 'noShow' },
    });
    expect(
      await guide.post(`/tickets/${first.id}/transfer`, { serviceCode: 'broadband', keepPlace: true }),
    ).toMatchObject({ status: 200, body: { status: 'waiting', serviceCode: 'broadband' } });
    expect(await guide.post(`/tickets/${first.id}/care`, { action: 'tea' })).toMatchObject({ status: 200 });
    expect(await guide.post(`/tickets/${first.id}/cancel`, { reason: 'left' })).toMatchObject({
      status: 200,
      body: { status: 'cancelled', endReason: 'left' },
    });
    expect(await clerk.post(`/counters/${counter}/pause`, { reason: 'lunch' })).toMatchObject({
      status: 200,
      body: { state: 'paused', pauseReason: 'lunch' },
    });
    expect(await manager.post(`/counters/${counter}/release`, { reason: 'vanished' })).toMatchObject({ status: 200 });
  });

  test('from afar: token, check-in, own view', async () => {
    const answer = await nobody.post(`/halls/${hall.slug}/tickets`, { serviceCode: 'cards', locale: 'en' });
    expect(answer).toMatchObject({ status: 201, body: { status: 'booked', channel: 'phone' } });
    const { token, id } = answer.body as Issued;
    const seen = await nobody.get(`/tickets/${token}`);
    expect(seen.status).toBe(200);
    customerTicketSchema.strict().parse(seen.body);
    expect(await nobody.get(`/tickets/${id}`)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect(await guide.get(`/tickets/${token}`)).toMatchObject({ status: 200, body: { id } });
    expect(await nobody.post(`/tickets/${token}/check-in`)).toMatchObject({ status: 200, body: { status: 'waiting' } });
    expect(await nobody.post(`/tickets/${token}/check-in`)).toMatchObject({
      status: 409,
      body: { code: 'wrong-state' },
    });
    expect(await nobody.post(`/tickets/${token}/recall`)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await nobody.post(`/tickets/${token}/cancel`, { reason: 'changed my mind' })).toMatchObject({
      status: 200,
      body: { status: 'cancelled' },
    });
    expect(await nobody.get('/tickets/t_forged')).toMatchObject({ status: 404 });
  });
});

describe('views', () => {
  test('halls, counters, queue, live', async () => {
    const list = await nobody.get('/halls?limit=1');
    expect(list).toMatchObject({ status: 200, body: { items: [{ slug: hall.slug, open: true }], nextCursor: null } });
    const one = await nobody.get(`/halls/${hall.id}`);
    const view = hallSchema.strict().parse(one.body);
    expect(view.services[0]).toMatchObject({ code: 'cards', letter: 'A', names: { en: 'Cards' } });
    expect(view.outcomes.map((o) => o.code)).toContain('done');
    const counters = await clerk.get(`/halls/${hall.slug}/counters`);
    expect(counters).toMatchObject({
      status: 200,
      body: { items: [{ number: 1, state: 'closed', serviceCodes: ['cards', 'broadband'] }, {}, {}] },
    });
    queueViewSchema.strict().parse((await guide.get(`/halls/${hall.slug}/queue`)).body);
    liveViewSchema.strict().parse((await manager.get(`/halls/${hall.slug}/live`)).body);
    expect(await clerk.get(`/halls/${hall.slug}/live`)).toMatchObject({ status: 403 });
    expect(await nobody.get(`/halls/${hall.slug}/queue`)).toMatchObject({ status: 401 });
    expect(await nobody.get('/halls/elsewhere')).toMatchObject({ status: 404 });
  });
});

describe('what is known afterwards', () => {
  test('ratings: once, changeable for an hour', async () => {
    const ticket = await issue();
    const counter = hall.counter(1);
    await clerk.post(`/counters/${counter}/open`);
    await clerk.post(`/counters/${counter}/call`, { ticketId: ticket.id, reason: 'test' });
    await clerk.post(`/tickets/${ticket.id}/start`);
    await clerk.post(`/tickets/${ticket.id}/complete`, { outcome: 'done' });
    await clerk.post(`/counters/${counter}/close`);
    const rate = (score: number) => nobody.post(`/tickets/${ticket.token}/rating`, { score, reasons: ['speed'] });
    expect(await rate(6)).toMatchObject({ status: 400, body: { errors: [{ path: 'score' }] } });
    expect(await rate(3)).toMatchObject({ status: 200, body: { score: 3, reasons: ['speed'], comment: null } });
    house.setTime('2026-03-02T02:59:00Z');
    expect(await rate(5)).toMatchObject({ status: 200, body: { score: 5, givenAt: '2026-03-02T02:00:00.000Z' } });
    house.setTime('2026-03-02T03:01:00Z');
    expect(await rate(1)).toMatchObject({ status: 409, body: { code: 'rating-closed' } });
    house.setTime('2026-03-02T02:00:00Z');
    expect(await house.db.rating.findMany()).toMatchObject([{ ticketId: ticket.id, score: 5 }]);
  });

  test('events: recorded, read in order, page by page, nothing twice', async () => {
    const recorded = await guide.post(`/halls/${hall.slug}/events`, {
      touchpoint: 'wander',
      what: 'approached',
      zoneCode: 'main',
      payload: { outcome: 'ticket', minutes: 2 },
    });
    expect(recorded).toMatchObject({ status: 201, body: { touchpoint: 'wander', what: 'approached' } });
    const seen: { cursor: string; kind: string; payload: object }[] = [];
    for (let after = ''; ; ) {
      const answer = await manager.get(`/halls/${hall.slug}/events?limit=7${after}`);
      const { items, nextCursor } = answer.body as { items: typeof seen; nextCursor: string | null };
      seen.push(...items);
      if (nextCursor === null) break;
      after = `&after=${nextCursor}`;
    }
    const all = await house.db.event.findMany({ orderBy: [{ version: 'asc' }, { ordinal: 'asc' }] });
    expect(seen.map((e) => e.cursor)).toEqual(all.map((e) => `${e.version}.${e.ordinal}`));
    expect(seen.at(-1)).toMatchObject({
      cursor: (recorded.body as { cursor: string }).cursor,
      kind: 'touchpoint.recorded',
      payload: { what: 'approached', outcome: 'ticket', minutes: 2 },
    });
    expect(await manager.get(`/halls/${hall.slug}/events?after=${seen.at(-1)?.cursor}`)).toMatchObject({
      body: { items: [], nextCursor: null },
    });
    expect(JSON.stringify(seen)).not.toMatch(/Li Na|13800000000/);
  });

  test('service level: the honest figure and the usual one', async () => {
    const own = await buildHall(house, { slug: 'level-hall' });
    const by = { guide: await withKey(house, own.id, 'guide'), lead: await withKey(house, own.id, 'shiftLead') };
    const at = (minute: number) => house.setTime(new Date(Date.UTC(2026, 2, 3, 2, minute)));
    const take = async () => (await by.guide.post(`/halls/${own.id}/tickets`, { serviceCode: 'cards' })).body as Issued;
    at(0);
    const [served, late, leftEarly, leftLate] = [await take(), await take(), await take(), await take()];
    await take();
    await by.lead.post(`/counters/${own.counter(1)}/open`);
    const serve = async (ticket: Issued) => {
      await by.lead.post(`/counters/${own.counter(1)}/call`, { ticketId: ticket.id, reason: 'test' });
      await by.lead.post(`/tickets/${ticket.id}/start`);
      await by.lead.post(`/tickets/${ticket.id}/complete`, { outcome: 'done' });
    };
    at(5);
    await serve(served);
    await by.guide.post(`/tickets/${leftEarly.id}/cancel`, { reason: 'left' });
    at(15);
    await serve(late);
    await by.guide.post(`/tickets/${leftLate.id}/cancel`, { reason: 'left' });
    await take();
    const path = `/halls/${own.slug}/reports/service-level`;
    const expected = {
      thresholdSeconds: 600,
      honest: { counted: 4, within: 1, share: 0.25 },
      servedOnly: { counted: 2, within: 1, share: 0.5 },
      leftBefore: 1,
      leftAfter: 1,
      waitingPast: 1,
    };
    const today = await by.lead.get(path);
    expect(today).toMatchObject({ status: 200, body: { from: '2026-03-03', to: '2026-03-03', ...expected } });
    expect((today.body as { services: unknown[] }).services).toMatchObject(
      [
        { serviceCode: 'cards', ...expected, thresholdSeconds: undefined },
        { serviceCode: 'broadband', honest: { counted: 0, within: 0, share: null } },
      ].map(({ thresholdSeconds: _none, ...rest }: Record<string, unknown>) => rest),
    );
    expect(await by.lead.get(`${path}?from=2026-03-01&to=2026-03-02`)).toMatchObject({
      body: { honest: { share: null } },
    });
    expect(await by.lead.get(`${path}?from=2026-03-02T17:00:00Z&to=2026-03-03T01:00:00Z`)).toMatchObject({
      body: { from: '2026-03-03', to: '2026-03-03' },
    });
    expect(await by.lead.get(`${path}?from=2026-03-04&to=2026-03-03`)).toMatchObject({ status: 400 });
    expect(await by.lead.get(`${path}?thresholdSeconds=60`)).toMatchObject({ body: { servedOnly: { within: 0 } } });
    // The live board of that hall shows the same.
    expect((await by.lead.get(`/halls/${own.slug}/live`)).body).toMatchObject({
      serviceLevel: { honest: expected.honest, servedOnly: expected.servedOnly, leftBefore: 1 },
    });
    house.setTime('2026-03-02T02:00:00Z');
  });
});

describe('waits that can be promised', () => {
  test('what opening, closing, widening or moving a counter would do, from the hall as it is', async () => {
    const own = await buildHall(house, { slug: 'what-if-hall' });
    const by = { guide: await withKey(house, own.id, 'guide'), lead: await withKey(house, own.id, 'shiftLead') };
    const path = `/halls/${own.slug}/what-if`;
    const nothingOpen = (await by.lead.get(path)).body as WhatIfView;
    expect(nothingOpen.before).toMatchObject({ p50Seconds: null, p90Seconds: null, late: 0, inTime: 0 });
    expect(nothingOpen.movable).toEqual([]);
    expect(nothingOpen.mayOpen).toBe(true);
    expect(nothingOpen.changes[0]).toMatchObject({ kind: 'open', clerk: null, mine: false });
    const manager = await withKey(house, own.id, 'manager');
    expect((await manager.get(path)).body).toMatchObject({ mayOpen: false });
    await by.lead.post(`/counters/${own.counter(1)}/open`, { serviceCodes: ['cards'] });
    for (let i = 0; i < 12; i++) await by.guide.post(`/halls/${own.id}/tickets`, { serviceCode: 'cards' });
    const { before, changes, mayOpen } = (await by.lead.get(path)).body as WhatIfView;
    expect(mayOpen).toBe(false);
    expect(before.late).toBeGreaterThan(0);
    const open = changes.find((change) => change.kind === 'open' && change.serviceCodes.includes('cards'));
    const close = changes.find((change) => change.kind === 'close');
    expect(open!.late).toBeLessThan(before.late);
    expect(close).toMatchObject({ counterNumber: 1, serviceCodes: ['cards'], mine: true, saved: [] });
    expect(changes.find((change) => change.kind === 'widen')).toMatchObject({
      counterNumber: 1,
      serviceCodes: ['cards', 'broadband'],
      counterId: own.counter(1),
    });
    expect(before.late + before.inTime).toBeCloseTo(12, 0);
    expect(close!.late).toBeGreaterThan(before.late);
    expect(changes.at(-1)).toEqual(close);
    // The same moment again: the same figures.
    expect(((await by.lead.get(path)).body as WhatIfView).changes).toEqual(changes);

    // One move in particular.
    const clerk = await withKey(house, own.id, 'clerk');
    await clerk.post(`/counters/${own.counter(2)}/open`, { serviceCodes: ['broadband'] });
    const moved = await by.lead.get(`${path}?counterNumber=2&serviceCodes=cards`);
    const { changes: moves, movable } = moved.body as WhatIfView;
    expect(moves).toMatchObject([{ kind: 'move', counterNumber: 2, serviceCodes: ['cards'], mine: false, lost: [] }]);
    // Who is to be asked for it.
    expect(moves[0]!.clerk).toEqual({ name: 'clerk program' });
    expect(moves[0]!.saved.length).toBeGreaterThan(0);
    expect(moves[0]!.services.find(({ serviceCode }) => serviceCode === 'broadband')!.p90Seconds).toBeNull();
    expect(movable).toEqual([
      { counterNumber: 1, serviceCodes: ['cards', 'broadband'], takes: ['cards'] },
      { counterNumber: 2, serviceCodes: ['cards', 'broadband'], takes: ['broadband'] },
    ]);
    for (const [query, status, code] of [
      ['counterNumber=2', 400, 'invalid-input'],
      ['serviceCodes=cards', 400, 'invalid-input'],
      ['counterNumber=2&serviceCodes=haircut', 400, 'invalid-input'],
      ['counterNumber=none&serviceCodes=cards', 400, 'invalid-input'],
      ['counterNumber=99&serviceCodes=cards', 404, 'not-found'],
      ['counterNumber=3&serviceCodes=broadband', 409, 'counter-not-open'],
    ] as const)
      expect(await by.lead.get(`${path}?${query}`), query).toMatchObject({ status, body: { code } });
    await run(house, { kind: 'system' }, seeClerks, { hall: own.id, counterIds: [own.counter(2)] });
    const at = house.clock.now();
    house.setTime(new Date(at.getTime() + 3_600_000));
    await run(house, { kind: 'system' }, flagSilentClerks, { hall: own.id });
    expect(await by.lead.get(`${path}?counterNumber=2&serviceCodes=cards`)).toMatchObject({
      status: 409,
      body: { code: 'counter-not-open' },
    });
    expect(((await by.lead.get(path)).body as WhatIfView).movable.map((one) => one.counterNumber)).toEqual([1]);
    house.setTime(at);
    await clerk.post(`/counters/${own.counter(2)}/pause`, { reason: 'lunch' });
    await run(house, { kind: 'system' }, seeClerks, { hall: own.id, counterIds: [own.counter(2)] });
    expect(await by.lead.get(`${path}?counterNumber=2&serviceCodes=cards`)).toMatchObject({
      status: 409,
      body: { code: 'counter-paused' },
    });
  });

  test('the live board compares what was told with what happened', async () => {
    const own = await buildHall(house, { slug: 'truth-hall' });
    const by = { guide: await withKey(house, own.id, 'guide'), lead: await withKey(house, own.id, 'shiftLead') };
    const at = (minute: number) => house.setTime(new Date(Date.UTC(2026, 2, 3, 2, minute)));
    at(0);
    await by.lead.post(`/counters/${own.counter(1)}/open`);
    const { id, estimate } = (await by.guide.post(`/halls/${own.id}/tickets`, { serviceCode: 'cards' }))
      .body as Issued & {
      estimate: { p50Seconds: number };
    };
    at(5);
    await by.lead.post(`/counters/${own.counter(1)}/call-next`);
    await by.lead.post(`/tickets/${id}/start`);
    await by.lead.post(`/tickets/${id}/complete`, { outcome: 'done' });
    const off = 300 - estimate.p50Seconds;
    expect((await by.lead.get(`/halls/${own.slug}/live`)).body).toMatchObject({
      promises: { counted: 1, medianErrorSeconds: Math.abs(off), biasSeconds: off, kept: 0 },
    });
    house.setTime('2026-03-02T02:00:00Z');
  });
});

describe('idempotency', () => {
  test('same key and body: same answer, no second effect; another body: 422', async () => {
    const key = { 'idempotency-key': 'issue-1' };
    const body = { serviceCode: 'broadband' };
    const before = await house.db.ticket.count();
    const answers = await Promise.all([1, 2, 3].map(() => guide.post(`/halls/${hall.slug}/tickets`, body, key)));
    answers.push(await guide.post(`/halls/${hall.slug}/tickets`, body, key));
    for (const answer of answers) expect(answer).toMatchObject({ status: 201, body: answers[0]!.body as object });
    expect(await house.db.ticket.count()).toBe(before + 1);
    expect(await guide.post(`/halls/${hall.slug}/tickets`, { serviceCode: 'cards' }, key)).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
  });

  test('strangers with the same key get their own tickets', async () => {
    const key = { 'idempotency-key': '1' };
    const body = { serviceCode: 'cards' };
    const one = await nobody.post(`/halls/${hall.slug}/tickets`, body, { ...key, 'x-client-address': '192.0.2.7' });
    const other = await nobody.post(`/halls/${hall.slug}/tickets`, body, { ...key, 'x-client-address': '192.0.2.8' });
    expect((one.body as Issued).id).not.toBe((other.body as Issued).id);
  });

  test('signing in twice under one key makes one session', async () => {
    const body = { username: 'clerk', password: 'the right password' };
    const before = await house.db.staffSession.count();
    const key = { 'idempotency-key': 'sign-in-1' };
    const one = await nobody.post('/session', body, key);
    const two = await nobody.post('/session', body, key);
    expect(two.headers.getSetCookie()).toEqual(one.headers.getSetCookie());
    expect(await house.db.staffSession.count()).toBe(before + 1);
    expect(await nobody.post('/session', { ...body, password: 'another' }, key)).toMatchObject({ status: 422 });
  });
});

test('the document describes every route', async () => {
  const answer = await nobody.get('/openapi.json');
  const document = answer.body as ReturnType<typeof openApiDocument>;
  expect(document.openapi).toBe('3.1.0');
  for (const route of ROUTES) {
    const operation = document.paths?.[route.path]?.[route.method];
    expect(operation, `${route.method} ${route.path}`).toBeDefined();
    expect(operation?.description).toContain('Who:');
  }
  expect(new Set(ROUTES.map((r) => `${r.method} ${r.path}`)).size).toBe(ROUTES.length);
  expect(api(house)).toBe(api(house));
});
