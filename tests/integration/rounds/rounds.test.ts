import { beforeEach, describe, expect, test } from 'vitest';
import { addAttachment } from '@/lib/attachments/commands';
import { readState } from '@/lib/door/execute';
import { runDeadlines } from '@/lib/duties/duties';
import { decideOpening } from '@/lib/halls/commands';
import { hallOpening } from '@/lib/halls/hall-opening';
import { listDayEvents } from '@/lib/journey/queries';
import { checkTask, doTask, saveRoundTemplate, signRound } from '@/lib/rounds/commands';
import { DEFAULT_ROUNDS } from '@/lib/rounds/default-rounds';
import { listTemplates, readRoundDay, readRounds } from '@/lib/rounds/queries';
import type { RoundTemplate } from '@/lib/rounds/round-template';
import { saveWeeklyHours } from '@/lib/settings/commands';
import { issueTicket } from '@/lib/tickets/commands';
import { environment } from '@/lib/touchpoints/environment';
import { front } from '@/lib/touchpoints/front';
import type { Standard } from '@/lib/touchpoints/touchpoint';
import { type BuiltHall, buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { buildStaff } from '@/tests/factories/staff';
import { refused, run } from '@/tests/support/run-command';
import { testDatabase } from '@/tests/support/test-database';

// Monday 2026-03-02 in Shanghai; open from nine to six.
const DAY = '2026-03-02';
const clock = (time: string) => `${DAY}T${time}:00+08:00`;
const WEEK = Array.from({ length: 7 }, () => [{ opens: '09:00', closes: '18:00' }]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]).toString('base64');

let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let lead: ReturnType<typeof buildStaff>;
let guide: ReturnType<typeof buildStaff>;
let templates: RoundTemplate[];

beforeEach(async () => {
  house = buildTestHouse((await testDatabase()).database, clock('07:00'));
  hall = await buildHall(house, { weeklyHours: WEEK, rounds: DEFAULT_ROUNDS });
  lead = buildStaff(hall.id, 'shiftLead');
  guide = buildStaff(hall.id, 'guide');
  templates = await listTemplates(house.db, hall.id);
  await runDeadlines(house);
});

