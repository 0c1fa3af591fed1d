import { beforeEach, describe, expect, it } from 'vitest';
import { runDeadlines } from '@/lib/duties/duties';
import { acknowledgeNotice, referToHall } from '@/lib/hotline/commands';
import { loadHotlineDesk } from '@/lib/hotline/loaders';
import { saveHallFacts, saveWeeklyHours } from '@/lib/settings/commands';
import { createStaff } from '@/lib/staff/commands';
import { find } from '@/lib/touchpoints/find';
import { type BuiltHall, buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { buildStaff } from '@/tests/factories/staff';
import { refused, run } from '@/tests/support/run-command';
import { testDatabase } from '@/tests/support/test-database';

const SYSTEM = { kind: 'system' } as const;
const nineToSix = Array.from({ length: 7 }, () => [{ opens: '09:00', closes: '18:00' }]);

let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let other: BuiltHall;

let agents = 0;
async function agent(hallId: string) {
  const made = await run(house, SYSTEM, createStaff, {
    username: `agent${++agents}`,
    name: 'Agent',
    password: 'a long password',
    roles: [{ hallId, role: 'hotline' }],
  });
  return buildStaff(hallId, 'hotline', { id: made.id });
}

async function events() {
  const rows = await house.db.event.findMany({
    where: { hallId: hall.id, touchpoint: 'find' },
    orderBy: [{ version: 'asc' }, { ordinal: 'asc' }],
  });
  return rows.map((row) => ({ ...row, payload: row.payload as Record<string, unknown> }));
}

const changeHours = () => run(house, SYSTEM, saveWeeklyHours, { hall: hall.id, weeklyHours: nineToSix });

beforeEach(async () => {
  house = buildTestHouse((await testDatabase()).database);
  hall = await buildHall(house);
  other = await buildHall(house, { slug: 'other' });
});

describe('the hotline desk', () => {
  it('shows the halls of the agent with facts to read out, and no other', async () => {
    const desk = await loadHotlineDesk(house, await agent(hall.id));
    expect(desk.halls.map(({ slug }) => slug)).toEqual(['test-hall']);
    expect(desk.halls[0]).toMatchObject({ open: true, waiting: 0, bestHour: null });
    expect((await loadHotlineDesk(house, buildStaff(hall.id, 'clerk'))).halls).toEqual([]);
  });

  it('tells of a change, until this agent has acknowledged it', async () => {
    const [me, colleague] = [await agent(hall.id), await agent(hall.id)];
    await changeHours();
    const { notices } = await loadHotlineDesk(house, me);
    // 10:00 in Shanghai: by the end of the working day, 18:00.
    expect(notices).toMatchObject([
      { fields: ['weeklyHours'], acknowledgedAt: null, dueAt: '2026-03-02T10:00:00.000Z' },
    ]);
    const noticeId = notices[0]?.id ?? '';
    await run(house, me, acknowledgeNotice, { noticeId });
    await run(house, me, acknowledgeNotice, { noticeId });
    expect((await loadHotlineDesk(house, me)).notices[0]?.acknowledgedAt).toBe('2026-03-02T02:00:00.000Z');
    expect((await loadHotlineDesk(house, colleague)).notices[0]?.acknowledgedAt).toBeNull();
    const stranger = await agent(other.id);
    expect((await refused(house, stranger, acknowledgeNotice, { noticeId })).code).toBe('not-found');
    expect((await loadHotlineDesk(house, stranger)).notices).toEqual([]);
  });

  it('counts, at the end of the working day and once, every agent who does not know', async () => {
    const [me, late] = [await agent(hall.id), await agent(hall.id)];
    await agent(other.id);
    await changeHours();
    const noticeId = (await loadHotlineDesk(house, me)).notices[0]?.id ?? '';
    await run(house, me, acknowledgeNotice, { noticeId });
    house.setTime('2026-03-02T10:00:01Z');
    await runDeadlines(house);
    await runDeadlines(house);
    await run(house, late, acknowledgeNotice, { noticeId });
    const seen = await events();
    expect(seen.map(({ kind }) => kind)).toEqual([
      'hall.changed',
      'hallNotice.acknowledged',
      'hallNotice.missed',
      'hallNotice.acknowledged',
    ]);
    expect(seen[2]?.payload).toMatchObject({ agent: `staff:${late.id}` });
    const [standard] = find.standards;
    const memory = standard.begin();
    for (const event of seen) standard.take(memory, event);
    const receipts = await house.db.hallNoticeReceipt.findMany({ include: { notice: true } });
    expect(standard.measure(memory)).toEqual({
      sum: receipts.filter(({ at, notice }) => at <= notice.dueAt).length,
      count: 2,
    });
  });

  it('says nothing when nothing changed', async () => {
    const { names, timeZone, address, transport, parking, stepFreeAccess, hotlineNumber, latitude, longitude } =
      hall.config;
    const { languages, remoteTickets } = hall.config;
    const same = { names, timeZone, address, transport, parking, stepFreeAccess, hotlineNumber, latitude, longitude };
    await run(house, SYSTEM, saveHallFacts, { hall: hall.id, ...same, languages, remoteTickets });
    expect((await loadHotlineDesk(house, await agent(hall.id))).notices).toEqual([]);
  });

  it('notes that a caller was sent to a hall', async () => {
    const me = await agent(hall.id);
    await run(house, me, referToHall, { hall: hall.id, serviceCode: 'cards' });
    expect((await events()).map(({ kind, payload }) => ({ kind, payload }))).toEqual([
      { kind: 'visit.referred', payload: { service: 'cards' } },
    ]);
    const failure = await refused(house, me, referToHall, { hall: hall.id, serviceCode: 'none' });
    expect(failure.code).toBe('invalid-input');
  });

  it('knows the best hour from the same weekdays before', async () => {
    const ticket = await house.db.ticket.findFirst();
    expect(ticket).toBeNull();
    const { issueTicket } = await import('@/lib/tickets/commands');
    const issued = await run(house, SYSTEM, issueTicket, { hall: hall.id, serviceCode: 'cards' });
    const leg = (day: string, hour: string, ordinal: number, waitSeconds: number) => ({
      id: `leg-${day}-${hour}-${ordinal}`,
      hallId: hall.id,
      ticketId: issued.id,
      visitId: issued.visitId,
      serviceDay: day,
      ordinal: ordinal + Number(hour) * 100,
      serviceId: hall.service('cards'),
      waitingSince: new Date(`${day}T${hour}:10:00+08:00`),
      startedAt: new Date(`${day}T${hour}:20:00+08:00`),
      endedAt: new Date(`${day}T${hour}:30:00+08:00`),
      waitSeconds,
      ending: 'completed',
    });
    await house.db.ticketLeg.createMany({
      data: [1, 2, 3, 4, 5].flatMap((n) => [
        leg('2026-02-23', '11', n, 600),
        leg('2026-02-23', '15', n, 120),
        // Gone for today, and another weekday: neither counts.
        leg('2026-02-23', '09', n, 1),
        leg('2026-02-24', '16', n + 50, 1),
      ]),
    });
    const desk = await loadHotlineDesk(house, await agent(hall.id));
    expect(desk.halls[0]?.bestHour).toEqual({ hour: 15, waitSeconds: 120 });
  });
});
