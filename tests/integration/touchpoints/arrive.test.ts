import { expect, test } from 'vitest';
import { openCounter } from '@/lib/counters/commands';
import { listDayEvents } from '@/lib/journey/queries';
import { callNext } from '@/lib/serving/commands';
import { cancelTicket, checkInTicket, closeDay, issueTicket } from '@/lib/tickets/commands';
import { arrive } from '@/lib/touchpoints/arrive';
import type { Standard } from '@/lib/touchpoints/touchpoint';
import { buildHall } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { buildStaff } from '@/tests/factories/staff';
import { run } from '@/tests/support/run-command';
import { testDatabase } from '@/tests/support/test-database';

test('whose arrival is known, and who was called after it, equal a recount of visits and tickets', async () => {
  const house = buildTestHouse((await testDatabase()).database, '2026-03-02T01:00:00Z');
  const week = Array.from({ length: 7 }, () => [{ opens: '08:00', closes: '18:00' }]);
  const hall = await buildHall(house, { remoteTickets: true, weeklyHours: week });
  const guide = buildStaff(hall.id, 'guide');
  const clerk = buildStaff(hall.id, 'clerk');
  const issue = (channel?: 'phone' | 'booking') =>
    run(house, guide, issueTicket, { hall: hall.id, serviceCode: 'cards', ...(channel ? { channel } : {}) });

  await issue();
  const came = await issue('phone');
  await issue('phone'); // never comes
  const gaveUp = await issue('booking');
  await run(house, guide, cancelTicket, { ticketId: gaveUp.id, reason: 'left' });
  house.setTime('2026-03-02T01:20:00Z');
  await run(house, guide, checkInTicket, { ticketId: came.id });
  await run(house, clerk, openCounter, { counterId: hall.counter(1) });
  await run(house, clerk, callNext, { counterId: hall.counter(1) });
  const lead = buildStaff(hall.id, 'shiftLead');
  await run(house, lead, openCounter, { counterId: hall.counter(2) });
  await run(house, lead, callNext, { counterId: hall.counter(2) });
  house.setTime('2026-03-02T12:00:00Z');
  await house.db.counterSession.updateMany({ where: { hallId: hall.id }, data: { state: 'closed' } });
  house.states.clear();
  await run(house, { kind: 'system' }, closeDay, { hall: hall.id });

  const measured = async (rule: Standard) => {
    const memory = rule.begin();
    for (const event of await listDayEvents(house.db, hall.id, '2026-03-02')) rule.take(memory, event);
    return rule.measure(memory);
  };
  const tickets = await house.db.ticket.findMany({ where: { hallId: hall.id }, include: { visit: true } });
  // All but the one that was given back beforehand; the day gave up the one that never came.
  const counted = tickets.filter((ticket) => ticket.id !== gaveUp.id);
  expect(await measured(arrive.standards[0])).toEqual({
    sum: counted.filter((ticket) => ticket.visit.arrivedAt !== null).length,
    count: counted.length,
  });
  expect(counted.filter((ticket) => ticket.visit.arrivedAt !== null)).toHaveLength(2);
  const called = tickets.filter((ticket) => ticket.calledAt !== null && ticket.channel !== 'guide');
  expect(called).toHaveLength(1);
  expect(await measured(arrive.standards[1])).toEqual({
    sum: called.filter(({ calledAt, visit }) => visit.arrivedAt && calledAt && visit.arrivedAt <= calledAt).length,
    count: called.length,
  });
});
