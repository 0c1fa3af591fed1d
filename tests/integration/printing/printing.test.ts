import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addSeconds } from '@/lib/core/clock';
import { openCounter } from '@/lib/counters/commands';
import type { House } from '@/lib/door/house';
import { addPrinter, changePrinter, printTest, printTicket, settleSlip } from '@/lib/printing/commands';
import { type PrintService, startPrinting, WAITS } from '@/lib/printing/duties';
import { PRINT_ASKED } from '@/lib/printing/print-job';
import { readPrinting } from '@/lib/printing/queries';
import { createScreen } from '@/lib/screens/commands';
import { callNext } from '@/lib/serving/commands';
import type { Actor } from '@/lib/staff/actor';
import { issueTicket, undoTicket } from '@/lib/tickets/commands';
import { type BuiltHall, buildHall } from '../../factories/hall';
import { buildTestHouse } from '../../factories/house';
import { refused, run } from '../../support/run-command';
import { linesOf, readSlip } from '../../support/slip-paper';
import { SlipPrinter } from '../../support/slip-printer';
import { testDatabase } from '../../support/test-database';

const NOW = '2026-03-02T02:00:00Z';
/** Looks often, and has patience with a machine that is busy with other tests. */
const CALM = { ...WAITS, connect: 10_000, status: 10_000, done: 10_000, quiet: 100, again: 20, look: 20 };
/** For printers that never answer. */
const SHORT = { ...CALM, status: 300, done: 300 };
/** Longer than the test: whatever it sees has not waited for a printer. */
const PATIENT = { ...CALM, status: 60_000 };

let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let guide: Actor;
let printer: SlipPrinter;
let services: PrintService[];
let faults: unknown[];

const begin = (waits = CALM, at: House = house, server?: string) => {
  const service = startPrinting(at, (error) => faults.push(error), { waits, server });
  services.push(service);
  return service;
};

beforeEach(async () => {
  const { database } = await testDatabase();
  house = buildTestHouse(database, NOW);
  hall = await buildHall(house);
  guide = { kind: 'key', id: 'guide', name: 'guide', hallId: hall.id, role: 'guide' };
  printer = await SlipPrinter.start();
  services = [];
  faults = [];
});

afterEach(async () => {
  await printer.close();
  await Promise.all(services.map((service) => service.stop()));
  expect(faults).toEqual([]);
});

const manager = (): Actor => ({ kind: 'key', id: 'manager', name: 'manager', hallId: hall.id, role: 'manager' });

const setUp = (at = printer, more: object = {}) =>
  run(house, manager(), addPrinter, {
    hall: hall.id,
    name: `Desk ${at.host}:${at.port}`,
    host: at.host,
    port: at.port,
    forGuide: true,
    ...more,
  });

const issue = (more: object = {}) => run(house, guide, issueTicket, { hall: hall.id, serviceCode: 'cards', ...more });

async function ask(ticketId: string, more: object = {}, by: Actor = guide) {
  const job = await run(house, by, printTicket, {
    hall: hall.id,
    ticketId,
    followUrl: 'http://hall.test/t/x',
    ...more,
  });
  house.bus.emit(PRINT_ASKED);
  return job;
}

/** Waits until a job has ended, and says how. */
async function ended(jobId: string) {
  return expect
    .poll(async () => house.db.printJob.findUniqueOrThrow({ where: { id: jobId } }), { timeout: 20_000, interval: 20 })
    .toHaveProperty('endedAt', expect.any(Date))
    .then(() => house.db.printJob.findUniqueOrThrow({ where: { id: jobId } }));
}

const slipOf = async (id: string) => (await house.db.ticket.findUniqueOrThrow({ where: { id } })).slip;
const stateOf = async (id: string) => (await house.db.printer.findUniqueOrThrow({ where: { id } })).state;
const kinds = async () =>
  (await house.db.event.findMany({ where: { kind: { startsWith: 'slip.' } }, orderBy: { version: 'asc' } })).map(
    (event) => event.kind,
  );

