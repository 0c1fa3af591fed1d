import type { House } from '@/lib/door/house';
import type { BuiltHall } from './hall';

let made = 0;

/** Rows of everything that a visit's end leaves behind, as if a clerk had made them: their ids. */
export async function visitEndRows(house: House, hall: BuiltHall): Promise<Record<string, string>> {
  made++;
  const at = house.clock.now();
  const id = (what: string) => `${what}-${hall.slug}-${made}`;
  const promise = {
    hallId: hall.id,
    what: 'x',
    promisedDay: '2026-03-04',
    dueAt: new Date('2026-03-04T16:00:00Z'),
    ownerRef: 'staff:somebody',
  };
  const { db } = house;
  const help = await db.helpCall.create({
    data: {
      id: id('help'),
      hallId: hall.id,
      counterId: hall.counter(1),
      counterNumber: 1,
      actorRef: 'staff:somebody',
      state: 'open',
      askedAt: at,
    },
  });
  const unaccepted = await db.unacceptedBusiness.create({
    data: { ...promise, id: id('unaccepted'), why: 'papers', registeredAt: at, registeredBy: 'staff:x', state: 'open' },
  });
  const followUp = await db.followUp.create({
    data: { ...promise, id: id('follow-up'), plannedAt: at, plannedBy: 'staff:x', state: 'planned' },
  });
  const item = await db.loanItem.create({
    data: { id: id('item'), hallId: hall.id, kind: 'umbrella', number: 500 + made },
  });
  const lent = await db.loanItem.create({
    data: { id: id('lent'), hallId: hall.id, kind: 'locker', number: 500 + made },
  });
  const loan = await db.loan.create({
    data: { id: id('loan'), hallId: hall.id, itemId: lent.id, outItemId: lent.id, lentAt: at, lentBy: 'staff:x' },
  });
  const found = await db.foundItem.create({
    data: {
      id: id('found'),
      hallId: hall.id,
      description: 'x',
      keptWhere: 'x',
      foundAt: at,
      foundBy: 'x',
      state: 'kept',
    },
  });
  const lost = await db.lostReport.create({
    data: { id: id('lost'), hallId: hall.id, description: 'x', reportedAt: at, reportedBy: 'x', state: 'open' },
  });
  return {
    help: help.id,
    unaccepted: unaccepted.id,
    followUp: followUp.id,
    item: item.id,
    loan: loan.id,
    found: found.id,
    lost: lost.id,
  };
}
