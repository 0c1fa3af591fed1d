import { beforeEach, describe, expect, it } from 'vitest';
import { addSeconds } from '@/lib/core/clock';
import { comeBack, divert } from '@/lib/diversions/commands';
import { execute } from '@/lib/door/execute';
import { runDeadlines } from '@/lib/duties/duties';
import {
  addMachine,
  advanceFault,
  changeMachine,
  hearMachine,
  inspectMachine,
  reportFault,
  setMachineState,
  withdrawFault,
} from '@/lib/machines/commands';
import { listMachineRecords, readMachines } from '@/lib/machines/queries';
import type { Actor } from '@/lib/staff/actor';
import { issueTicket, transferTicket, undoTicket } from '@/lib/tickets/commands';
import { enter } from '@/lib/touchpoints/enter';
import { selfService } from '@/lib/touchpoints/self-service';
import type { Figure, JourneyEvent, Standard } from '@/lib/touchpoints/touchpoint';
import { type BuiltHall, buildHall } from '../../factories/hall';
import { buildTestHouse } from '../../factories/house';
import { refused as refusal, run } from '../../support/run-command';
import { testDatabase } from '../../support/test-database';

let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let now: Date;

const HOUR = 3600;

function pass(seconds: number): void {
  now = addSeconds(now, seconds);
  house.setTime(now);
}

const as = (role: 'guide' | 'clerk' | 'floor' | 'manager'): Actor => ({
  kind: 'key',
  id: role,
  name: role,
  hallId: hall.id,
  role,
});

const add = (number: number, more: object = {}) =>
  run(house, as('manager'), addMachine, {
    hall: hall.id,
    kind: 'multi',
    number,
    serviceCodes: ['cards'],
    ...more,
  });

const view = () => readMachines(house.db, hall.config, now);

async function events(...kinds: string[]) {
  const rows = await house.db.event.findMany({
    where: { hallId: hall.id, ...(kinds.length > 0 ? { kind: { in: kinds } } : {}) },
    orderBy: [{ version: 'asc' }, { ordinal: 'asc' }],
  });
  return rows as unknown as JourneyEvent[];
}

async function measure(rules: readonly Standard[], code: string): Promise<Figure> {
  const rule = rules.find((r) => r.code === code);
  if (!rule) throw new Error(`There is no standard ${code}.`);
  const memory = rule.begin();
  for (const event of await events()) rule.take(memory, event);
  return rule.measure(memory);
}

const refused = async (...call: Parameters<typeof refusal>) => (await refusal(...call)).code;

beforeEach(async () => {
  const { database } = await testDatabase();
  now = new Date('2026-03-02T02:00:00Z');
  house = buildTestHouse(database, now.toISOString());
  hall = await buildHall(house);
});

