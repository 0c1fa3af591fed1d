import { beforeEach, describe, expect, it } from 'vitest';
import {
  acceptComplaint,
  closeComplaint,
  decideRemedy,
  dispatchComplaint,
  noteComplaint,
  offerRemedy,
  registerComplaint,
  reopenComplaint,
  replyComplaint,
} from '@/lib/complaints/commands';
import { loadComplaint, loadComplaintList, loadComplaintProgress } from '@/lib/complaints/loaders';
import { complaintToken } from '@/lib/complaints/token';
import { runDeadlines } from '@/lib/duties/duties';
import { createStaff } from '@/lib/staff/commands';
import { issueTicket } from '@/lib/tickets/commands';
import { complain } from '@/lib/touchpoints/complain';
import type { JourneyEvent } from '@/lib/touchpoints/touchpoint';
import { type BuiltHall, buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { buildStaff } from '@/tests/factories/staff';
import { refused, run } from '@/tests/support/run-command';
import { testDatabase } from '@/tests/support/test-database';

const SYSTEM = { kind: 'system' } as const;
const WORDS = 'I waited an hour and was sent away, said 王小明';

let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let clerk: ReturnType<typeof buildStaff>;
let lead: ReturnType<typeof buildStaff>;
let manager: ReturnType<typeof buildStaff>;

let people = 0;
async function person(role: 'clerk' | 'floor' | 'shiftLead' | 'manager' | 'hotline', hallId = hall.id) {
  const made = await run(house, SYSTEM, createStaff, {
    username: `${role.toLowerCase()}${++people}`,
    name: `Staff ${role}`,
    password: 'a long password',
    roles: [{ hallId, role }],
  });
  return buildStaff(hallId, role, { id: made.id, name: `Staff ${role}` });
}

const register = (overrides: object = {}) =>
  run(house, clerk, registerComplaint, { hall: hall.id, category: 'billing', words: WORDS, ...overrides });

async function events(): Promise<JourneyEvent[]> {
  const rows = await house.db.event.findMany({
    where: { hallId: hall.id, touchpoint: 'complain' },
    orderBy: [{ version: 'asc' }, { ordinal: 'asc' }],
  });
  return rows.map((row) => ({ ...row, payload: row.payload as Record<string, unknown> }));
}

async function kinds(): Promise<string[]> {
  return (await events()).map(({ kind }) => kind.replace('complaint.', ''));
}

beforeEach(async () => {
  house = buildTestHouse((await testDatabase()).database);
  hall = await buildHall(house);
  clerk = await person('clerk');
  lead = await person('shiftLead');
  manager = await person('manager');
});

describe('a complaint', () => {
  it('goes from its registration to its end, with one owner at any time', async () => {
    const ticket = await run(house, SYSTEM, issueTicket, {
      hall: hall.id,
      serviceCode: 'cards',
      customer: { name: '王小明', phone: '13800000000' },
    });
    const made = await register({ ticketId: ticket.id });
    expect(made).toMatchObject({
      reference: '0302-1',
      state: 'registered',
      ticketNumber: 'A001',
      owner: { ref: `staff:${clerk.id}` },
      promisedAt: '2026-03-04T02:00:00.000Z',
      personal: { name: '王小明', phone: '13800000000', words: WORDS },
    });
    const floor = await person('floor');
    await run(house, clerk, dispatchComplaint, { complaintId: made.id, staffId: floor.id });
    // Until it is accepted, it is the clerk's: the colleague cannot answer it.
    await refused(house, floor, replyComplaint, { complaintId: made.id, channel: 'phone', answer: 'x' });
    const taken = await run(house, floor, acceptComplaint, { complaintId: made.id });
    expect(taken.owner).toEqual({ ref: `staff:${floor.id}`, name: 'Staff floor' });
    await run(house, floor, noteComplaint, { complaintId: made.id, note: 'Asked the billing department' });
    await run(house, floor, replyComplaint, { complaintId: made.id, channel: 'phone', answer: 'Paid back' });
    const closed = await run(house, floor, closeComplaint, { complaintId: made.id, cause: 'system' });
    expect(closed).toMatchObject({ state: 'closed', kept: true, firstContact: false });
    expect(await kinds()).toEqual(['registered', 'dispatched', 'accepted', 'noted', 'replied', 'closed']);
    const detail = await loadComplaint(house, made.id, lead);
    expect(detail.ok && detail.value.story.map(({ kind }) => kind)).toEqual(await kinds());
    // Nothing is due any more.
    house.setTime('2026-03-10T02:00:00Z');
    await runDeadlines(house);
    expect(await kinds()).toHaveLength(6);
  });

  it('that is solved on the spot is one command, and counts as solved at first contact', async () => {
    const made = await register({ remedies: [{ kind: 'apology' }], solved: { cause: 'misunderstanding' } });
    expect(made).toMatchObject({ state: 'closed', kept: true, firstContact: true });
    expect(await kinds()).toEqual(['registered', 'remedyGranted', 'replied', 'closed']);
    expect(await house.db.deadline.count({ where: { subjectId: made.id } })).toBe(0);
  });

  it('is numbered within its day, also when several come at once', async () => {
    const made = await Promise.all([register(), register(), register()]);
    expect(made.map(({ reference }) => reference).sort()).toEqual(['0302-1', '0302-2', '0302-3']);
  });

  it('opened again is owed again, with its own promise', async () => {
    const made = await register({ solved: { cause: 'skill' } });
    const again = await run(house, clerk, reopenComplaint, { complaintId: made.id, reason: 'It came back' });
    expect(again).toMatchObject({ state: 'dispatched', reopenedCount: 1, repliedAt: null, kept: null });
    house.setTime('2026-03-05T02:00:00Z');
    await runDeadlines(house);
    expect((await kinds()).slice(-4)).toEqual(['promiseNear', 'escalated', 'escalated', 'promiseBroken']);
  });
});

describe('remedies', () => {
  it('are granted at once within the limit of the role; more waits for a lead whose limit holds', async () => {
    const made = await register({ remedies: [{ kind: 'gift', amount: 40 }] });
    expect(made.remedies).toMatchObject([{ kind: 'gift', state: 'granted' }]);
    const more = await run(house, clerk, offerRemedy, { complaintId: made.id, kind: 'feeWaiver', amount: 300 });
    // Both are of the same millisecond: their order says nothing.
    const waiver = ({ kind }: { kind: string }) => kind === 'feeWaiver';
    const asked = more.remedies.find(waiver);
    expect(asked).toMatchObject({ state: 'asked', mayDecide: false });
    const remedyId = asked?.id ?? '';
    expect((await refused(house, clerk, decideRemedy, { remedyId, approve: true })).code).toBe('forbidden');
    expect((await refused(house, lead, decideRemedy, { remedyId, approve: true })).code).toBe('over-limit');
    const approved = await run(house, manager, decideRemedy, { remedyId, approve: true });
    expect(approved.remedies.find(waiver)).toMatchObject({ state: 'approved', decidedBy: { name: 'Staff manager' } });
    expect((await refused(house, manager, decideRemedy, { remedyId, approve: false })).code).toBe('wrong-state');
    expect(await kinds()).toEqual(['registered', 'remedyGranted', 'remedyAsked', 'remedyApproved']);
  });
});

describe('the promise', () => {
  it('is warned of, told to shift lead and manager, and broken, each once, by time alone', async () => {
    const made = await register();
    const at = async (time: string) => {
      house.setTime(time);
      await runDeadlines(house);
      await runDeadlines(house);
      return (await kinds()).slice(1);
    };
    expect(await at('2026-03-03T21:59:59Z')).toEqual([]);
    expect(await at('2026-03-03T22:00:00Z')).toEqual(['promiseNear']);
    expect(await at('2026-03-04T00:00:00Z')).toEqual(['promiseNear', 'escalated']);
    expect(await at('2026-03-04T01:30:00Z')).toEqual(['promiseNear', 'escalated', 'escalated']);
    expect(await at('2026-03-04T02:00:01Z')).toEqual(['promiseNear', 'escalated', 'escalated', 'promiseBroken']);
    const levels = (await events()).flatMap(({ kind, payload }) =>
      kind === 'complaint.escalated' ? [payload.level] : [],
    );
    expect(levels).toEqual(['shiftLead', 'manager']);
    const replied = await run(house, clerk, replyComplaint, { complaintId: made.id, channel: 'phone', answer: 'x' });
    expect(replied.kept).toBe(false);
    expect(await kinds()).toHaveLength(6);
  });

  it('that has passed is broken by the answer, when the clockwork did not come first', async () => {
    const made = await register();
    house.setTime('2026-03-04T02:00:00.001Z');
    await run(house, clerk, replyComplaint, { complaintId: made.id, channel: 'phone', answer: 'x' });
    expect(await kinds()).toEqual(['registered', 'promiseBroken', 'replied']);
    await runDeadlines(house);
    expect(await kinds()).toHaveLength(3);
  });

  it('moves to a later time only with the customer’s word', async () => {
    const made = await register();
    const later = { complaintId: made.id, department: 'network', promisedAt: '2026-03-06T02:00:00Z' } as const;
    expect((await refused(house, clerk, dispatchComplaint, later)).errors?.[0]?.path).toBe('agreed');
    const moved = await run(house, clerk, dispatchComplaint, { ...later, agreed: true });
    expect(moved).toMatchObject({ promisedAt: '2026-03-06T02:00:00.000Z', department: 'network' });
    house.setTime('2026-03-04T03:00:00Z');
    await runDeadlines(house);
    expect(await kinds()).toEqual(['registered', 'dispatched']);
  });

  it('is refused in the past and beyond thirty days', async () => {
    for (const promisedAt of ['2026-03-02T01:59:00Z', '2026-05-02T02:00:00Z']) {
      const input = { hall: hall.id, category: 'wait', words: 'x', promisedAt } as const;
      expect((await refused(house, clerk, registerComplaint, input)).code).toBe('invalid-input');
    }
  });
});

describe('who sees what', () => {
  it('keeps names, phone and words to those who work on it and to the leads, and out of every event', async () => {
    const made = await register({ customer: { name: '王小明', phone: '13800000000' } });
    const stranger = await person('clerk');
    const seen = async (actor: typeof clerk) => {
      const wish = { state: 'owed', mine: false, limit: 10 } as const;
      return (await loadComplaintList(house, hall.id, actor, wish)).items[0];
    };
    expect((await seen(stranger))?.personal).toBeNull();
    expect((await seen(stranger))?.actions).toEqual([]);
    expect((await seen(lead))?.personal?.name).toBe('王小明');
    expect((await seen(clerk))?.actions).toEqual(['reply', 'dispatch', 'remedy', 'note']);
    const detail = await loadComplaint(house, made.id, stranger);
    expect(JSON.stringify(detail)).not.toMatch(/王小明|13800000000|waited an hour|c_/);
    await run(house, clerk, noteComplaint, { complaintId: made.id, note: '王小明 called' });
    expect(JSON.stringify(await events())).not.toMatch(/王小明|13800000000|waited an hour/);
  });

  it('shows the customer how far it is, and nobody’s name', async () => {
    const made = await register({ customer: { name: '王小明' }, remedies: [{ kind: 'apology' }] });
    await run(house, clerk, dispatchComplaint, {
      complaintId: made.id,
      department: 'billing',
      note: 'Ask Staff manager',
    });
    const progress = await loadComplaintProgress(house, complaintToken(house.secret, made.id));
    expect(progress).toMatchObject({
      reference: '0302-1',
      state: 'dispatched',
      department: 'billing',
      late: false,
      remedies: [{ kind: 'apology', amount: 0 }],
    });
    expect(JSON.stringify(progress)).not.toMatch(/Staff|王小明|waited/);
    const token = complaintToken(house.secret, made.id);
    const wrong = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    expect(await loadComplaintProgress(house, wrong)).toBeNull();
  });

  it('does not exist in another hall', async () => {
    const made = await register();
    const other = await buildHall(house, { slug: 'other' });
    const stranger = await person('manager', other.id);
    const failure = await refused(house, stranger, noteComplaint, { complaintId: made.id, note: 'x' });
    expect(failure.code).toBe('not-found');
    expect(await loadComplaint(house, made.id, stranger)).toMatchObject({ failure: { code: 'not-found' } });
    // Nor can somebody of another hall be asked to take it over.
    const asked = await refused(house, clerk, dispatchComplaint, { complaintId: made.id, staffId: stranger.id });
    expect(asked.code).toBe('invalid-input');
  });
});

describe('the standards', () => {
  it('equal a recount from the rows', async () => {
    await register({ solved: { cause: 'skill' } });
    const late = await register({ category: 'wait' });
    const sent = await register();
    await register();
    await run(house, clerk, dispatchComplaint, { complaintId: sent.id, department: 'network' });
    await run(house, clerk, replyComplaint, { complaintId: sent.id, channel: 'letter', answer: 'x' });
    await run(house, clerk, closeComplaint, { complaintId: sent.id, cause: 'network' });
    house.setTime('2026-03-02T14:00:00Z');
    await runDeadlines(house);
    await run(house, clerk, replyComplaint, { complaintId: late.id, channel: 'phone', answer: 'x' });
    const figures = Object.fromEntries(
      await Promise.all(
        complain.standards.map(async (standard) => {
          const memory = standard.begin();
          for (const event of await events()) standard.take(memory, event);
          return [standard.code, standard.measure(memory)] as const;
        }),
      ),
    );
    const rows = await house.db.complaint.findMany({ where: { hallId: hall.id } });
    const due = rows.filter(({ repliedAt, brokenAt }) => repliedAt || brokenAt);
    const closed = rows.filter(({ state }) => state === 'closed');
    expect(figures).toEqual({
      repliedInTime: { sum: due.filter((r) => r.repliedAt && r.repliedAt <= r.promisedAt).length, count: due.length },
      firstContact: { sum: closed.filter((r) => r.dispatchedAt === null).length, count: closed.length },
    });
    expect(figures.repliedInTime).toEqual({ sum: 2, count: 3 });
    expect(figures.firstContact).toEqual({ sum: 1, count: 2 });
  });
});
