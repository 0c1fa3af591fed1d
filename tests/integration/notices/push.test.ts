import { createECDH, createPublicKey, randomBytes, verify } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pushKeys } from '@/lib/auth/seal';
import { openCounter } from '@/lib/counters/commands';
import { forgetEnded, NoticeSender } from '@/lib/deliveries/duties';
import { callNext, completeTicket, startTicket } from '@/lib/serving/commands';
import type { Actor } from '@/lib/staff/actor';
import { issueTicket } from '@/lib/tickets/commands';
import { ticketToken } from '@/lib/tickets/token';
import { createWebhook } from '@/lib/webhooks/commands';
import type { WebhookMessage } from '@/lib/webhooks/schema';
import { type BuiltHall, buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { ApiClient } from '@/tests/support/api-client';
import { decryptPush } from '@/tests/support/decrypt-push';
import { dumpDatabase } from '@/tests/support/dump';
import { Receiver } from '@/tests/support/receiver';
import { run } from '@/tests/support/run-command';
import { testDatabase } from '@/tests/support/test-database';

vi.stubEnv('WEBHOOKS_PRIVATE', '1');

const SYSTEM: Actor = { kind: 'system' };
let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let service: Receiver;
let now: Date;

const clerk = (): Actor => ({ kind: 'key', id: 'c', name: 'c', hallId: hall.id, role: 'clerk' });
const issue = () => run(house, SYSTEM, issueTicket, { hall: hall.id, serviceCode: 'cards', locale: 'es' });
const customer = (ticketId: string) => ({
  path: `/tickets/${ticketToken(house.secret, ticketId)}`,
  client: new ApiClient(house),
});

/** A browser: its keys, and what it sends to be told. */
function browser(path: string) {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  const auth = randomBytes(16);
  return {
    pair,
    auth,
    body: {
      endpoint: service.url(path),
      keys: { p256dh: pair.getPublicKey('base64url'), auth: auth.toString('base64url') },
    },
  };
}

function pass(seconds: number): void {
  now = new Date(now.getTime() + seconds * 1000);
  house.setTime(now);
}

async function look(): Promise<void> {
  const sender = new NoticeSender(house, { origin: 'https://hall.example', allowPrivate: true });
  await sender.spread(hall.id);
  while ((await sender.begin()) > 0) await sender.idle();
}

beforeEach(async () => {
  house = buildTestHouse((await testDatabase()).database);
  now = house.clock.now();
  hall = await buildHall(house);
  service = await Receiver.open();
  service.manners = [201];
  await run(house, clerk(), openCounter, { counterId: hall.counter(1) });
});
afterEach(() => service.close());

describe('messages to the own phone', () => {
  it('come when the turn is near and at the call, readable by that browser alone, from this house alone', async () => {
    const tickets = [await issue(), await issue(), await issue(), await issue()];
    const [first, last] = [tickets[0], tickets[3]];
    const own = browser('/own');
    const { path, client } = customer(last?.id ?? '');
    expect((await client.post(`${path}/push-subscription`, { ...own.body, locale: 'en' })).status).toBe(204);
    await look();
    expect(service.received, 'three are ahead').toEqual([]);
    const called = await run(house, clerk(), callNext, { counterId: hall.counter(1) });
    expect(called?.id).toBe(first?.id);
    await look();
    await look();
    for (let i = 0; i < 3; i++) {
      const at = await run(house, clerk(), startTicket, { ticketId: tickets[i]?.id ?? '' });
      await run(house, clerk(), completeTicket, { ticketId: at.id, outcome: 'done' });
      await run(house, clerk(), callNext, { counterId: hall.counter(1) });
    }
    await look();
    const said = service.received.map(({ body }) => decryptPush(body, own));
    expect(said).toEqual([
      {
        title: 'Test hall',
        body: 'A004: 2 people ahead of you. Please be in the hall.',
        path: `/t/${ticketToken(house.secret, last?.id ?? '')}`,
        lang: 'en',
      },
      expect.objectContaining({ body: 'A004: please go to counter 1.' }),
    ]);
    for (const { headers } of service.received) {
      expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', urgency: 'high', ttl: '600' });
      expect(isSignedFor(headers.authorization ?? '', service.url(''))).toBe(true);
    }
  });

  it('go on in no browser that is gone, and nothing of it is kept after the visit', async () => {
    const ticket = await issue();
    const { path, client } = customer(ticket.id);
    const [gone, here] = [browser('/gone'), browser('/here')];
    await client.post(`${path}/push-subscription`, gone.body);
    await client.post(`${path}/push-subscription`, here.body);
    service.manners = [410, 201];
    await run(house, clerk(), callNext, { counterId: hall.counter(1) });
    await look();
    expect(service.received.length).toBe(2);
    expect(await house.db.pushSubscription.count()).toBe(1);
    await run(house, clerk(), startTicket, { ticketId: ticket.id });
    await run(house, clerk(), completeTicket, { ticketId: ticket.id, outcome: 'done' });
    await forgetEnded(house);
    expect(await house.db.pushSubscription.count(), 'it may still be taken back').toBe(1);
    pass(61);
    await forgetEnded(house);
    expect(await house.db.pushSubscription.count()).toBe(0);
    expect(await house.db.noticeDelivery.count()).toBe(0);
    expect((await client.post(`${path}/push-subscription`, here.body)).status).toBe(409);
  });

  it('take no address of a private network, no keys that are none, and no sixth browser', async () => {
    const ticket = await issue();
    const { path, client } = customer(ticket.id);
    const body = browser('/x').body;
    expect((await client.post(`${path}/push-subscription`, { ...body, endpoint: 'ftp://x.example/' })).status).toBe(
      400,
    );
    const keys = { ...body.keys, p256dh: 'short' };
    expect((await client.post(`${path}/push-subscription`, { ...body, keys })).status).toBe(400);
    for (let i = 0; i < 5; i++) await client.post(`${path}/push-subscription`, browser(`/${i}`).body);
    expect((await client.post(`${path}/push-subscription`, body)).status).toBe(409);
    expect((await client.send('DELETE', `${path}/push-subscription`)).status).toBe(204);
    expect(await house.db.pushSubscription.count()).toBe(0);
  });
});

describe('a number left for messages', () => {
  it('is taken only where somebody sends them, goes to him alone, lies in no table in the clear, and is forgotten', async () => {
    const ticket = await issue();
    const { path, client } = customer(ticket.id);
    const phone = '+86 138 0000 1234';
    expect((await client.post(`${path}/phone`, { phone })).body).toMatchObject({ code: 'no-messages' });
    const hook = { hall: hall.id, events: ['ticket.called' as const] };
    await run(house, SYSTEM, createWebhook, { ...hook, name: 'sms', url: service.url('/sms'), takesPhone: true });
    await run(house, SYSTEM, createWebhook, { ...hook, name: 'wall', url: service.url('/wall') });
    expect((await client.post(`${path}/phone`, { phone: 'call me' })).status).toBe(400);
    expect((await client.post(`${path}/phone`, { phone })).status).toBe(204);
    const stored = JSON.stringify(await dumpDatabase(house.db));
    expect(stored).not.toContain('0000 1234');
    expect(stored).not.toContain('00001234');
    await run(house, clerk(), callNext, { counterId: hall.counter(1) });
    await look();
    const contacts = Object.fromEntries(
      service.received.map((one) => [one.path, (JSON.parse(one.body.toString()) as WebhookMessage).data.contact]),
    );
    expect(contacts).toEqual({ '/sms': { phone }, '/wall': null });
    await run(house, clerk(), startTicket, { ticketId: ticket.id });
    await run(house, clerk(), completeTicket, { ticketId: ticket.id, outcome: 'done' });
    pass(61);
    await forgetEnded(house);
    expect(await house.db.ticketPhone.count()).toBe(0);
  });
});

/** By RFC 8292: a token for this push service, signed with the key that browsers were given. */
function isSignedFor(authorization: string, audience: string): boolean {
  const { publicKey } = pushKeys(house.secret);
  const token = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(authorization);
  const [header = '', claims = '', signature = ''] = token?.[1]?.split('.') ?? [];
  const point = Buffer.from(publicKey, 'base64url');
  const key = createPublicKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  });
  const signed = verify(
    'sha256',
    Buffer.from(`${header}.${claims}`),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  const { aud, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; sub: string };
  expect(sub).toBe('https://hall.example');
  return signed && token?.[2] === publicKey && aud === new URL(audience).origin;
}