it('a slip comes out of the printer, and the ticket knows', async () => {
  const { id: printerId } = await setUp();
  begin();
  const ticket = await issue({ locale: 'en' });
  const job = await ask(ticket.id);
  expect(job).toMatchObject({ state: 'waiting', number: ticket.number, ticketId: ticket.id });
  expect(await ended(job.id)).toMatchObject({
    state: 'printed',
    confirmed: true,
    problem: null,
    attempts: 1,
    slip: {},
  });
  const paper = readSlip(printer.slips[0] as Buffer);
  expect(linesOf(paper)).toContain(ticket.number);
  expect(linesOf(paper)).toContain('Your number');
  expect(paper.parts.find((part) => part.kind === 'qr')).toMatchObject({ data: 'http://hall.test/t/x' });
  expect(paper.cuts).toBe(1);
  expect(await slipOf(ticket.id)).toBe('printed');
  expect(await stateOf(printerId)).toBe('ready');
  expect(await kinds()).toEqual(['slip.asked', 'slip.printed']);
  // What the guide did before can still be taken back: paper is no change of the ticket.
  expect((await run(house, guide, undoTicket, { ticketId: ticket.id })).status).toBe('cancelled');
});

it('two taps make one slip; a reprint is another', async () => {
  await setUp();
  const ticket = await issue();
  const [first, second] = [await ask(ticket.id), await ask(ticket.id)];
  expect(second.id).toBe(first.id);
  begin();
  await ended(first.id);
  const again = await ask(ticket.id);
  await ended(again.id);
  expect(printer.slips).toHaveLength(2);
});

describe('a printer in trouble', () => {
  it('that is off: refused twice, nothing lost, printed again once it is on', async () => {
    const { id: printerId } = await setUp();
    await printer.switchOff();
    begin();
    const ticket = await issue();
    const job = await ended((await ask(ticket.id)).id);
    expect(job).toMatchObject({ state: 'failed', problem: 'refused', sentAt: null });
    expect(await slipOf(ticket.id)).toBe('failed');
    expect(await stateOf(printerId)).toBe('offline');
    const view = await readPrinting(house.db, hall.id);
    expect(view).toMatchObject({
      printers: [{ state: 'offline', waiting: 0 }],
      slips: [{ ticketId: ticket.id, number: ticket.number, state: 'failed', problem: 'refused' }],
    });
    await printer.switchOn();
    const again = await ended((await ask(ticket.id)).id);
    expect(again.state).toBe('printed');
    expect((await readPrinting(house.db, hall.id)).slips).toEqual([]);
    expect(await stateOf(printerId)).toBe('ready');
  });

  it.each([
    ['paperOut', 'paperOut'],
    ['coverOpen', 'coverOpen'],
  ] as const)('that says %s: nothing is sent', async (mood, problem) => {
    const { id: printerId } = await setUp();
    printer.mood = mood;
    begin();
    const ticket = await issue();
    const job = await ended((await ask(ticket.id)).id);
    expect(job).toMatchObject({ state: 'failed', problem, sentAt: null });
    expect(printer.slips).toEqual([]);
    expect(await stateOf(printerId)).toBe(problem);
  });

  it.each([
    ['dies', 'broken'],
    ['runsOut', 'paperOut'],
  ] as const)('that %s in the middle: uncertain, and never sent again by itself', async (mood, problem) => {
    await setUp();
    printer.mood = mood;
    begin({ ...CALM, done: 300 });
    const ticket = await issue();
    const job = await ended((await ask(ticket.id)).id);
    expect(job).toMatchObject({ state: 'uncertain', problem, attempts: 1 });
    expect(await slipOf(ticket.id)).toBe('uncertain');
    expect(printer.slips).toHaveLength(1);
    // The guide has looked: the customer holds it.
    const settle = { jobId: job.id, hasSlip: true };
    expect(await run(house, guide, settleSlip, settle)).toMatchObject({ state: 'printed' });
    expect(await slipOf(ticket.id)).toBe('printed');
    expect((await readPrinting(house.db, hall.id)).slips).toEqual([]);
    expect((await refused(house, guide, settleSlip, settle)).code).toBe('wrong-state');
  });

  it('that hangs costs its own slips only: twenty numbers are given meanwhile', async () => {
    printer.mood = 'hangs';
    const other = await SlipPrinter.start();
    const { id: hung } = await setUp();
    const { id: well } = await setUp(other, { forGuide: false });
    begin(PATIENT);
    const order: string[] = [];
    const first = await ask((await issue()).id, { printerId: hung });
    const jobs = [];
    for (let i = 0; i < 20; i++) {
      const ticket = await issue();
      jobs.push(await ask(ticket.id, { printerId: i < 10 ? hung : well }));
      order.push(ticket.number);
    }
    // All ten of the other printer are out while the first still waits for an answer that does not come.
    for (const job of jobs.slice(10)) expect((await ended(job.id)).state).toBe('printed');
    expect(order).toHaveLength(20);
    expect(other.slips).toHaveLength(10);
    expect(await house.db.printJob.findUnique({ where: { id: first.id } })).toMatchObject({
      state: 'waiting',
      endedAt: null,
    });
    expect(printer.mostAtOnce).toBe(1);
    expect(other.mostAtOnce).toBe(1);
    // It gives up the ghost: all that waited for it are told at once, and none of them was sent.
    printer.mood = 'dies';
    await printer.switchOff();
    for (const job of [first, ...jobs.slice(0, 10)]) expect((await ended(job.id)).state).toBe('failed');
    expect(printer.slips).toEqual([]);
    expect((await readPrinting(house.db, hall.id)).slips).toHaveLength(11);
    await other.close();
  });

  it('that never answers is given up, and its queue with it', async () => {
    printer.mood = 'hangs';
    await setUp();
    const jobs = [];
    for (let i = 0; i < 5; i++) jobs.push(await ask((await issue()).id));
    begin(SHORT);
    for (const job of jobs) expect(await ended(job.id)).toMatchObject({ state: 'failed', problem: 'noAnswer' });
    expect(printer.slips).toEqual([]);
  });

  it('that knows no questions is believed when it took the bytes', async () => {
    printer.mood = 'mute';
    await setUp(printer, { answersStatus: false, columns: 32, codePage: 'cp858' });
    begin();
    const job = await ended((await ask((await issue()).id)).id);
    expect(job).toMatchObject({ state: 'printed', confirmed: false });
    const paper = readSlip(printer.slips[0] as Buffer, { chinese: false });
    for (const part of paper.parts) if (part.kind === 'line') expect(part.columns).toBeLessThanOrEqual(32);
  });
});