describe('faults', () => {
  it('start three clocks that run out once each, and reach shift lead and manager', async () => {
    await add(1);
    const { fault } = await run(house, as('clerk'), reportFault, {
      machineId: (await view()).machines[0]?.id ?? '',
      category: 'cash',
    });
    if (!fault) throw new Error('no fault');
    expect(Date.parse(fault.replyDueAt) - now.getTime()).toBe(2 * HOUR * 1000);
    expect(Date.parse(fault.siteDueAt) - now.getTime()).toBe(24 * HOUR * 1000);
    expect(Date.parse(fault.repairDueAt) - now.getTime()).toBe(48 * HOUR * 1000);
    pass(2 * HOUR - 1);
    await runDeadlines(house);
    expect(await events('fault.replyMissed')).toHaveLength(0);
    pass(1);
    await runDeadlines(house);
    await runDeadlines(house);
    expect(await events('fault.replyMissed', 'fault.escalated')).toMatchObject([
      { kind: 'fault.replyMissed' },
      { kind: 'fault.escalated', payload: { to: 'shiftLead' } },
    ]);
    // Late is late: the reply that comes now does not count a second time.
    await run(house, as('guide'), advanceFault, { faultId: fault.id, step: 'reply' });
    expect(await measure(selfService.standards, 'clocksKept')).toEqual({ sum: 0, count: 1 });
    pass(22 * HOUR);
    await runDeadlines(house);
    await runDeadlines(house);
    expect((await events('fault.escalated')).map((e) => e.payload.to)).toEqual(['shiftLead', 'manager']);
    pass(HOUR);
    // Repaired in time: whoever repaired was on site, too late.
    await run(house, as('guide'), advanceFault, { faultId: fault.id, step: 'repair' });
    expect(await measure(selfService.standards, 'clocksKept')).toEqual({ sum: 1, count: 3 });
    pass(72 * HOUR);
    await runDeadlines(house);
    expect(await events('fault.repairMissed')).toHaveLength(0);
    const [machine] = (await view()).machines;
    expect(machine).toMatchObject({ state: 'inService', fault: null });
    const records = await listMachineRecords(house.db, hall.id, machine?.id ?? '', { limit: 20 });
    expect(records.map((r) => r.kind).sort()).toEqual([
      'added',
      'faultEscalated',
      'faultEscalated',
      'faultRepaired',
      'faultReplied',
      'faultReported',
    ]);
    // An independent count from the rows: of three clocks of one fault, one was kept.
    const row = await house.db.machineFault.findFirstOrThrow();
    const kept = [
      [row.repliedAt, row.replyDueAt],
      [row.onSiteAt, row.siteDueAt],
      [row.closedAt, row.repairDueAt],
    ].filter(([at, due]) => at && due && at < due);
    expect(kept).toHaveLength(1);
  });

  it('are late also when nobody has looked at the clock yet', async () => {
    const { id: machineId } = await add(1);
    const { fault } = await run(house, as('clerk'), reportFault, { machineId, category: 'cash' });
    pass(2 * HOUR + 1);
    await run(house, as('guide'), advanceFault, { faultId: fault?.id ?? '', step: 'reply' });
    await runDeadlines(house);
    expect(await measure(selfService.standards, 'clocksKept')).toEqual({ sum: 0, count: 1 });
  });

  it('are one at a time, and one reported by mistake counts nowhere', async () => {
    const { id: machineId } = await add(1);
    const first = await run(house, as('clerk'), reportFault, { machineId, category: 'screen' });
    const second = await run(house, as('floor'), reportFault, { machineId, category: 'cash' });
    expect(second.fault?.id).toBe(first.fault?.id);
    expect(await refused(house, as('guide'), setMachineState, { machineId, state: 'inService' })).toBe('wrong-state');
    await run(house, as('guide'), withdrawFault, { faultId: first.fault?.id ?? '' });
    pass(72 * HOUR);
    await runDeadlines(house);
    expect(await measure(selfService.standards, 'clocksKept')).toEqual({ sum: 0, count: 0 });
    const again = { faultId: first.fault?.id ?? '', step: 'reply' as const };
    expect(await refused(house, as('guide'), advanceFault, again)).toBe('wrong-state');
  });
});

