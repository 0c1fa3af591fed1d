import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { webhookSecret } from '@/lib/auth/secrets';
import { openCounter } from '@/lib/counters/commands';
import { WEBHOOK_PAUSES } from '@/lib/deliveries/attempt';
import { claimDeliveries, discardLetter, sendAgain } from '@/lib/deliveries/commands';
import { NoticeSender } from '@/lib/deliveries/duties';
import { listDeadLetters, listDueDeliveries } from '@/lib/deliveries/queries';
import { callNext, recallTicket } from '@/lib/serving/commands';
import type { Actor } from '@/lib/staff/actor';
import { issueTicket } from '@/lib/tickets/commands';
import { changeWebhook, createWebhook } from '@/lib/webhooks/commands';
import { type WebhookMessage, webhookMessageSchema } from '@/lib/webhooks/schema';
import { type BuiltHall, buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { type Manner, Receiver } from '@/tests/support/receiver';
import { refused, run } from '@/tests/support/run-command';
import { testDatabase } from '@/tests/support/test-database';

// The receivers of this file are on this machine.
vi.stubEnv('WEBHOOKS_PRIVATE', '1');

const SYSTEM: Actor = { kind: 'system' };
let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let receiver: Receiver;
let now: Date;

const clerk = (): Actor => ({ kind: 'key', id: 'c', name: 'c', hallId: hall.id, role: 'clerk' });
const sender = (settings: object = {}) =>
  new NoticeSender(house, { origin: 'https://hall.example', allowPrivate: true, answerWithinMs: 2_000, ...settings });

function pass(seconds: number): void {
  now = new Date(now.getTime() + seconds * 1000);
  house.setTime(now);
}

const issue = (more: object = {}) =>
  run(house, SYSTEM, issueTicket, { hall: hall.id, serviceCode: 'cards', locale: 'en', ...more });
const hook = (more: object = {}) =>
  run(house, SYSTEM, createWebhook, {
    hall: hall.id,
    name: 'gateway',
    url: receiver.url(),
    events: ['ticket.twoAhead', 'ticket.called'],
    ...more,
  });
const callOne = () => run(house, clerk(), callNext, { counterId: hall.counter(1) });
const bodies = () => receiver.received.map(({ body }) => JSON.parse(body.toString()) as WebhookMessage);
const told = () => bodies().map(({ type, data }) => `${type} ${data.ticket.number}`);

/** One look at the hall and at what is due, to the end. */
async function look(by = sender()): Promise<void> {
  await by.spread(hall.id);
  while ((await by.begin()) > 0) await by.idle();
}

/** Lets the clock go on until nothing is due any more, and tries whenever something is. */
async function tryUntilSettled(): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const pending = await house.db.noticeDelivery.findFirst({ where: { state: 'pending' } });
    if (!pending) return;
    pass(Math.max(0, (pending.dueAt.getTime() - now.getTime()) / 1000));
    await look();
  }
  throw new Error('Something is still on its way.');
}

beforeEach(async () => {
  const { database } = await testDatabase();
  house = buildTestHouse(database);
  now = house.clock.now();
  hall = await buildHall(house);
  receiver = await Receiver.open();
  await run(house, clerk(), openCounter, { counterId: hall.counter(1) });
});
afterEach(() => receiver.close());

