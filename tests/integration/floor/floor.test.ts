import { beforeEach, describe, expect, it } from 'vitest';
import { becameService } from '@/lib/approaches/approach';
import { logApproach, undoApproach } from '@/lib/approaches/commands';
import { countApproaches } from '@/lib/approaches/queries';
import { runDeadlines } from '@/lib/duties/duties';
import {
  acceptEnquiry,
  closeEnquiry,
  declineEnquiry,
  handOverEnquiry,
  openEnquiry,
  recordRetention,
} from '@/lib/enquiries/commands';
import { listOpenEnquiries } from '@/lib/enquiries/queries';
import { createArticle, reviseArticle, withdrawArticle } from '@/lib/knowledge/commands';
import { listVersions, searchArticles } from '@/lib/knowledge/queries';
import { articleTerms } from '@/lib/knowledge/search-terms';
import { insertRows } from '@/lib/platform/db/written-rows';
import type { Actor } from '@/lib/staff/actor';
import type { Role } from '@/lib/staff/roles';
import {
  inviteToTrial,
  orderAfterTrial,
  recordTrial,
  repairStation,
  reportFault,
  resetStation,
  saveStation,
} from '@/lib/stations/commands';
import { issueTicket, undoTicket } from '@/lib/tickets/commands';
import { enquire } from '@/lib/touchpoints/enquire';
import { experience } from '@/lib/touchpoints/experience';
import type { Figure, JourneyEvent, Standard } from '@/lib/touchpoints/touchpoint';
import { wander } from '@/lib/touchpoints/wander';
import { type BuiltHall, buildHall } from '../../factories/hall';
import { buildTestHouse } from '../../factories/house';
import { refused, run } from '../../support/run-command';
import { testDatabase } from '../../support/test-database';

let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let now: Date;
let people: Record<'floor' | 'guide' | 'lead' | 'stranger', Extract<Actor, { kind: 'staff' }>>;

function pass(seconds: number): void {
  now = new Date(now.getTime() + seconds * 1000);
  house.setTime(now);
}

async function person(name: string, role: Role, hallId: string): Promise<Extract<Actor, { kind: 'staff' }>> {
  const id = `${name}-${hallId}`;
  const at = { createdAt: now, updatedAt: now };
  await house.db.staff.create({ data: { id, username: id, name, email: `${id}@x.invalid`, ...at } });
  await house.db.staffRole.create({ data: { id: `r-${id}`, staffId: id, hallId, role } });
  return { kind: 'staff', id, name, sessionId: id, roles: [{ hallId, role }] };
}

/** The code of a refusal. */
async function codeOf(...asked: Parameters<typeof refused>): Promise<string> {
  return (await refused(...asked)).code;
}

/** The figure of a standard over everything that happened, by its rule. */
async function figure(standards: readonly Standard[], code: string): Promise<Figure> {
  const rule = standards.find((standard) => standard.code === code);
  if (!rule) throw new Error(`There is no standard ${code}.`);
  const memory = rule.begin();
  const events = await house.db.event.findMany({ orderBy: [{ version: 'asc' }, { ordinal: 'asc' }] });
  for (const event of events) rule.take(memory, event as unknown as JourneyEvent);
  return rule.measure(memory);
}

const kinds = async () =>
  (await house.db.event.findMany({ orderBy: [{ version: 'asc' }, { ordinal: 'asc' }] })).map(({ kind }) => kind);

beforeEach(async () => {
  const { database } = await testDatabase();
  now = new Date('2026-03-02T02:00:00Z');
  house = buildTestHouse(database, now.toISOString());
  hall = await buildHall(house);
  const elsewhere = await buildHall(house, { slug: 'elsewhere' });
  people = {
    floor: await person('Ma Jun', 'floor', hall.id),
    guide: await person('Guo', 'guide', hall.id),
    lead: await person('Gao', 'shiftLead', hall.id),
    stranger: await person('Li', 'floor', elsewhere.id),
  };
});

