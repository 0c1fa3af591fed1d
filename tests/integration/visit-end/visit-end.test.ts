import { beforeEach, describe, expect, it } from 'vitest';
import { closeCounter, openCounter } from '@/lib/counters/commands';
import { runDeadlines } from '@/lib/duties/duties';
import { finishFollowUp, planFollowUp } from '@/lib/follow-ups/commands';
import { askHelp, endHelp, takeHelp } from '@/lib/help/commands';
import { listPendingHelp } from '@/lib/help/queries';
import { lendItem, returnLoan, stockLoanItems } from '@/lib/loans/commands';
import { handBack, matchLost, registerFound, reportLost } from '@/lib/lost-found/commands';
import { listLostFound } from '@/lib/lost-found/queries';
import { bindDevice, rateHere, rateTicket } from '@/lib/ratings/commands';
import { callNext, completeTicket, startTicket } from '@/lib/serving/commands';
import { saveSuggestion } from '@/lib/settings/commands';
import type { Actor } from '@/lib/staff/actor';
import { offerSuggestion } from '@/lib/suggestions/commands';
import { issueTicket, transferTicket, undoTicket } from '@/lib/tickets/commands';
import { consult } from '@/lib/touchpoints/consult';
import { leave } from '@/lib/touchpoints/leave';
import { process } from '@/lib/touchpoints/process';
import { result } from '@/lib/touchpoints/result';
import { figureValue, type JourneyEvent, type Standard } from '@/lib/touchpoints/touchpoint';
import { answerUnaccepted, registerUnaccepted, takeOverUnaccepted } from '@/lib/unaccepted/commands';
import { findVisitFacts } from '@/lib/visit-context/queries';
import { type BuiltHall, buildHall } from '../../factories/hall';
import { buildTestHouse } from '../../factories/house';
import { refused, run } from '../../support/run-command';
import { testDatabase } from '../../support/test-database';

let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let now: Date;

const SYSTEM: Actor = { kind: 'system' };
const as = (role: 'guide' | 'clerk' | 'floor' | 'shiftLead' | 'manager', id: string = role): Actor => ({
  kind: 'key',
  id,
  name: id,
  hallId: hall.id,
  role,
});
const clerk = (n: number) => as('clerk', `clerk${n}`);

function pass(seconds: number): void {
  now = new Date(now.getTime() + seconds * 1000);
  house.setTime(now);
}

/** What time alone sets off, asked for twice: the second time there is nothing. */
async function time(): Promise<void> {
  await runDeadlines(house);
  const before = await house.db.event.count();
  await runDeadlines(house);
  expect(await house.db.event.count()).toBe(before);
}

async function serving(n: number, serviceCode = 'cards') {
  await run(house, as('guide'), issueTicket, { hall: hall.id, serviceCode });
  pass(30);
  const called = await run(house, clerk(n), callNext, { counterId: hall.counter(n) });
  if (!called) throw new Error('Nobody was waiting.');
  pass(20);
  return run(house, clerk(n), startTicket, { ticketId: called.id, greeted: true });
}

async function finish(n: number, ticketId: string, more: object = {}) {
  return run(house, clerk(n), completeTicket, { ticketId, outcome: 'done', ...more });
}

async function events(kind?: string): Promise<JourneyEvent[]> {
  const rows = await house.db.event.findMany({
    where: { hallId: hall.id, ...(kind ? { kind } : {}) },
    orderBy: [{ version: 'asc' }, { ordinal: 'asc' }],
  });
  return rows.map((row) => ({ ...row, payload: row.payload as Record<string, unknown> }));
}

async function measured(standards: readonly Standard[], code: string) {
  const rule = standards.find((one) => one.code === code);
  if (!rule) throw new Error(`There is no standard ${code}.`);
  const memory = rule.begin();
  for (const event of await events()) rule.take(memory, event);
  return rule.measure(memory);
}

beforeEach(async () => {
  const { database } = await testDatabase();
  now = new Date('2026-03-02T02:00:00Z');
  house = buildTestHouse(database, now.toISOString());
  hall = await buildHall(house);
  for (const n of [1, 2]) await run(house, clerk(n), openCounter, { counterId: hall.counter(n) });
});