const at = async (time: string) => {
  house.setTime(clock(time));
  await runDeadlines(house);
};
const of = (kind: RoundTemplate['kind']) => {
  const found = templates.find((template) => template.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found;
};
const answers = (template: RoundTemplate, failed = 0) =>
  template.items.map(({ id }, i) =>
    i < failed ? { itemId: id, ok: false, note: 'not in order' } : { itemId: id, ok: true },
  );
const sign = (kind: RoundTemplate['kind'], failed = 0, actor = lead) =>
  run(house, actor, signRound, { hall: hall.id, templateId: of(kind).id, items: answers(of(kind), failed) });
const isOpen = () => readState(house, hall.id, (state) => hallOpening(state, house.clock.now()));
const events = async (...kinds: string[]) =>
  (await listDayEvents(house.db, hall.id, DAY)).filter((event) => kinds.length === 0 || kinds.includes(event.kind));
const view = async () => {
  const state = await readState(house, hall.id, ({ config, opening }) => ({ config, opening }));
  if (!state) throw new Error('no hall');
  return readRounds(house.db, state, house.clock.now());
};
async function measured(rule: Standard) {
  const memory = rule.begin();
  for (const event of await events()) rule.take(memory, event);
  return rule.measure(memory);
}

describe('opening by the signed check', () => {
  test('signed before the hours begin, the hall opens by time, on time, once', async () => {
    await at('08:15');
    expect((await view()).rounds[0]?.wanted).toMatchObject({ state: 'due' });
    await sign('preOpening');
    expect(await isOpen()).toMatchObject({ open: false, why: 'closedByHours' });
    await at('09:00');
    await at('09:00');
    expect(await isOpen()).toMatchObject({ open: true, why: 'check' });
    expect((await events('hall.opened', 'hall.openingMissed')).map((e) => e.payload)).toEqual([
      { why: 'check', plannedAt: '2026-03-02T01:00:00.000Z', onTime: true, secondsLate: 0 },
    ]);
    expect((await view()).opening.opened).toEqual({ at: '2026-03-02T01:00:00.000Z', name: lead.name });
    await at('18:00');
    expect((await events('hall.closed')).map((e) => e.payload)).toEqual([{ why: 'closedByHours' }]);
  });

  test('nobody signed: the opening is missed once, staff may still help, and a late signature opens it', async () => {
    await at('09:00');
    await at('09:01');
    expect(await isOpen()).toMatchObject({ open: false, why: 'awaitingCheck' });
    expect(await events('hall.openingMissed')).toHaveLength(1);
    await run(house, guide, issueTicket, { hall: hall.id, serviceCode: 'cards' });
    await at('09:04');
    await sign('preOpening');
    expect(await isOpen()).toMatchObject({ open: true, why: 'check' });
    expect((await events('hall.opened'))[0]?.payload).toMatchObject({ onTime: false, secondsLate: 240 });
    expect(await measured(front.standards[0])).toEqual({ sum: 0, count: 1 });
  });

  test('only the shift lead signs it', async () => {
    await at('08:30');
    const input = { hall: hall.id, templateId: of('preOpening').id, items: answers(of('preOpening')) };
    expect((await refused(house, guide, signRound, input)).code).toBe('forbidden');
  });

  test('the shift lead opens without it, closes early and opens again; the hotline is told', async () => {
    await at('09:02');
    await run(house, lead, decideOpening, { hall: hall.id, open: true, reason: 'checkFollows' });
    expect(await isOpen()).toMatchObject({ open: true, why: 'openedByLead' });
    expect((await refused(house, lead, decideOpening, { hall: hall.id, open: false, reason: 'extraHours' })).code).toBe(
      'invalid-input',
    );
    await at('15:00');
    await run(house, lead, decideOpening, { hall: hall.id, open: false, reason: 'power', note: 'cable' });
    expect((await view()).opening).toMatchObject({
      open: false,
      why: 'closedByLead',
      decision: { reason: 'power', note: 'cable', name: lead.name },
    });
    // It is so already: nothing happens twice.
    await run(house, lead, decideOpening, { hall: hall.id, open: false, reason: 'power' });
    await at('15:30');
    await run(house, lead, decideOpening, { hall: hall.id, open: true, reason: 'againOpen' });
    expect(await isOpen()).toMatchObject({ open: true });
    expect((await events('hall.opened', 'hall.closed')).map((e) => [e.kind, e.payload.onTime])).toEqual([
      ['hall.opened', false],
      ['hall.closed', undefined],
      ['hall.opened', undefined],
    ]);
    expect((await events('hall.changed')).map((e) => e.payload.fields)).toEqual([['open'], ['open'], ['open']]);
    await at('18:00');
    expect(await isOpen()).toMatchObject({ open: false, why: 'closedByHours' });
  });

  test('new hours hold at once, for the opening and for the rounds', async () => {
    const manager = buildStaff(hall.id, 'manager');
    const later = Array.from({ length: 7 }, () => [{ opens: '10:00', closes: '18:00' }]);
    await run(house, manager, saveWeeklyHours, { hall: hall.id, weeklyHours: later });
    await at('08:30');
    expect((await view()).rounds[0]).toMatchObject({ wanted: null, next: { signBy: '2026-03-02T02:00:00.000Z' } });
    await at('09:30');
    expect((await view()).rounds[0]?.wanted).not.toBeNull();
    expect(await events('hall.openingMissed')).toEqual([]);
    expect((await events('hall.changed')).map((e) => e.payload)).toEqual([{ fields: ['weeklyHours'] }]);
  });
});

describe('rounds', () => {
  test('fall due by time, are missed by time, each once; figures equal a recount of the rows', async () => {
    await at('08:15');
    await sign('preOpening', 2);
    await at('11:00'); // the round of the hall falls due
    await at('11:00');
    expect(await events('round.due')).toHaveLength(2);
    await at('11:20');
    await sign('cyclic', 1, guide);
    await at('13:00');
    await at('13:30'); // missed
    await at('13:30');
    expect(await events('round.missed')).toHaveLength(1);
    expect((await view()).rounds[1]?.wanted).toMatchObject({ state: 'missed' });
    await at('13:40');
    await sign('cyclic', 0, guide); // walked late: it stays missed
    await at('14:05');
    await sign('closing', 0, guide); // unasked
    await at('14:50');
    await sign('cyclic', 0, guide); // early, for 15:00
    await at('15:05');
    expect(await events('round.missed')).toHaveLength(1);

    const rows = await house.db.round.findMany({ where: { hallId: hall.id } });
    const planned = rows.filter((row) => row.signBy !== null && row.state !== 'due');
    const kept = planned.filter((row) => row.signedAt && row.signBy && row.signedAt <= row.signBy);
    expect(planned).toHaveLength(4);
    expect(await measured(environment.standards[0])).toEqual({ sum: kept.length, count: planned.length });
    expect(kept).toHaveLength(3);
    const looked = rows.filter((row) => row.state === 'signed');
    expect(await measured(environment.standards[1])).toEqual({
      sum: looked.reduce((sum, row) => sum + row.itemCount - row.failedCount, 0),
      count: looked.reduce((sum, row) => sum + row.itemCount, 0),
    });
  });

  test('after a pause of the house only what fell due last is asked for', async () => {
    await at('17:10');
    const { rounds } = await view();
    expect(await events('round.due')).toHaveLength(2);
    expect(rounds[1]?.next).toMatchObject({ dueAt: '2026-03-03T03:00:00.000Z' });
  });

  test('every item must be answered, once, with pictures that belong to nothing else', async () => {
    const template = of('cyclic');
    const input = { hall: hall.id, templateId: template.id };
    const all = answers(template);
    const bad = [
      all.slice(1),
      [...all.slice(1), all[1]],
      [...all.slice(1), { itemId: 'strange', ok: true }],
      all.map((one, i) => (i === 0 ? { ...one, ok: false, photoIds: ['none'] } : one)),
      all.map((one, i) => (i === 0 ? { ...one, ok: false, ownerRef: 'staff:nobody' } : one)),
      all.map((one, i) => (i === 0 ? { ...one, ok: false, dueAt: '2026-03-01T00:00:00Z' } : one)),
    ];
    for (const items of bad)
      expect((await refused(house, guide, signRound, { ...input, items: items as typeof all })).code).toBe(
        'invalid-input',
      );
    const other = await buildHall(house, { slug: 'other', rounds: DEFAULT_ROUNDS });
    const foreign = (await listTemplates(house.db, other.id))[1];
    expect((await refused(house, guide, signRound, { ...input, templateId: foreign?.id ?? '', items: all })).code).toBe(
      'not-found',
    );
    expect(await events('round.signed')).toEqual([]);
  });

  test('a template switched off falls due no more; changed words do not change what was signed', async () => {
    const manager = buildStaff(hall.id, 'manager');
    const { kind, names, items, times, everyMinutes, graceMinutes } = of('cyclic');
    const template = { kind, names, items, times, everyMinutes, graceMinutes, active: false };
    await run(house, manager, saveRoundTemplate, { hall: hall.id, templateId: of('cyclic').id, template });
    await at('11:00');
    expect((await events('round.due')).map((e) => e.payload.kind)).toEqual(['preOpening']);
    expect((await view()).rounds.map((round) => round.template.kind)).toEqual(['preOpening', 'closing']);
  });
});

describe('tasks', () => {
  const task = async () => (await sign('cyclic', 1, guide)).failures[0]?.task;

  test('done by its owner, looked at by the shift lead, back when it is not right', async () => {
    await at('11:00');
    const opened = await task();
    expect(opened).toMatchObject({ state: 'open', owner: { name: guide.name }, dueAt: '2026-03-02T05:00:00.000Z' });
    const input = { hall: hall.id, taskId: opened?.id ?? '' };
    expect((await refused(house, lead, checkTask, { ...input, ok: true })).code).toBe('wrong-state');
    await run(house, guide, doTask, input);
    expect((await refused(house, guide, doTask, input)).code).toBe('wrong-state');
    await at('11:30');
    await run(house, lead, checkTask, { ...input, ok: false, note: 'still wet' });
    expect((await view()).tasks[0]).toMatchObject({ state: 'open', checked: { note: 'still wet' } });
    await run(house, guide, doTask, input);
    await run(house, lead, checkTask, { ...input, ok: true });
    expect((await view()).tasks).toEqual([]);
    expect((await events('task.opened', 'task.done', 'task.checked', 'task.reopened')).map((e) => e.kind)).toEqual([
      'task.opened',
      'task.done',
      'task.reopened',
      'task.done',
      'task.checked',
    ]);
    await at('17:00');
    expect(await events('task.overdue')).toEqual([]);
    expect(await measured(environment.standards[2])).toEqual({ sum: 2, count: 2 });
  });

  test('overdue by time, once, and told so', async () => {
    await at('11:00');
    await task();
    await at('13:00');
    await at('13:01');
    expect(await events('task.overdue')).toHaveLength(1);
    expect((await view()).tasks[0]).toMatchObject({ overdue: true });
    expect(await measured(environment.standards[2])).toEqual({ sum: 0, count: 1 });
  });

  test('another hall does not see it', async () => {
    await at('11:00');
    const opened = await task();
    const other = await buildHall(house, { slug: 'other' });
    const stranger = buildStaff(other.id, 'manager');
    expect((await refused(house, stranger, doTask, { hall: other.id, taskId: opened?.id ?? '' })).code).toBe(
      'not-found',
    );
  });
});

describe('pictures', () => {
  test('are kept with their round and forgotten when nothing uses them', async () => {
    await at('11:00');
    const used = await run(house, guide, addAttachment, { hall: hall.id, base64: JPEG });
    const unused = await run(house, guide, addAttachment, { hall: hall.id, base64: JPEG });
    const [first, ...rest] = answers(of('cyclic'), 1);
    const items = [{ ...first, itemId: first?.itemId ?? '', ok: false, photoIds: [used.id] }, ...rest];
    const signed = await run(house, guide, signRound, { hall: hall.id, templateId: of('cyclic').id, items });
    expect(signed.failures[0]).toMatchObject({ photoIds: [used.id], task: { photoIds: [used.id] } });
    house.setTime('2026-03-03T03:30:00Z');
    await runDeadlines(house);
    const left = await house.db.attachment.findMany({
      where: { hallId: hall.id },
      select: { id: true, subject: true },
    });
    expect(left).toEqual([{ id: used.id, subject: `round:${signed.id}` }]);
    expect(unused.id).not.toBe(used.id);
    const day = await readRoundDay(house.db, hall.config, DAY);
    expect(day.items.find((round) => round.id === signed.id)?.failures[0]?.photoIds).toEqual([used.id]);
  });

  test('that are none are refused', async () => {
    const base64 = Buffer.from('<svg onload="alert(1)"/>').toString('base64');
    expect((await refused(house, guide, addAttachment, { hall: hall.id, base64 })).code).toBe('not-a-picture');
    const large = Buffer.alloc(2 * 1024 * 1024 + 1, 0xff).toString('base64');
    expect((await refused(house, guide, addAttachment, { hall: hall.id, base64: large })).code).toBe(
      'payload-too-large',
    );
  });
});