describe('the watch', () => {
  it('says once that there are too few machines, and once that there are enough', async () => {
    const [first, second, third] = [await add(1), await add(2), await add(3)];
    expect((await events('machines.tooFew', 'machines.enough')).map((e) => e.kind)).toEqual(['machines.enough']);
    const out = (machineId: string) => ({ machineId, state: 'outOfService' as const });
    await run(house, as('floor'), setMachineState, out(first.id));
    expect((await view()).tooFew).toBe(false);
    await run(house, as('floor'), setMachineState, out(second.id));
    expect(await view()).toMatchObject({ tooFew: true, inService: 1, registered: 3 });
    await run(house, as('floor'), setMachineState, out(third.id));
    expect(await events('machines.tooFew')).toHaveLength(1);
    await run(house, as('floor'), setMachineState, { machineId: first.id, state: 'inService' });
    expect(await events('machines.enough')).toHaveLength(1);
    await run(house, as('floor'), setMachineState, { machineId: second.id, state: 'inService' });
    expect((await events('machines.tooFew', 'machines.enough')).map((e) => e.kind)).toEqual([
      'machines.enough',
      'machines.tooFew',
      'machines.enough',
    ]);
  });

  it('misses a silent machine once, and hears it again', async () => {
    const { id: machineId } = await add(1, { silentAfterSeconds: 60 });
    for (let i = 0; i < 3; i++) {
      pass(50);
      await run(house, as('guide'), hearMachine, { machineId });
      await runDeadlines(house);
    }
    expect(await events('machine.silent')).toHaveLength(0);
    pass(60);
    await runDeadlines(house);
    await runDeadlines(house);
    expect(await events('machine.silent')).toHaveLength(1);
    expect((await view()).machines[0]).toMatchObject({ up: false, state: 'inService' });
    pass(30);
    await run(house, as('guide'), hearMachine, { machineId, busy: true });
    expect((await events('machine.heard', 'machine.used')).map((e) => e.kind)).toEqual([
      'machine.heard',
      'machine.used',
    ]);
    expect((await view()).machines[0]?.up).toBe(true);
    pass(61);
    await runDeadlines(house);
    expect(await events('machine.silent')).toHaveLength(2);
  });

  it('counts the time in service: the standard is what the clock on the wall says', async () => {
    const { id: first } = await add(1);
    await add(2);
    pass(1800);
    await run(house, as('floor'), setMachineState, { machineId: first, state: 'outOfService' });
    pass(600);
    await run(house, as('floor'), setMachineState, { machineId: first, state: 'inService' });
    pass(1200);
    await runDeadlines(house);
    await runDeadlines(house);
    // Two machines for an hour, one of them away for ten minutes.
    expect(await measure(selfService.standards, 'availability')).toEqual({ sum: 7200 - 600, count: 7200 });
    expect(await measure(selfService.standards, 'enoughInService')).toEqual({ sum: 1, count: 1 });
    pass(3600);
    await runDeadlines(house);
    expect((await measure(selfService.standards, 'availability')).count).toBe(14_400);
  });

  it('asks for the inspection by its date', async () => {
    const { id: machineId } = await add(1, { inspectionEveryDays: 90 });
    pass(90 * 86_400);
    await runDeadlines(house);
    await runDeadlines(house);
    expect(await events('machine.inspectionMissed')).toHaveLength(1);
    await run(house, as('floor'), inspectMachine, { machineId, passed: true, note: 'clean' });
    pass(80 * 86_400);
    await run(house, as('floor'), inspectMachine, { machineId, passed: false });
    expect(await measure(selfService.standards, 'inspected')).toEqual({ sum: 1, count: 2 });
    pass(20 * 86_400);
    await runDeadlines(house);
    expect(await events('machine.inspectionMissed')).toHaveLength(1);
  });

  it('keeps numbers apart, and a machine that was taken out keeps its health book', async () => {
    const { id: machineId } = await add(1);
    const same = { hall: hall.id, kind: 'print' as const, number: 1 };
    expect(await refused(house, as('manager'), addMachine, same)).toBe('already-exists');
    await run(house, as('manager'), changeMachine, { machineId, change: { active: false, serviceCodes: [] } });
    expect(await view()).toMatchObject({ registered: 0, tooFew: false, machines: [{ active: false }] });
    const strange = { machineId, change: { serviceCodes: ['nothing'] } };
    expect(await refused(house, as('manager'), changeMachine, strange)).toBe('invalid-input');
    expect(await listMachineRecords(house.db, hall.id, machineId, { limit: 9 })).toHaveLength(2);
  });
});