describe('help for a counter', () => {
  it('is asked once, taken by one, and counted as missed when nobody comes for a minute', async () => {
    const ticket = await serving(1);
    const call = await run(house, clerk(1), askHelp, { counterId: hall.counter(1) });
    expect(call).toMatchObject({ state: 'open', counterNumber: 1, ticketNumber: ticket.number });
    expect((await run(house, clerk(1), askHelp, { counterId: hall.counter(1) })).id).toBe(call.id);
    expect(await refused(house, clerk(2), askHelp, { counterId: hall.counter(1) })).toMatchObject({
      code: 'not-your-counter',
    });
    pass(45);
    await time();
    await run(house, as('shiftLead'), takeHelp, { helpId: call.id });
    expect(await refused(house, as('floor'), takeHelp, { helpId: call.id })).toMatchObject({ code: 'already-taken' });
    pass(60);
    await time();
    await run(house, as('shiftLead'), endHelp, { helpId: call.id });

    const late = await run(house, clerk(2), askHelp, { counterId: hall.counter(2), reason: 'approval' });
    pass(60);
    await time();
    expect(await events('help.unanswered')).toHaveLength(1);
    expect(await listPendingHelp(house.db, hall.id)).toMatchObject([{ id: late.id, unansweredAt: now }]);
    await run(house, as('floor'), endHelp, { helpId: late.id });
    // One in time, one missed; that it came late does not count again.
    expect(await measured(process.standards, 'helpInTime')).toEqual({ sum: 1, count: 2 });
  });

  it('ends with the counter', async () => {
    await run(house, clerk(2), askHelp, { counterId: hall.counter(2) });
    await run(house, clerk(2), closeCounter, { counterId: hall.counter(2) });
    expect(await listPendingHelp(house.db, hall.id)).toEqual([]);
    pass(120);
    await time();
    expect(await events('help.unanswered')).toEqual([]);
  });
});

describe('talk, handling and result', () => {
  it('measures what the rows show', async () => {
    const first = await serving(1);
    pass(100);
    await finish(1, first.id, { papersChecked: true, payment: { due: 1850, received: 2000 } });
    const second = await serving(1);
    pass(400);
    await finish(1, second.id);
    // Finished by mistake and taken back: it counts once, as it ended.
    const third = await serving(1);
    pass(90);
    await finish(1, third.id);
    pass(5);
    await run(house, clerk(1), undoTicket, { ticketId: third.id });
    pass(300);
    await run(house, clerk(1), transferTicket, { ticketId: third.id, serviceCode: 'broadband' });

    const legs = await house.db.ticketLeg.findMany({ where: { hallId: hall.id, startedAt: { not: null } } });
    const target = hall.config.handlingTargetSeconds;
    expect(await measured(process.standards, 'withinTarget')).toEqual({
      sum: legs.filter((leg) => (leg.handlingSeconds ?? 0) <= target).length,
      count: legs.length,
    });
    const waits = legs.map((leg) => ((leg.startedAt?.getTime() ?? 0) - (leg.calledAt?.getTime() ?? 0)) / 1000);
    expect(await measured(consult.standards, 'callToStart')).toEqual({
      sum: waits.reduce((all, one) => all + one, 0),
      count: legs.length,
    });
    expect(await measured(consult.standards, 'greeted')).toEqual({ sum: 3, count: 3 });
    expect(await measured(result.standards, 'outcome')).toEqual({
      sum: legs.filter((leg) => leg.outcome !== null).length,
      count: 2,
    });
    const [paid] = (await events('ticket.completed')).filter((event) => event.ticketId === first.id);
    expect(paid?.payload).toMatchObject({ payment: { due: 1850, received: 2000, change: 150 }, papersChecked: true });
    expect(
      await refused(house, clerk(1), completeTicket, {
        ticketId: first.id,
        outcome: 'done',
        payment: { due: 2000, received: 1000 },
      }),
    ).toMatchObject({ code: 'invalid-input' });
  });

  it('makes one suggestion, and keeps what the customer said', async () => {
    const names = { 'zh-CN': '视频会员', en: 'Video pass', es: 'Pase de vídeo' };
    const { id } = await run(house, SYSTEM, saveSuggestion, {
      hall: hall.id,
      code: 'video',
      names,
      serviceIds: [hall.service('cards')],
      active: true,
    });
    const ticket = await serving(1);
    const offer = { ticketId: ticket.id, suggestionId: id, accepted: true };
    expect(await refused(house, clerk(2), offerSuggestion, offer)).toMatchObject({ code: 'not-your-counter' });
    await run(house, clerk(1), offerSuggestion, offer);
    expect(await refused(house, clerk(1), offerSuggestion, offer)).toMatchObject({ code: 'already-done' });
    expect((await events('suggestion.offered')).map((event) => event.payload)).toEqual([
      { suggestion: 'video', accepted: true, service: 'cards' },
    ]);
  });

  it('registers what could not be accepted, reminds its owner, and says when the promise is broken', async () => {
    const ticket = await serving(1);
    const entry = { hall: hall.id, what: 'A second SIM', why: 'papers', ticketId: ticket.id } as const;
    const kept = await run(house, clerk(1), registerUnaccepted, {
      ...entry,
      promisedDay: '2026-03-04',
      customer: { name: 'Li Na', phone: '13800000000' },
    });
    const broken = await run(house, clerk(1), registerUnaccepted, { ...entry, promisedDay: '2026-03-04' });
    expect(await refused(house, clerk(1), registerUnaccepted, { ...entry, promisedDay: '2026-03-01' })).toMatchObject({
      code: 'invalid-input',
    });
    pass(24 * 3600);
    await time();
    // 3 March, 09:00 in the hall, is past: one reminder for each.
    expect(await events('unaccepted.reminded')).toHaveLength(2);
    const answer = { unacceptedId: kept.id, answer: 'It is ready.' };
    expect(await refused(house, clerk(2), answerUnaccepted, answer)).toMatchObject({ code: 'not-the-owner' });
    await run(house, clerk(2), takeOverUnaccepted, { unacceptedId: kept.id });
    await run(house, clerk(2), answerUnaccepted, answer);
    pass(2 * 24 * 3600);
    await time();
    expect((await events('unaccepted.overdue')).map((event) => event.payload.unacceptedId)).toEqual([broken.id]);
    await run(house, as('shiftLead'), answerUnaccepted, { unacceptedId: broken.id, answer: 'Late, and sorry.' });
    expect(await measured(result.standards, 'unacceptedInTime')).toEqual({ sum: 1, count: 2 });
    const rows = await house.db.unacceptedBusiness.findMany({ where: { hallId: hall.id } });
    expect(rows.filter((row) => row.answeredAt && row.answeredAt < row.dueAt)).toHaveLength(1);
    // No name or phone leaves the register.
    expect(JSON.stringify(await events())).not.toContain('Li Na');
    expect(JSON.stringify(await events())).not.toContain('13800000000');
  });
});

