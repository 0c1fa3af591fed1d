import * as offline from '@/lib/offline/commands';
import { ROLES } from '@/lib/staff/roles';
import { PUSH_SUBSCRIPTION } from '@/tests/factories/notices';
import { visitEndRows } from '@/tests/factories/visit-end';
import { run } from '@/tests/support/run-command';
import { type Area, CLERKS, FLOOR, LEADS, NOBODY, QUEUE, system } from './area';

/** Who may what with tickets, counters and those who wait. */
export const queue: Area = {
  may: {
    'announcement.acknowledge': ['display', 'admin'],
    'booking.book': [...ROLES, 'customer', 'kiosk', 'display', 'anonymous'],
    'booking.move': [...FLOOR, 'hotline', 'customer'],
    'care.escalate': NOBODY,
    'care.give': FLOOR,
    'care.take': FLOOR,
    'counter.call': CLERKS,
    'counter.callNext': CLERKS,
    'counter.close': CLERKS,
    'counter.closeForgotten': NOBODY,
    'counter.flagSilentClerks': NOBODY,
    'counter.open': CLERKS,
    'counter.pause': CLERKS,
    'counter.release': LEADS,
    'counter.seeClerks': NOBODY,
    'help.ask': CLERKS,
    'help.end': QUEUE,
    'help.explain': CLERKS,
    'help.take': FLOOR,
    'numbers.reserve': FLOOR,
    'offline.settle': FLOOR,
    'rating.bindDevice': ['admin'],
    'rating.give': ['admin'],
    'suggestion.offer': CLERKS,
    'ticket.cancel': ['guide', 'clerk', 'floor', 'shiftLead', 'manager', 'admin', 'customer'],
    'ticket.checkIn': [...FLOOR, 'kiosk', 'customer'],
    'ticket.closeDay': NOBODY,
    'ticket.complete': CLERKS,
    'ticket.forgetPhone': ['customer', 'admin'],
    'ticket.hold': ['guide', 'clerk', 'floor', 'shiftLead', 'admin'],
    'ticket.issue': [...FLOOR, 'kiosk'],
    'ticket.issueOffline': FLOOR,
    'ticket.leavePhone': ['customer', 'admin'],
    'ticket.noShow': CLERKS,
    'ticket.postpone': [...FLOOR, 'customer'],
    'ticket.rate': ['customer', 'admin'],
    'ticket.recall': CLERKS,
    'ticket.resume': ['guide', 'clerk', 'floor', 'shiftLead', 'admin'],
    'ticket.start': CLERKS,
    'ticket.subscribePush': ['customer', 'admin'],
    'ticket.transfer': ['guide', 'clerk', 'shiftLead', 'admin'],
    'ticket.undo': ['guide', 'clerk', 'floor', 'shiftLead', 'manager', 'admin'],
    'ticket.unsubscribePush': ['customer', 'admin'],
    'wait.crossLimits': NOBODY,
    'wait.flagLikely': NOBODY,
    'wait.learn': NOBODY,
    'wait.settlePromises': NOBODY,
  },
  inputs: (place) => {
    const { house, hall, ticket } = place;
    const counter = { counterId: hall.counter(1) };
    const offlineTicket = () => {
      // Of no block: it reaches a person.
      const [id, holder] = [crypto.randomUUID(), crypto.randomUUID()];
      const about = { number: 'A800', issuedAt: '2026-03-02T02:00:00Z', order: { serviceCode: 'cards' } };
      return { hall: hall.id, id, holder, blockId: 'none', ...about };
    };
    return {
      'announcement.acknowledge': () => ({ hall: hall.id, items: [] }),
      'booking.book': () => ({ hall: hall.id, serviceCode: 'cards', at: '2026-03-03T02:00:00.000Z' }),
      'booking.move': async () => ({ ...(await ticket()), at: '2026-03-03T02:00:00.000Z' }),
      'care.give': async () => ({ ...(await ticket()), action: 'tea' }),
      'counter.call': async () => ({ ...counter, ...(await ticket()), reason: 'x' }),
      'counter.callNext': () => counter,
      'counter.close': () => counter,
      'counter.open': () => counter,
      'counter.pause': () => ({ ...counter, reason: 'x' }),
      'counter.release': () => ({ ...counter, reason: 'x' }),
      'counter.seeClerks': () => ({ hall: hall.id, counterIds: [] }),
      'help.ask': () => ({ counterId: hall.counter(1) }),
      'help.end': async () => ({ helpId: (await visitEndRows(house, hall)).help }),
      'help.explain': async () => ({ helpId: (await visitEndRows(house, hall)).help, reason: 'approval' }),
      'help.take': async () => ({ helpId: (await visitEndRows(house, hall)).help }),
      'numbers.reserve': () => ({ hall: hall.id, holder: crypto.randomUUID() }),
      'offline.settle': async () => {
        const { id } = await run(house, system, offline.issueOffline, offlineTicket());
        return { id, how: { action: 'dismiss' } };
      },
      'rating.bindDevice': () => ({ hall: hall.id, counterNumber: 1 }),
      'rating.give': () => ({ hall: hall.id, ticketId: 'x', score: 5 }),
      'suggestion.offer': async () => ({ ...(await ticket()), suggestionId: 'x', accepted: true }),
      'ticket.cancel': async () => ({ ...(await ticket()), reason: 'x' }),
      'ticket.complete': async () => ({ ...(await ticket()), outcome: 'done' }),
      'ticket.hold': async () => ({ ...(await ticket()), reason: 'x' }),
      'ticket.issue': () => ({ hall: hall.id, serviceCode: 'cards' }),
      'ticket.issueOffline': () => offlineTicket(),
      'ticket.leavePhone': async () => ({ ...(await ticket()), sealed: 'x' }),
      'ticket.rate': async () => ({ ...(await ticket()), score: 5 }),
      'ticket.subscribePush': async () => ({ ...(await ticket()), ...PUSH_SUBSCRIPTION }),
      'ticket.transfer': async () => ({ ...(await ticket()), serviceCode: 'broadband' }),
    };
  },
};