describe('wander', () => {
  const log = (outcome: string, more: object = {}) =>
    run(house, people.floor, logApproach, { hall: hall.id, outcome, ...more } as never);

  it('issues the number in the same step, and takes both back', async () => {
    const logged = await log('ticket', { serviceCode: 'cards', zoneCode: 'main' });
    expect(logged).toMatchObject({ outcome: 'ticket', zoneCode: 'main', ticket: { number: 'A001' }, peopleAhead: 0 });
    pass(20);
    await run(house, people.floor, undoApproach, { approachId: logged.id });
    const ticket = await house.db.ticket.findUniqueOrThrow({ where: { id: logged.ticket?.id } });
    expect(ticket).toMatchObject({ status: 'cancelled', endReason: 'issuedByMistake' });
    expect(await kinds()).toContain('approach.undone');
    expect(await codeOf(house, people.floor, undoApproach, { approachId: logged.id })).toBe('nothing-to-undo');
  });

  it('can be taken back for thirty seconds, by whoever tapped', async () => {
    const logged = await log('left');
    expect(await codeOf(house, people.guide, undoApproach, { approachId: logged.id })).toBe('nothing-to-undo');
    pass(31);
    expect(await codeOf(house, people.floor, undoApproach, { approachId: logged.id })).toBe('undo-expired');
  });

  it('refuses an unknown service, zone or half a ticket, and leaves nothing behind', async () => {
    const bad = [
      { outcome: 'ticket' },
      { outcome: 'left', serviceCode: 'cards' },
      { outcome: 'ticket', serviceCode: 'nothing' },
      { outcome: 'left', zoneCode: 'nowhere' },
    ];
    for (const body of bad)
      expect(await codeOf(house, people.floor, logApproach, { hall: hall.id, ...body } as never)).toBe('invalid-input');
    expect(await house.db.approach.count()).toBe(0);
    expect(await house.db.ticket.count()).toBe(0);
  });

  it('the standard equals a recount of the rows', async () => {
    for (const outcome of ['enquiry', 'trial', 'justLooking', 'left', 'purchase']) await log(outcome);
    const mistaken = await log('ticket', { serviceCode: 'cards' });
    await log('ticket', { serviceCode: 'cards' });
    await run(house, people.floor, undoTicket, { ticketId: mistaken.ticket?.id ?? '' });
    const back = await log('trial');
    await run(house, people.floor, undoApproach, { approachId: back.id });
    const rows = await house.db.approach.findMany({ where: { hallId: hall.id, undoneAt: null } });
    const wrong = await house.db.ticket.findMany({ where: { endReason: 'issuedByMistake' } });
    const sum = rows.filter((row) => becameService(row.outcome) && !wrong.some(({ id }) => id === row.ticketId)).length;
    expect(await figure(wander.standards, 'becameService')).toEqual({ sum, count: rows.length });
    expect([sum, rows.length]).toEqual([4, 7]);
    expect(await countApproaches(house.db, hall.id, '2026-03-02')).toContainEqual({ outcome: 'ticket', count: 2 });
  });
});