describe('messages to programs', () => {
  it('tell of each ticket once that its turn is near, and of each call, in a signed form', async () => {
    await issue();
    const webhook = await hook();
    for (let i = 0; i < 4; i++) await issue();
    await look();
    // A number that was issued before anybody listened is near all the same.
    expect(told().sort()).toEqual(['ticket.twoAhead A001', 'ticket.twoAhead A002', 'ticket.twoAhead A003']);
    const called = await callOne();
    await run(house, clerk(), recallTicket, { ticketId: called?.id ?? '' });
    await look();
    await look(sender());
    expect(told().sort()).toEqual([
      'ticket.called A001',
      'ticket.called A001',
      'ticket.twoAhead A001',
      'ticket.twoAhead A002',
      'ticket.twoAhead A003',
      'ticket.twoAhead A004',
    ]);
    const secret = webhookSecret(house.secret, webhook.id, new Date(webhook.secretMadeAt));
    for (const { headers, body } of receiver.received) {
      const text = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
      const mac = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
        .update(text)
        .digest('base64');
      expect(headers['webhook-signature']).toBe(`v1,${mac}`);
      expect(Number(headers['webhook-timestamp'])).toBe(now.getTime() / 1000);
    }
    const last = webhookMessageSchema.parse(
      bodies()
        .filter(({ type }) => type === 'ticket.called')
        .at(-1),
    );
    expect(last.data.ticket).toMatchObject({ number: 'A001', counterNumber: 1 });
    expect(last.data.ticket.url).toMatch(/^https:\/\/hall\.example\/t\/t_/);
    expect(last.data.message).toEqual({ locale: 'en', text: 'A001: please go to counter 1.' });
    expect(last.data.contact).toBeNull();
  });

  it('survive a receiver that refuses, hangs, breaks down and dies, under one id, later each time', async () => {
    await hook({ events: ['ticket.called'] });
    await issue();
    await callOne();
    const manners: Manner[] = [500, 'hang', 'die', { status: 503, headers: { 'retry-after': '900' } }, 302, 200];
    receiver.manners = [...manners];
    const times: number[] = [];
    await look();
    for (let i = 1; i < manners.length; i++) {
      const row = await house.db.noticeDelivery.findFirstOrThrow({});
      expect(row).toMatchObject({ state: 'pending', attempts: i });
      times.push((row.dueAt.getTime() - now.getTime()) / 1000);
      await look();
      expect(receiver.received.length, 'not before its time').toBe(i);
      pass(times.at(-1) ?? 0);
      await look();
    }
    const minimum = [WEBHOOK_PAUSES[0], WEBHOOK_PAUSES[1], WEBHOOK_PAUSES[2], 900, WEBHOOK_PAUSES[4]];
    for (const [i, pause] of minimum.entries()) {
      expect(times[i]).toBeGreaterThanOrEqual(pause);
      expect(times[i]).toBeLessThanOrEqual(pause * 1.2 + 1);
    }
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await house.db.noticeDelivery.findFirst({})).toMatchObject({ state: 'delivered', lastStatus: 200 });
  });

  it('that nobody takes end in the list, and are sent again or left at that', async () => {
    await hook({ events: ['ticket.called'] });
    await receiver.close();
    await issue();
    await issue();
    await callOne();
    await run(house, clerk(), recallTicket, {
      ticketId: (await house.db.ticket.findFirstOrThrow({ where: { number: 'A001' } })).id,
    });
    await look();
    await tryUntilSettled();
    const letters = await listDeadLetters(house.db, hall.id, { limit: 10 });
    expect(letters).toMatchObject([
      { event: 'ticket.called', ticketNumber: 'A001', attempts: 8, lastError: 'ECONNREFUSED', webhookName: 'gateway' },
      { event: 'ticket.called', ticketNumber: 'A001', attempts: 8 },
    ]);
    const [first, second] = letters.map(({ id }) => id);
    receiver = await Receiver.open();
    await run(house, SYSTEM, changeWebhook, {
      webhookId: letters[0]?.webhookId ?? '',
      url: receiver.url(),
    });
    await run(house, SYSTEM, sendAgain, { deliveryId: first ?? '' });
    await run(house, SYSTEM, discardLetter, { deliveryId: second ?? '' });
    await look();
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([first]);
    expect(await listDeadLetters(house.db, hall.id, { limit: 10 })).toEqual([]);
    expect((await refused(house, SYSTEM, sendAgain, { deliveryId: first ?? '' })).code).toBe('wrong-state');
  });

  it('are sent once by servers that work at the same time', async () => {
    await hook({ events: ['ticket.issued', 'ticket.twoAhead', 'ticket.called'] });
    for (let i = 0; i < 30; i++) await issue();
    await callOne();
    const servers = [sender(), sender(), sender()];
    await Promise.all(servers.map((one) => one.spread(hall.id)));
    await Promise.all(servers.map((one) => look(one)));
    await Promise.all(servers.map((one) => look(one)));
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(ids.length).toBe(new Set(ids).size);
    expect(told().filter((line) => line.startsWith('ticket.issued')).length).toBe(30);
    expect(new Set(told()).size).toBe(told().length);
  });

  it('go on where a server died: what it had in hand is tried again under the same id', async () => {
    await hook({ events: ['ticket.called'] });
    await issue();
    await callOne();
    await sender().spread(hall.id);
    const due = await listDueDeliveries(house.db, now, { limit: 5, notFor: [], notThese: [] });
    const claimed = await run(house, SYSTEM, claimDeliveries, { due });
    expect(claimed.length).toBe(1);
    await look();
    expect(receiver.received.length, 'somebody has it in hand').toBe(0);
    pass(61);
    await look();
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([claimed[0]?.id]);
  });

  it('do not wait for one that hangs', async () => {
    const slow = await Receiver.open();
    slow.manners = ['hang'];
    await hook({ name: 'slow', url: slow.url(), events: ['ticket.issued'] });
    for (let i = 0; i < 40; i++) await issue();
    await hook({ events: ['ticket.called'] });
    await callOne();
    const one = sender({ answerWithinMs: 60_000 });
    await one.spread(hall.id);
    while ((await one.begin()) > 0);
    await vi.waitFor(() => expect(told()).toEqual(['ticket.called A001']), { timeout: 20_000 });
    expect(slow.received.length).toBeLessThanOrEqual(2);
    await slow.close();
    await one.idle();
  });

  it('never lead into a private network unless the house allows it', async () => {
    await hook({ events: ['ticket.issued'] });
    await hook({ name: 'by name', url: receiver.url().replace('127.0.0.1', 'localhost'), events: ['ticket.issued'] });
    await issue();
    await look(sender({ allowPrivate: false }));
    expect(receiver.received.length).toBe(0);
    const rows = await house.db.noticeDelivery.findMany({});
    expect(rows.map(({ lastError }) => lastError)).toEqual(Array(2).fill('must begin with https://'));
  });
});