describe('leaving', () => {
  it('lends a thing to one customer at a time, and misses it when the hall closes', async () => {
    const { items } = await run(house, as('shiftLead'), stockLoanItems, {
      hall: hall.id,
      kind: 'umbrella',
      from: 1,
      to: 3,
      deposit: 2000,
    });
    const [first, second] = items;
    const ticket = await serving(1);
    const loan = await run(house, as('guide'), lendItem, { itemId: first?.id ?? '', ticketId: ticket.id });
    expect(await refused(house, clerk(1), lendItem, { itemId: first?.id ?? '' })).toMatchObject({ code: 'in-use' });
    // What the counter sees of this visit at the farewell.
    expect(await findVisitFacts(house.db, ticket)).toMatchObject({
      loans: [{ id: loan.id, kind: 'umbrella', number: 1 }],
      complaints: [],
      unaccepted: [],
      help: null,
    });
    const forgotten = await run(house, clerk(1), lendItem, { itemId: second?.id ?? '' });
    await run(house, clerk(1), returnLoan, { loanId: loan.id });
    expect(await refused(house, clerk(1), returnLoan, { loanId: loan.id })).toMatchObject({ code: 'already-done' });
    // The hall of the test never closes: its day ends at midnight in Shanghai, 16:00 UTC.
    house.setTime('2026-03-02T15:59:59Z');
    await time();
    expect(await events('loan.overdue')).toEqual([]);
    house.setTime('2026-03-02T16:00:00Z');
    await time();
    expect((await events('loan.overdue')).map((event) => event.payload.loanId)).toEqual([forgotten.id]);
    await run(house, clerk(1), returnLoan, { loanId: forgotten.id });
    expect(await measured(leave.standards, 'loansReturned')).toEqual({ sum: 1, count: 2 });
    await run(house, clerk(1), lendItem, { itemId: first?.id ?? '' });
  });

  it('lends away from the counter by the number on the slip, also to somebody who has been served', async () => {
    const stock = { hall: hall.id, kind: 'umbrella', from: 1, to: 2, deposit: 0 } as const;
    const { items } = await run(house, as('shiftLead'), stockLoanItems, stock);
    const ticket = await serving(1);
    const number = ticket.number.toLowerCase();
    const loan = await run(house, as('guide'), lendItem, { itemId: items[0]?.id ?? '', ticketNumber: number });
    expect(loan.ticketNumber).toBe(ticket.number);
    expect((await findVisitFacts(house.db, ticket)).loans).toMatchObject([{ id: loan.id }]);
    await finish(1, ticket.id);
    // Long after: the hall's state has forgotten the ticket, the database has not.
    pass(3 * 3600);
    const again = { itemId: items[1]?.id ?? '', ticketNumber: ticket.number };
    await run(house, as('guide'), lendItem, again);
    expect((await events('loan.lent')).map(({ visitId }) => visitId)).toEqual([ticket.visitId, ticket.visitId]);
    expect(await refused(house, as('guide'), lendItem, { ...again, ticketNumber: 'A999' })).toMatchObject({
      code: 'invalid-input',
      errors: [{ path: 'ticketNumber' }],
    });
  });

  it('finds what was lost, and forgets the search with it', async () => {
    const lost = await run(house, as('floor'), reportLost, { hall: hall.id, description: 'Red scarf' });
    const found = await run(house, as('guide'), registerFound, {
      hall: hall.id,
      description: 'Scarf, red',
      keptWhere: 'Service desk',
    });
    await run(house, clerk(1), matchLost, { reportId: lost.id, foundItemId: found.id });
    await run(house, clerk(1), handBack, { foundItemId: found.id, to: 'Wang' });
    expect(await listLostFound(house.db, hall.id)).toEqual({ found: [], lost: [] });
    expect(JSON.stringify(await events())).not.toContain('Wang');
  });

  it('keeps a promise to call, or breaks it', async () => {
    const plan = { hall: hall.id, what: 'Ask how the line works', promisedDay: '2026-03-05' };
    const kept = await run(house, clerk(1), planFollowUp, plan);
    await run(house, clerk(1), planFollowUp, plan);
    await run(house, clerk(1), finishFollowUp, { followUpId: kept.id, result: 'Works well.' });
    pass(4 * 24 * 3600);
    await time();
    expect(await measured(leave.standards, 'followUpsKept')).toEqual({ sum: 1, count: 2 });
  });

  it('lets the device at the counter rate only whom that counter has just finished', async () => {
    const screen: Actor = { kind: 'screen', id: 'rating-1', hallId: hall.id, screenKind: 'rating' };
    const device = { hallId: hall.id, kind: 'rating', name: 'x', createdAt: now };
    await house.db.screen.create({ data: { id: 'rating-1', ...device, pairedAt: now } });
    const one = await serving(1);
    const rate = (ticketId: string, score = 5) => ({ hall: hall.id, ticketId, score });
    expect(await refused(house, screen, rateHere, rate(one.id))).toMatchObject({ code: 'no-rating-now' });
    await run(house, screen, bindDevice, { hall: hall.id, counterNumber: 1 });
    expect(await refused(house, screen, bindDevice, { hall: hall.id, counterNumber: 2 })).toMatchObject({
      code: 'already-done',
    });
    // Not while he is served, not of another counter.
    expect(await refused(house, screen, rateHere, rate(one.id))).toMatchObject({ code: 'no-rating-now' });
    const elsewhere = await serving(2);
    await finish(2, elsewhere.id);
    expect(await refused(house, screen, rateHere, rate(elsewhere.id))).toMatchObject({ code: 'no-rating-now' });
    await finish(1, one.id);
    pass(170);
    await run(house, screen, rateHere, rate(one.id, 4));
    expect(await refused(house, screen, rateHere, rate(one.id, 1))).toMatchObject({ code: 'rating-closed' });
    // The next one sits there: nobody rates the one before any more. And after three minutes nobody does.
    const two = await serving(1);
    await finish(1, two.id);
    const three = await serving(1);
    expect(await refused(house, screen, rateHere, rate(two.id))).toMatchObject({ code: 'no-rating-now' });
    await finish(1, three.id);
    pass(181);
    expect(await refused(house, screen, rateHere, rate(three.id))).toMatchObject({ code: 'no-rating-now' });

    const customer: Actor = { kind: 'customer', ticketId: two.id, visitId: two.visitId, hallId: hall.id };
    await run(house, customer, rateTicket, { ticketId: two.id, score: 1 });
    await run(house, customer, rateTicket, { ticketId: two.id, score: 3 });
    const rows = await house.db.rating.findMany({ where: { hallId: hall.id } });
    expect(figureValue(await measured(leave.standards, 'rating'))).toBe(
      rows.reduce((all, row) => all + row.score, 0) / rows.length,
    );
    expect(await measured(leave.standards, 'rated')).toEqual({ sum: rows.length, count: 4 });
  });
});