describe('enquire', () => {
  const ask = (more: object = {}) =>
    run(house, people.floor, openEnquiry, { hall: hall.id, topic: 'sim', ...more } as never);

  it('closes at once what is answered, or makes a number of it', async () => {
    expect(await ask({ outcome: 'answered' })).toMatchObject({ state: 'closed', outcome: 'answered' });
    expect(await ask({ outcome: 'ticket', serviceCode: 'cards' })).toMatchObject({
      state: 'closed',
      ticketNumber: 'A001',
    });
    expect(await house.db.deadline.count({ where: { kind: 'enquiry.due' } })).toBe(0);
  });

  it('belongs to whoever was asked first, until the other accepts', async () => {
    const { id: enquiryId, owner } = await ask();
    expect(owner.ref).toBe(`staff:${people.floor.id}`);
    const toColleague = people.guide.id;
    expect(await codeOf(house, people.guide, closeEnquiry, { enquiryId, outcome: 'answered' })).toBe('not-the-owner');
    await run(house, people.floor, handOverEnquiry, { enquiryId, toColleague });
    expect(await codeOf(house, people.guide, closeEnquiry, { enquiryId, outcome: 'answered' })).toBe('not-the-owner');
    expect((await run(house, people.guide, declineEnquiry, { enquiryId })).owner.ref).toBe(`staff:${people.floor.id}`);
    await run(house, people.floor, handOverEnquiry, { enquiryId, toColleague });
    const accepted = await run(house, people.guide, acceptEnquiry, { enquiryId });
    expect(accepted).toMatchObject({ owner: { ref: `staff:${people.guide.id}` }, offeredTo: null, handovers: 1 });
    await run(house, people.guide, closeEnquiry, { enquiryId, outcome: 'answered' });
    expect(await listOpenEnquiries(house.db, hall.id, { limit: 10 })).toEqual([]);
  });

  it('goes to nobody elsewhere, and the lead may take it when its owner is gone', async () => {
    const { id: enquiryId } = await ask();
    const stranger = { enquiryId, toColleague: people.stranger.id };
    expect(await codeOf(house, people.floor, handOverEnquiry, stranger)).toBe('invalid-input');
    expect(await codeOf(house, people.stranger, acceptEnquiry, { enquiryId })).toBe('not-found');
    expect(await codeOf(house, people.guide, acceptEnquiry, { enquiryId })).toBe('not-the-owner');
    expect((await run(house, people.lead, acceptEnquiry, { enquiryId })).owner.name).toBe('Gao');
  });

  it('says once by time alone that it is overdue', async () => {
    const { id } = await ask();
    pass(899);
    await runDeadlines(house);
    expect(await kinds()).not.toContain('enquiry.overdue');
    pass(1);
    await runDeadlines(house);
    await runDeadlines(house);
    expect((await kinds()).filter((kind) => kind === 'enquiry.overdue')).toHaveLength(1);
    expect((await house.db.enquiry.findUniqueOrThrow({ where: { id } })).overdueAt).toEqual(now);
  });

  it('keeps a customer’s contact out of every event', async () => {
    await ask({
      customer: { name: 'Zhao Qian', phone: '13900001234' },
      question: 'Zhao wants to know',
      note: 'call Zhao',
    });
    const events = JSON.stringify(await house.db.event.findMany());
    expect(events).not.toMatch(/Zhao|13900001234/);
  });

  it('a customer who thinks about leaving is asked again within two days', async () => {
    const opened = await ask({
      topic: 'cancel',
      retention: { reason: 'price', offer: 'smaller plan', result: 'thinking' },
    });
    expect(opened).toMatchObject({ state: 'open', dueAt: new Date(now.getTime() + 172_800_000).toISOString() });
    pass(3600);
    const kept = await run(house, people.floor, recordRetention, {
      enquiryId: opened.id,
      reason: 'price',
      result: 'stayed',
    });
    expect(kept).toMatchObject({ state: 'closed', retention: { result: 'stayed', offer: 'smaller plan' } });
    expect((await kinds()).filter((kind) => kind.startsWith('retention'))).toEqual([
      'retention.offered',
      'retention.decided',
    ]);
    expect(await house.db.deadline.count({ where: { kind: 'enquiry.due' } })).toBe(0);
  });

  it('the standards equal a recount of the rows', async () => {
    await ask({ outcome: 'answered' });
    const late = await ask();
    const passed = await ask({ toColleague: people.guide.id });
    await run(house, people.guide, acceptEnquiry, { enquiryId: passed.id });
    await run(house, people.guide, closeEnquiry, { enquiryId: passed.id, outcome: 'answered' });
    await ask({ topic: 'cancel', retention: { reason: 'price', result: 'left' } });
    await ask({ outcome: 'ticket', serviceCode: 'cards' });
    pass(2000);
    await run(house, people.floor, closeEnquiry, { enquiryId: late.id, outcome: 'answered' });
    const rows = await house.db.enquiry.findMany({ include: { retention: true } });
    const answered = rows.filter((row) => row.outcome === 'answered');
    const seconds = (row: (typeof rows)[number]) => ((row.closedAt?.getTime() ?? 0) - row.openedAt.getTime()) / 1000;
    const first = answered.filter((row) => row.handovers === 0 && seconds(row) <= 900);
    expect(await figure(enquire.standards, 'firstContact')).toEqual({ sum: first.length, count: answered.length });
    const inTime = rows.filter((row) => row.closedAt && row.closedAt <= row.dueAt);
    expect(await figure(enquire.standards, 'inTime')).toEqual({ sum: inTime.length, count: rows.length });
    expect(await figure(enquire.standards, 'retained')).toEqual({ sum: 0, count: 1 });
    expect([first.length, answered.length, inTime.length, rows.length]).toEqual([2, 4, 4, 5]);
  });
});

