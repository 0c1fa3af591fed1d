import * as approaches from '@/lib/approaches/commands';
import * as diversions from '@/lib/diversions/commands';
import * as enquiries from '@/lib/enquiries/commands';
import * as knowledge from '@/lib/knowledge/commands';
import * as machines from '@/lib/machines/commands';
import { ROLES } from '@/lib/staff/roles';
import * as stations from '@/lib/stations/commands';
import type { BuiltHall } from '@/tests/factories/hall';
import { run } from '@/tests/support/run-command';
import { type Area, FLOOR, LEADS, MANAGERS, names, nextTry, QUEUE, system, text } from './area';

let machineNumber = 0;

function aMachine(hall: BuiltHall) {
  machineNumber += 1;
  return { hall: hall.id, kind: 'multi' as const, number: machineNumber, serviceCodes: ['cards'] };
}

/** Who may what between the door and the counters: visitors, questions, stations, machines. */
export const floor: Area = {
  may: {
    'approach.log': FLOOR,
    'approach.undo': FLOOR,
    'enquiry.accept': QUEUE,
    'enquiry.close': QUEUE,
    'enquiry.decline': QUEUE,
    'enquiry.handOver': QUEUE,
    'enquiry.open': QUEUE,
    'enquiry.retain': QUEUE,
    'fault.advance': QUEUE,
    'fault.report': QUEUE,
    'fault.withdraw': QUEUE,
    'hotline.acknowledge': ['hotline', 'admin'],
    'hotline.refer': ['hotline', 'admin'],
    'knowledge.create': LEADS,
    'knowledge.revise': LEADS,
    'knowledge.withdraw': LEADS,
    'machine.add': MANAGERS,
    'machine.change': MANAGERS,
    'machine.hear': [...FLOOR, 'kiosk'],
    'machine.inspect': FLOOR,
    'machine.setState': QUEUE,
    'station.invite': FLOOR,
    'station.orderAfterTrial': FLOOR,
    'station.recordTrial': FLOOR,
    'station.repair': FLOOR,
    'station.reportFault': FLOOR,
    'station.reset': FLOOR,
    'station.save': LEADS,
    'touchpoint.record': [...ROLES],
    'visit.comeBack': FLOOR,
    'visit.divert': FLOOR,
  },
  inputs: (place) => {
    const { house, hall, known, ticket } = place;
    const article = {
      kind: 'guide',
      topic: 'sim',
      content: {
        title: text('x'),
        bring: text(''),
        duration: text(''),
        cost: text(''),
        where: text(''),
        body: text('x'),
      },
      publish: true,
    } as const;
    const enquiryId = async () => ({
      enquiryId: (await run(house, system, enquiries.openEnquiry, { hall: hall.id, topic: 'sim' })).id,
    });
    const articleId = async () => ({
      articleId: (await run(house, system, knowledge.createArticle, { hall: hall.id, ...article })).id,
    });
    const station = () => ({ code: `s${nextTry()}`, names, shows: text('') });
    const stationId = async () => ({
      stationId: (await run(house, system, stations.saveStation, { hall: hall.id, ...station() })).id,
    });
    const faultOf = async (name: string) => {
      const { id } = await run(house, system, machines.addMachine, aMachine(hall));
      const machine = await run(house, system, machines.reportFault, { machineId: id, category: 'screen' });
      return { faultId: machine.fault?.id, ...(name === 'fault.advance' ? { step: 'reply' } : {}) };
    };
    const machineOf = async (name: string) => {
      const { id: machineId } = await run(house, system, machines.addMachine, aMachine(hall));
      if (name === 'fault.report') return { machineId, category: 'screen' };
      if (name === 'machine.change') return { machineId, change: { kind: 'print' } };
      if (name === 'machine.inspect') return { machineId, passed: true };
      return name === 'machine.setState' ? { machineId, state: 'outOfService' } : { machineId };
    };
    const diversionOf = async (name: string) => {
      const { id: machineId } = await run(house, system, machines.addMachine, aMachine(hall));
      const input = { hall: hall.id, machineId, serviceCode: 'cards' };
      if (name === 'visit.divert') return input;
      return { diversionId: (await run(house, system, diversions.divert, input)).id };
    };
    return {
      'approach.log': () => ({ hall: hall.id, outcome: 'justLooking' }),
      'approach.undo': async () => ({
        approachId: (await run(house, system, approaches.logApproach, { hall: hall.id, outcome: 'left' })).id,
      }),
      'enquiry.accept': () => enquiryId(),
      'enquiry.close': async () => ({ ...(await enquiryId()), outcome: 'answered' }),
      'enquiry.decline': () => enquiryId(),
      'enquiry.handOver': async () => ({ ...(await enquiryId()), toColleague: 'none' }),
      'enquiry.open': () => ({ hall: hall.id, topic: 'sim' }),
      'enquiry.retain': async () => ({ ...(await enquiryId()), reason: 'price', result: 'stayed' }),
      'fault.advance': () => faultOf('fault.advance'),
      'fault.report': () => machineOf('fault.report'),
      'fault.withdraw': () => faultOf('fault.withdraw'),
      'hotline.acknowledge': () => ({ noticeId: known.notice }),
      'hotline.refer': () => ({ hall: hall.id }),
      'knowledge.create': () => ({ hall: hall.id, ...article }),
      'knowledge.revise': async () => ({ ...(await articleId()), ...article, baseVersion: 1 }),
      'knowledge.withdraw': () => articleId(),
      'machine.add': () => aMachine(hall),
      'machine.change': () => machineOf('machine.change'),
      'machine.hear': () => machineOf('machine.hear'),
      'machine.inspect': () => machineOf('machine.inspect'),
      'machine.setState': () => machineOf('machine.setState'),
      'station.invite': async () => ({ ...(await stationId()), ...(await ticket()), accepted: true }),
      'station.orderAfterTrial': async () => ({
        trialId: (await run(house, system, stations.recordTrial, { ...(await stationId()), interest: 4 })).id,
      }),
      'station.recordTrial': async () => ({ ...(await stationId()), interest: 4 }),
      'station.repair': () => stationId(),
      'station.reportFault': async () => ({ ...(await stationId()), words: 'x' }),
      'station.reset': () => stationId(),
      'station.save': () => ({ hall: hall.id, ...station() }),
      'touchpoint.record': () => ({ hall: hall.id, touchpoint: 'wander', what: 'approached' }),
      'visit.comeBack': () => diversionOf('visit.comeBack'),
      'visit.divert': () => diversionOf('visit.divert'),
    };
  },
};