describe('a server that is killed', () => {
  it('before the first byte: the slip is printed by the next', async () => {
    await setUp();
    const job = await ask((await issue()).id);
    await house.db.printer.updateMany({ data: { leaseBy: 'gone', leaseUntil: addSeconds(new Date(NOW), 40) } });
    begin();
    expect((await ended(job.id)).state).toBe('printed');
    expect(printer.slips).toHaveLength(1);
  });

  it('in the middle: the slip is uncertain, and only a person sends it again', async () => {
    await setUp();
    const ticket = await issue();
    const job = await ask(ticket.id);
    // As kill -9 leaves it: the first byte may be out, nobody is there any more.
    await house.db.printJob.updateMany({ data: { state: 'sending', sentAt: new Date(NOW), attempts: 1 } });
    await house.db.printer.updateMany({ data: { leaseBy: 'gone', leaseUntil: addSeconds(new Date(NOW), 40) } });
    begin();
    expect(await ended(job.id)).toMatchObject({ state: 'uncertain', problem: 'interrupted' });
    expect(printer.slips).toEqual([]);
    expect(await slipOf(ticket.id)).toBe('uncertain');
    expect((await ended((await ask(ticket.id)).id)).state).toBe('printed');
  });

  it('keeps its printer on a shared database until its word runs out', async () => {
    house.shared = true;
    const { id } = await setUp();
    const job = await ask((await issue()).id);
    await house.db.printJob.updateMany({ data: { state: 'sending', sentAt: new Date(NOW), attempts: 1 } });
    await house.db.printer.updateMany({ data: { leaseBy: 'other', leaseUntil: addSeconds(new Date(NOW), 40) } });
    begin();
    const second = await ask((await issue()).id);
    await new Promise<void>((looked) => setTimeout(looked, 5 * CALM.look));
    expect(await house.db.printJob.count({ where: { endedAt: null } })).toBe(2);
    house.setTime(addSeconds(new Date(NOW), 41));
    expect((await ended(job.id)).state).toBe('uncertain');
    expect((await ended(second.id)).state).toBe('printed');
    expect(await stateOf(id)).toBe('ready');
  });
});