const text = (words: string) => ({ 'zh-CN': words, en: '', es: '' });
const article = (title: string, body: string, publish = true) => ({
  kind: 'guide' as const,
  topic: 'sim' as const,
  content: {
    title: text(title),
    body: text(body),
    bring: text(''),
    duration: text(''),
    cost: text(''),
    where: text(''),
  },
  publish,
});

describe('knowledge', () => {
  const find = async (question: string) =>
    (await searchArticles(house.db, hall.id, { question, limit: 5 })).map(({ id }) => id);

  it('finds what is published, keeps every version, and refuses to overwrite what somebody else saved', async () => {
    const { id } = await run(house, people.lead, createArticle, { hall: hall.id, ...article('补办SIM卡', '带身份证') });
    expect(await find('补卡')).toEqual([]);
    expect(await find('补办')).toEqual([id]);
    // A draft is found by nobody, and what was published stays.
    const draft = { articleId: id, baseVersion: 1, ...article('手机卡补办', '带身份证', false) };
    expect(await run(house, people.lead, reviseArticle, draft)).toMatchObject({ version: 2, publishedVersion: 1 });
    expect(await find('手机卡')).toEqual([]);
    expect(await codeOf(house, people.lead, reviseArticle, draft)).toBe('changed-meanwhile');
    await run(house, people.lead, reviseArticle, { ...draft, baseVersion: 2, publish: true });
    expect(await find('手机卡')).toEqual([id]);
    expect(await find('SIM')).toEqual([]);
    expect((await listVersions(house.db, id, { limit: 9 })).map((v) => [v.version, v.content.title['zh-CN']])).toEqual([
      [3, '手机卡补办'],
      [2, '手机卡补办'],
      [1, '补办SIM卡'],
    ]);
    await run(house, people.lead, withdrawArticle, { articleId: id });
    expect(await find('手机卡')).toEqual([]);
  });

  it('finds nothing of another hall', async () => {
    await run(house, people.lead, createArticle, { hall: hall.id, ...article('宽带移机', '搬家') });
    const other = await house.db.hall.findFirstOrThrow({ where: { slug: 'elsewhere' } });
    expect(await searchArticles(house.db, other.id, { question: '宽带', limit: 5 })).toEqual([]);
  });

  it('finds the right one among a thousand articles', { timeout: 120_000 }, async () => {
    const subjects = ['宽带', '套餐', '漫游', '发票', '补卡', '过户', '合约', '流量', '手机', '积分'];
    const verbs = ['办理', '取消', '查询', '更换', '投诉', '延期', '升级', '暂停', '恢复', '说明'];
    const terms: { hallId: string; term: string; articleId: string; weight: number }[] = [];
    const articles = Array.from({ length: 1000 }, (_, i) => {
      const title = `${subjects[i % 10]}${verbs[Math.floor(i / 10) % 10]}指南第${i}号`;
      const body = `客户${verbs[i % 10]}${subjects[(i * 7) % 10]}时请携带身份证，${'业务办理区柜台，免费，约五分钟。'.repeat(6)}`;
      const { content } = article(title, body);
      const id = `article-${String(i).padStart(4, '0')}`;
      for (const [term, weight] of articleTerms(content)) terms.push({ hallId: hall.id, term, articleId: id, weight });
      return {
        id,
        hallId: hall.id,
        kind: 'guide',
        topic: 'sim',
        version: 1,
        content,
        published: content,
        publishedVersion: 1,
        publishedAt: now,
        createdAt: now,
        updatedAt: now,
        updatedByRef: 'system',
      };
    });
    await house.db.knowledgeArticle.createMany({ data: articles });
    await insertRows(house.db, 'knowledge_terms', terms);
    const questions = ['宽带办理要带什么身份证', '漫游说明指南第42号', '客户办理业务办理区柜台免费', '补卡查询'];
    for (const question of questions)
      expect((await searchArticles(house.db, hall.id, { question, limit: 8 })).length).toBeGreaterThan(0);
    const [best] = await searchArticles(house.db, hall.id, { question: '漫游说明指南第92号', limit: 1 });
    expect(best?.content.title['zh-CN']).toContain('漫游说明');
  });
});