describe('diversion', () => {
  it('begins a visit without a number, which ends by itself when nobody comes back', async () => {
    const { id: machineId } = await add(1);
    const sent = await run(house, as('guide'), divert, { hall: hall.id, machineId, serviceCode: 'cards' });
    expect((await view()).diversions).toMatchObject([{ id: sent.id, number: null, serviceCode: 'cards' }]);
    expect((await events()).slice(-4).map((e) => e.kind)).toEqual([
      'visit.found',
      'visit.arrived',
      'visit.entered',
      'visit.diverted',
    ]);
    pass(20 * 60);
    await runDeadlines(house);
    await runDeadlines(house);
    expect((await events('visit.helpedByMachine', 'visit.ended')).map((e) => e.visitId)).toEqual([
      sent.visitId,
      sent.visitId,
    ]);
    const visit = await house.db.visit.findUniqueOrThrow({ where: { id: sent.visitId } });
    expect(visit.endedAt).toEqual(now);
    expect(await refused(house, as('guide'), comeBack, { diversionId: sent.id })).toBe('wrong-state');
    expect(await measure(selfService.standards, 'helpedByMachine')).toEqual({ sum: 1, count: 1 });
  });

  it('gives a number back in the old place to who was not helped', async () => {
    const { id: machineId } = await add(1);
    const first = await run(house, as('guide'), issueTicket, { hall: hall.id, serviceCode: 'cards', needs: ['ill'] });
    pass(60);
    const later = await run(house, as('guide'), issueTicket, { hall: hall.id, serviceCode: 'cards', needs: ['ill'] });
    const sent = await run(house, as('guide'), divert, { hall: hall.id, machineId, ticketId: first.id });
    expect(sent).toMatchObject({ number: first.number, visitId: first.visitId });
    expect(await events('visit.ended')).toHaveLength(0);
    pass(300);
    const back = await run(house, as('guide'), comeBack, { diversionId: sent.id });
    expect(back).toMatchObject({ visitId: first.visitId, needs: ['ill'], status: 'waiting', peopleAhead: 0 });
    expect(back.number).not.toBe(first.number);
    expect(later.id).not.toBe(back.id);
    pass(3600);
    await runDeadlines(house);
    expect(await measure(selfService.standards, 'helpedByMachine')).toEqual({ sum: 0, count: 1 });
    expect(await events('visit.ended')).toHaveLength(0);
  });

  it('finds the number that was taken back meanwhile', async () => {
    const { id: machineId } = await add(1);
    const ticket = await run(house, as('guide'), issueTicket, { hall: hall.id, serviceCode: 'cards' });
    const sent = await run(house, as('guide'), divert, { hall: hall.id, machineId, ticketId: ticket.id });
    await run(house, as('guide'), undoTicket, { ticketId: ticket.id });
    const back = await run(house, as('guide'), comeBack, { diversionId: sent.id });
    expect(back.id).toBe(ticket.id);
  });

  it('goes only to a machine that is there and can do it', async () => {
    const { id: machineId } = await add(1);
    const input = { hall: hall.id, machineId };
    expect(await refused(house, as('guide'), divert, { ...input, serviceCode: 'broadband' })).toBe('not-served-here');
    await run(house, as('floor'), setMachineState, { machineId, state: 'outOfService' });
    expect(await refused(house, as('guide'), divert, { ...input, serviceCode: 'cards' })).toBe(
      'machine-not-in-service',
    );
    const both = await execute(house, { actor: as('guide') }, divert, {
      ...input,
      serviceCode: 'cards',
      ticketId: 'x',
    });
    expect(both.ok).toBe(false);
    expect(await house.db.diversion.count()).toBe(0);
  });
});

it('who was sent right the first time is who was never sent on', async () => {
  const issue = (serviceCode: string) => run(house, as('guide'), issueTicket, { hall: hall.id, serviceCode });
  await issue('cards');
  const wrong = await issue('cards');
  const mistaken = await issue('cards');
  const withdrawn = await issue('cards');
  await run(house, as('guide'), transferTicket, { ticketId: wrong.id, serviceCode: 'broadband' });
  await run(house, as('guide'), transferTicket, { ticketId: mistaken.id, serviceCode: 'broadband' });
  await run(house, as('guide'), undoTicket, { ticketId: mistaken.id });
  await run(house, as('guide'), undoTicket, { ticketId: withdrawn.id });
  expect(await measure(enter.standards, 'sentRight')).toEqual({ sum: 2, count: 3 });
  const tickets = await house.db.ticket.findMany();
  const given = tickets.filter((t) => t.endReason !== 'issuedByMistake').length;
  const moved = await house.db.ticketLeg.findMany({ where: { ending: 'transferred' }, distinct: ['ticketId'] });
  expect({ sum: given - moved.length, count: given }).toEqual({ sum: 2, count: 3 });
});