it('two servers send each slip once, one connection at a time', async () => {
  house.shared = true;
  await setUp();
  const other = buildTestHouse(house.db, NOW);
  other.shared = true;
  const jobs = [];
  for (let i = 0; i < 12; i++) jobs.push(await ask((await issue()).id));
  begin(CALM, house, 'one');
  begin(CALM, other, 'two');
  for (const job of jobs) expect((await ended(job.id)).state).toBe('printed');
  expect(printer.slips).toHaveLength(12);
  expect(printer.mostAtOnce).toBe(1);
});

it('a kiosk prints what it has just given, beside itself, and nothing else', async () => {
  const screen = await run(house, { kind: 'system' }, createScreen, { hall: hall.id, kind: 'kiosk', name: 'Kiosk' });
  const kiosk: Actor = { kind: 'screen', id: screen.id, hallId: hall.id, screenKind: 'kiosk' };
  const ticket = await run(house, kiosk, issueTicket, { hall: hall.id, serviceCode: 'cards' });
  const input = { hall: hall.id, ticketId: ticket.id, followUrl: '' };
  expect((await refused(house, kiosk, printTicket, input)).code).toBe('no-printer');
  await setUp(printer, { forGuide: false, screenIds: [screen.id] });
  begin();
  expect((await ended((await ask(ticket.id, {}, kiosk)).id)).state).toBe('printed');
  const strange = await issue();
  expect((await refused(house, kiosk, printTicket, { ...input, ticketId: strange.id })).code).toBe('not-found');
  // The guide desk has no printer of its own here: its browser prints.
  expect((await refused(house, guide, printTicket, { ...input, ticketId: strange.id })).code).toBe('no-printer');
});

it('who is being served needs no slip any more', async () => {
  await setUp();
  await printer.switchOff();
  begin();
  const ticket = await issue();
  await ended((await ask(ticket.id)).id);
  const clerk: Actor = { kind: 'key', id: 'clerk', name: 'clerk', hallId: hall.id, role: 'clerk' };
  await run(house, clerk, openCounter, { counterId: hall.counter(1) });
  expect((await run(house, clerk, callNext, { counterId: hall.counter(1) }))?.id).toBe(ticket.id);
  expect((await readPrinting(house.db, hall.id)).slips).toHaveLength(1);
  await house.db.ticket.update({ where: { id: ticket.id }, data: { status: 'serving' } });
  expect((await readPrinting(house.db, hall.id)).slips).toEqual([]);
});

it('addresses outside of the house are no printers', async () => {
  const base = { hall: hall.id, name: 'x' };
  for (const host of ['8.8.8.8', '169.254.169.254', '100.100.100.200', '2001:4860:4860::8888', '0.0.0.0', 'a b', ''])
    expect((await refused(house, manager(), addPrinter, { ...base, host })).code, host).toBe('invalid-input');
  for (const port of [22, 80, 5432, 6379, 9200, 65536])
    expect((await refused(house, manager(), addPrinter, { ...base, host: '10.0.0.7', port })).code).toBe(
      'invalid-input',
    );
  const { id: printerId } = await setUp();
  const change = { printerId, change: { host: '93.184.216.34' } };
  expect((await refused(house, manager(), changePrinter, change)).code).toBe('invalid-input');
  // A name may lead anywhere: it is looked at when it is used.
  await house.db.printer.update({ where: { id: printerId }, data: { host: '93.184.216.34' } });
  begin();
  const test = await run(house, manager(), printTest, { printerId, followUrl: 'http://hall.test' });
  expect(await ended(test.id)).toMatchObject({ state: 'failed', problem: 'notPrivate', sentAt: null });
});