describe('experience', () => {
  const names = { 'zh-CN': '眼镜', en: 'Glasses', es: 'Gafas' };
  const make = (code = 'glasses') =>
    run(house, people.lead, saveStation, { hall: hall.id, code, names, shows: { ...names }, zoneCode: 'main' });

  it('a trial wants the station made ready; past its time that is said once', async () => {
    const { id: stationId } = await make();
    await run(house, people.floor, recordTrial, { stationId, interest: 4, ordered: true, wishes: 'a red one' });
    expect((await house.db.station.findUniqueOrThrow({ where: { id: stationId } })).state).toBe('resetting');
    pass(600);
    await runDeadlines(house);
    await runDeadlines(house);
    expect((await kinds()).filter((kind) => kind === 'station.resetOverdue')).toHaveLength(1);
    pass(1);
    await run(house, people.floor, resetStation, { stationId });
    expect(await figure(experience.standards, 'resetInTime')).toEqual({ sum: 0, count: 1 });
    expect(JSON.stringify(await house.db.event.findMany())).not.toContain('a red one');
  });

  it('one out of order takes no trial until it is repaired', async () => {
    const { id: stationId } = await make();
    await run(house, people.floor, reportFault, { stationId, words: 'dark' });
    expect(await codeOf(house, people.floor, recordTrial, { stationId, interest: 3 })).toBe('wrong-state');
    expect(await codeOf(house, people.floor, reportFault, { stationId, words: 'dark' })).toBe('wrong-state');
    await run(house, people.floor, repairStation, { stationId });
    await run(house, people.floor, recordTrial, { stationId, interest: 3 });
    expect(await codeOf(house, people.floor, repairStation, { stationId })).toBe('wrong-state');
  });

  it('each customer who waits is invited once', async () => {
    const { id: stationId } = await make();
    const { id: ticketId } = await run(house, people.guide, issueTicket, { hall: hall.id, serviceCode: 'cards' });
    await run(house, people.floor, inviteToTrial, { stationId, ticketId, accepted: false });
    const again = { stationId, ticketId, accepted: true };
    expect(await codeOf(house, people.floor, inviteToTrial, again)).toBe('already-exists');
    expect(await house.db.event.findFirst({ where: { kind: 'trial.invited' } })).toMatchObject({ ticketId });
  });

  it('availability and orders equal a recount, told by the hour whoever looks', async () => {
    const [one, two] = [await make('one'), await make('two')];
    pass(1200);
    await run(house, people.floor, reportFault, { stationId: one.id, words: 'dark' });
    pass(1800);
    await run(house, people.floor, repairStation, { stationId: one.id });
    pass(600);
    await runDeadlines(house);
    await runDeadlines(house);
    expect((await kinds()).filter((kind) => kind === 'station.tallied')).toHaveLength(1);
    // One hour of two stations; one of them was dark for half of it.
    expect(await figure(experience.standards, 'availability')).toEqual({ sum: 5400, count: 7200 });
    for (const [interest, ordered] of [
      [5, true],
      [4, false],
      [3, false],
      [2, true],
    ] as const)
      await run(house, people.floor, recordTrial, { stationId: two.id, interest, ordered });
    const { number } = await run(house, people.guide, issueTicket, { hall: hall.id, serviceCode: 'cards' });
    const numbered = { stationId: two.id, interest: 5, ticketNumber: number };
    const undecided = await run(house, people.floor, recordTrial, numbered);
    await run(house, people.floor, orderAfterTrial, { trialId: undecided.id });
    expect(await codeOf(house, people.floor, orderAfterTrial, { trialId: undecided.id })).toBe('already-done');
    expect(await codeOf(house, people.stranger, orderAfterTrial, { trialId: undecided.id })).toBe('not-found');
    const keen = await house.db.trial.findMany({ where: { interest: { gte: 4 } } });
    const sum = keen.filter(({ ordered }) => ordered).length;
    expect(await figure(experience.standards, 'interestToOrder')).toEqual({ sum, count: keen.length });
    expect(await figure(experience.standards, 'trialsPerTicket')).toEqual({
      sum: await house.db.trial.count(),
      count: 1,
    });
  });

  it('is not seen from elsewhere', async () => {
    const { id: stationId } = await make();
    expect(await codeOf(house, people.stranger, reportFault, { stationId, words: 'x' })).toBe('not-found');
  });
});
