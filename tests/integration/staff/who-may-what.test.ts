import { beforeAll, describe, expect, it } from 'vitest';
import * as announcements from '@/lib/announcements/commands';
import { acknowledgeAnnouncements } from '@/lib/announcements/commands';
import * as approaches from '@/lib/approaches/commands';
import * as attachments from '@/lib/attachments/commands';
import * as bookings from '@/lib/bookings/commands';
import * as campaigns from '@/lib/campaigns/commands';
import * as care from '@/lib/care/commands';
import * as complaintRules from '@/lib/complaint-rules/commands';
import * as complaints from '@/lib/complaints/commands';
import { DEFAULT_RULES } from '@/lib/complaints/complaint-rules';
import * as counters from '@/lib/counters/commands';
import * as deliveries from '@/lib/deliveries/commands';
import * as diversions from '@/lib/diversions/commands';
import type { Command } from '@/lib/door/command';
import { execute } from '@/lib/door/execute';
import * as duties from '@/lib/duties/commands';
import * as enquiries from '@/lib/enquiries/commands';
import * as followUps from '@/lib/follow-ups/commands';
import * as halls from '@/lib/halls/commands';
import * as help from '@/lib/help/commands';
import * as hotline from '@/lib/hotline/commands';
import * as journey from '@/lib/journey/commands';
import * as knowledge from '@/lib/knowledge/commands';
import * as loans from '@/lib/loans/commands';
import * as lostFound from '@/lib/lost-found/commands';
import * as machines from '@/lib/machines/commands';
import * as notices from '@/lib/notices/commands';
import * as offline from '@/lib/offline/commands';
import * as printing from '@/lib/printing/commands';
import * as promotions from '@/lib/promotions/commands';
import * as ratings from '@/lib/ratings/commands';
import * as records from '@/lib/records/commands';
import * as reports from '@/lib/reports/commands';
import * as rounds from '@/lib/rounds/commands';
import * as sales from '@/lib/sales/commands';
import * as screens from '@/lib/screens/commands';
import * as serving from '@/lib/serving/commands';
import * as settings from '@/lib/settings/commands';
import type { Actor } from '@/lib/staff/actor';
import * as staff from '@/lib/staff/commands';
import { KEY_ROLES, ROLES } from '@/lib/staff/roles';
import * as staffing from '@/lib/staffing/commands';
import * as stations from '@/lib/stations/commands';
import * as suggestions from '@/lib/suggestions/commands';
import * as tickets from '@/lib/tickets/commands';
import * as touchpoints from '@/lib/touchpoints/commands';
import * as unaccepted from '@/lib/unaccepted/commands';
import * as waiting from '@/lib/waiting/commands';
import * as weakPoints from '@/lib/weak-points/commands';
import * as webhooks from '@/lib/webhooks/commands';
import { type BuiltHall, buildHall, hallDefinition } from '../../factories/hall';
import { buildTestHouse } from '../../factories/house';
import { noticeRows, PUSH_SUBSCRIPTION } from '../../factories/notices';
import { visitEndRows } from '../../factories/visit-end';
import { run } from '../../support/run-command';
import { testDatabase } from '../../support/test-database';

/** Every command of the house, found in its modules: one that is missing in the table below fails the test. */
const COMMANDS = new Map(
  [
    announcements,
    approaches,
    enquiries,
    knowledge,
    stations,
    bookings,
    campaigns,
    care,
    complaintRules,
    complaints,
    counters,
    diversions,
    duties,
    machines,
    sales,
    halls,
    hotline,
    journey,
    offline,
    printing,
    promotions,
    followUps,
    help,
    loans,
    lostFound,
    ratings,
    records,
    reports,
    staffing,
    screens,
    serving,
    settings,
    staff,
    tickets,
    attachments,
    rounds,
    touchpoints,
    suggestions,
    unaccepted,
    waiting,
    weakPoints,
    notices,
    webhooks,
    deliveries,
  ]
    .flatMap((module) => Object.values(module) as unknown[])
    .filter((thing): thing is Command => typeof thing === 'object' && thing !== null && 'locate' in thing)
    .map((command) => [command.name, command]),
);

const FLOOR = ['guide', 'floor', 'shiftLead', 'manager', 'admin'];
const QUEUE = [...FLOOR, 'clerk'];
const CLERKS = ['clerk', 'shiftLead', 'admin'];
const LEADS = ['shiftLead', 'manager', 'admin'];
const MANAGERS = ['manager', 'admin'];
const NOBODY: string[] = [];

/** Who may, written down a second time: roles, and `customer`, `kiosk`, `display`, `anonymous` for other actors. */
const MAY: Record<string, string[]> = {
  'announcement.acknowledge': ['display', 'admin'],
  'attachment.add': [...FLOOR, 'clerk'],
  'apiKey.create': ['admin'],
  'apiKey.revoke': ['admin'],
  'approach.log': FLOOR,
  'approach.undo': FLOOR,
  'enquiry.accept': QUEUE,
  'enquiry.close': QUEUE,
  'enquiry.decline': QUEUE,
  'enquiry.handOver': QUEUE,
  'enquiry.open': QUEUE,
  'enquiry.retain': QUEUE,
  'knowledge.create': LEADS,
  'knowledge.revise': LEADS,
  'knowledge.withdraw': LEADS,
  'station.invite': FLOOR,
  'station.orderAfterTrial': FLOOR,
  'station.recordTrial': FLOOR,
  'station.repair': FLOOR,
  'station.reportFault': FLOOR,
  'station.reset': FLOOR,
  'station.save': LEADS,
  'campaign.change': MANAGERS,
  'campaign.plan': MANAGERS,
  'campaign.withdraw': MANAGERS,
  'care.escalate': NOBODY,
  'care.give': FLOOR,
  'care.take': FLOOR,
  'complaint.accept': [...ROLES],
  'complaint.close': [...ROLES],
  'complaint.decideRemedy': LEADS,
  'complaint.decline': [...ROLES],
  'complaint.dispatch': [...ROLES],
  'complaint.note': [...ROLES],
  'complaint.register': [...ROLES],
  'complaint.remedy': [...ROLES],
  'complaint.reopen': [...ROLES],
  'complaint.reply': [...ROLES],
  'complaint.saveRules': MANAGERS,
  'counter.call': CLERKS,
  'counter.callNext': CLERKS,
  'counter.close': CLERKS,
  'counter.flagSilentClerks': NOBODY,
  'counter.open': CLERKS,
  'counter.pause': CLERKS,
  'counter.release': LEADS,
  'counter.save': MANAGERS,
  'counter.seeClerks': NOBODY,
  'customerClass.save': MANAGERS,
  'numbers.reserve': FLOOR,
  'ticket.issueOffline': FLOOR,
  'offline.settle': FLOOR,
  'followUp.finish': QUEUE,
  'followUp.plan': QUEUE,
  'followUp.takeOver': QUEUE,
  'hall.beginTurning': NOBODY,
  'hall.create': ['admin'],
  'hall.decideOpening': LEADS,
  'hall.removeException': MANAGERS,
  'hall.saveException': MANAGERS,
  'hall.saveFacts': MANAGERS,
  'bookableService.save': MANAGERS,
  'booking.book': [...ROLES, 'customer', 'kiosk', 'display', 'anonymous'],
  'booking.move': [...FLOOR, 'hotline', 'customer'],
  'hall.saveBookingRules': MANAGERS,
  'hall.saveLimits': MANAGERS,
  'hall.saveLogo': MANAGERS,
  'hall.saveWeeklyHours': MANAGERS,
  'help.ask': CLERKS,
  'help.end': QUEUE,
  'help.explain': CLERKS,
  'help.take': FLOOR,
  'hotline.acknowledge': ['hotline', 'admin'],
  'hotline.refer': ['hotline', 'admin'],
  'house.forgetAnswers': NOBODY,
  'house.meetDeadlines': NOBODY,
  'journey.keepDays': NOBODY,
  'material.add': LEADS,
  'material.change': LEADS,
  'material.check': FLOOR,
  'material.putUp': FLOOR,
  'material.remove': FLOOR,
  'record.change': LEADS,
  'record.keep': LEADS,
  'item.closeLost': QUEUE,
  'item.handBack': QUEUE,
  'item.match': QUEUE,
  'item.registerFound': QUEUE,
  'item.reportLost': QUEUE,
  'loan.lend': QUEUE,
  'loan.retire': LEADS,
  'loan.return': QUEUE,
  'loan.stock': LEADS,
  'notices.claim': NOBODY,
  'notices.forgetContacts': NOBODY,
  'notices.forgetDeliveries': NOBODY,
  'notices.settle': NOBODY,
  'notices.spread': NOBODY,
  'outcome.save': MANAGERS,
  'rating.bindDevice': ['admin'],
  'rating.give': ['admin'],
  'round.saveTemplate': MANAGERS,
  'round.sign': [...FLOOR, 'clerk'],
  'report.summarise': NOBODY,
  'report.claimMail': NOBODY,
  'report.settleMail': NOBODY,
  'reportMailing.change': MANAGERS,
  'reportMailing.remove': MANAGERS,
  'reportMailing.save': MANAGERS,
  'reportDelivery.retry': MANAGERS,
  'staffing.intend': MANAGERS,
  'screen.create': MANAGERS,
  'screen.hear': NOBODY,
  'screen.reload': LEADS,
  'screen.offerPairing': MANAGERS,
  'screen.pair': [...ROLES, 'customer', 'kiosk', 'display', 'anonymous'],
  'screen.revoke': MANAGERS,
  'service.save': MANAGERS,
  'setup.createAdministrator': [...ROLES, 'customer', 'kiosk', 'display', 'anonymous'],
  'specialNeed.save': MANAGERS,
  'staff.create': ['admin'],
  'staff.setActive': ['admin'],
  'staff.setPassword': ['admin'],
  'staff.setRoles': ['admin'],
  'staff.update': ['admin'],
  'suggestion.offer': CLERKS,
  'suggestion.save': MANAGERS,
  'task.check': LEADS,
  'task.do': [...FLOOR, 'clerk'],
  'fault.advance': QUEUE,
  'fault.report': QUEUE,
  'fault.withdraw': QUEUE,
  'machine.add': MANAGERS,
  'machine.change': MANAGERS,
  'machine.hear': [...FLOOR, 'kiosk'],
  'machine.inspect': FLOOR,
  'machine.setState': QUEUE,
  'printer.add': MANAGERS,
  'printer.change': MANAGERS,
  'printer.hear': NOBODY,
  'slip.ask': [...FLOOR, 'kiosk'],
  'slip.beginSending': NOBODY,
  'slip.endAttempt': NOBODY,
  'slip.settle': FLOOR,
  'slip.test': MANAGERS,
  'repair.close': QUEUE,
  'sale.handSheet': QUEUE,
  'sale.openCase': QUEUE,
  'sale.record': QUEUE,
  'supplier.add': MANAGERS,
  'supplier.change': MANAGERS,
  'ticket.cancel': ['guide', 'clerk', 'floor', 'shiftLead', 'manager', 'admin', 'customer'],
  'ticket.checkIn': [...FLOOR, 'kiosk', 'customer'],
  'ticket.closeDay': NOBODY,
  'ticket.complete': CLERKS,
  'ticket.forgetPhone': ['customer', 'admin'],
  'ticket.leavePhone': ['customer', 'admin'],
  'ticket.subscribePush': ['customer', 'admin'],
  'ticket.unsubscribePush': ['customer', 'admin'],
  'ticket.hold': ['guide', 'clerk', 'floor', 'shiftLead', 'admin'],
  'ticket.issue': [...FLOOR, 'kiosk'],
  'ticket.noShow': CLERKS,
  'ticket.postpone': [...FLOOR, 'customer'],
  'ticket.rate': ['customer', 'admin'],
  'ticket.recall': CLERKS,
  'ticket.resume': ['guide', 'clerk', 'floor', 'shiftLead', 'admin'],
  'ticket.start': CLERKS,
  'ticket.transfer': ['guide', 'clerk', 'shiftLead', 'admin'],
  'ticket.undo': ['guide', 'clerk', 'floor', 'shiftLead', 'manager', 'admin'],
  'touchpoint.record': [...ROLES],
  'unaccepted.answer': QUEUE,
  'unaccepted.register': QUEUE,
  'unaccepted.takeOver': QUEUE,
  'visit.comeBack': FLOOR,
  'visit.divert': FLOOR,
  'wait.crossLimits': NOBODY,
  'wait.flagLikely': NOBODY,
  'wait.learn': NOBODY,
  'wait.settlePromises': NOBODY,
  'weakPoint.drop': LEADS,
  // Its owner may begin and finish it too, whoever he is: tests/integration/weak-points.
  'weakPoint.finish': LEADS,
  'weakPoint.open': LEADS,
  'weakPoint.plan': LEADS,
  'weakPoint.propose': LEADS,
  'weakPoint.reopen': LEADS,
  'weakPoint.see': LEADS,
  'weakPoint.start': LEADS,
  'weakPoint.verify': LEADS,
  'webhook.change': ['admin'],
  'webhook.create': ['admin'],
  'webhook.discard': ['admin'],
  'webhook.renewSecret': ['admin'],
  'webhook.sendAgain': ['admin'],
  'zone.save': MANAGERS,
};

/** Commands that stand above halls: to a stranger they are "forbidden", there is no hall to hide. */
const ABOVE_HALLS = ['hall.create', 'staff.', 'setup.', 'house.', 'notices.', 'screen.pair'];
/** Open to everybody, so also to people of other halls. */
const PUBLIC = ['booking.book', 'screen.pair', 'setup.createAdministrator'];

let house: ReturnType<typeof buildTestHouse>;
let own: BuiltHall;
let other: BuiltHall;
let known: Record<string, Record<string, string>>;

/** Of no block: it reaches a person. */
function offlineTicket(hall: string) {
  const [id, holder] = [crypto.randomUUID(), crypto.randomUUID()];
  const about = { number: 'A800', issuedAt: '2026-03-02T02:00:00Z', order: { serviceCode: 'cards' } };
  return { hall, id, holder, blockId: 'none', ...about };
}

/** A new ticket, key, screen … for each try, so that one try does not stand in the way of the next. */
async function inputFor(name: string, hall: BuiltHall): Promise<object> {
  const system = { kind: 'system' } as const;
  const names = { 'zh-CN': 'x', en: 'x', es: 'x' };
  const entry = { hall: hall.id, code: `c${Math.random().toString(36).slice(2)}`, names, active: true };
  const ticket = async () => ({
    ticketId: (await run(house, system, tickets.issueTicket, { hall: hall.id, serviceCode: 'cards' })).id,
  });
  const counter = { counterId: hall.counter(1) };
  const complaint = { complaintId: known[hall.id]?.complaint };
  const text = (words: string) => ({ 'zh-CN': words, en: words, es: words });
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
  const station = { code: `s${Math.random().toString(36).slice(2)}`, names, shows: text('') };
  const stationId = async () => ({
    stationId: (await run(house, system, stations.saveStation, { hall: hall.id, ...station })).id,
  });
  const material = { kind: 'poster', titles: names, validFrom: '2026-03-02' } as const;
  const materialId = async () => (await run(house, system, promotions.addMaterial, { hall: hall.id, ...material })).id;
  const campaign = { titles: names, texts: names, firstDay: '2026-03-02', lastDay: '2026-03-02' };
  // A hall has room for so many campaigns, and each is withdrawn or over before the next.
  const campaignId = async () => {
    const { id } = await run(house, system, campaigns.planCampaign, { hall: hall.id, ...campaign });
    await run(house, system, campaigns.withdrawCampaign, { campaignId: id });
    return id;
  };
  const weakPoint = { touchpoint: 'queue', description: 'x' } as const;
  const weakPointId = async () =>
    (await run(house, system, weakPoints.openWeakPoint, { hall: hall.id, ...weakPoint })).id;
  const record = {
    kind: 'morning',
    heldOn: '2026-03-02',
    heldAt: '08:30',
    leaderId: known[hall.id]?.leader ?? '',
    topics: 'x',
  } as const;
  switch (name) {
    case 'numbers.reserve':
      return { hall: hall.id, holder: crypto.randomUUID() };
    case 'ticket.issueOffline':
      return offlineTicket(hall.id);
    case 'offline.settle': {
      const { id } = await run(house, system, offline.issueOffline, offlineTicket(hall.id));
      return { id, how: { action: 'dismiss' } };
    }
    case 'approach.log':
      return { hall: hall.id, outcome: 'justLooking' };
    case 'approach.undo':
      return {
        approachId: (await run(house, system, approaches.logApproach, { hall: hall.id, outcome: 'left' })).id,
      };
    case 'enquiry.open':
      return { hall: hall.id, topic: 'sim' };
    case 'enquiry.close':
      return { ...(await enquiryId()), outcome: 'answered' };
    case 'enquiry.handOver':
      return { ...(await enquiryId()), toColleague: 'none' };
    case 'enquiry.accept':
    case 'enquiry.decline':
      return enquiryId();
    case 'enquiry.retain':
      return { ...(await enquiryId()), reason: 'price', result: 'stayed' };
    case 'knowledge.create':
      return { hall: hall.id, ...article };
    case 'knowledge.revise':
      return { ...(await articleId()), ...article, baseVersion: 1 };
    case 'knowledge.withdraw':
      return articleId();
    case 'station.save':
      return { hall: hall.id, ...station };
    case 'station.reportFault':
      return { ...(await stationId()), words: 'x' };
    case 'station.recordTrial':
      return { ...(await stationId()), interest: 4 };
    case 'station.orderAfterTrial':
      return { trialId: (await run(house, system, stations.recordTrial, { ...(await stationId()), interest: 4 })).id };
    case 'station.invite':
      return { ...(await stationId()), ...(await ticket()), accepted: true };
    case 'station.repair':
    case 'station.reset':
      return stationId();
    case 'notices.claim':
      return { due: [] };
    case 'notices.forgetContacts':
      return { ended: [], final: [] };
    case 'notices.forgetDeliveries':
      return {};
    case 'notices.settle':
      return { id: 'none', attempts: 1, chance: 0, outcome: { kind: 'delivered', status: 200 } };
    case 'notices.spread':
      return { hall: hall.id, version: 0, near: [] };
    case 'ticket.subscribePush':
      return { ...(await ticket()), ...PUSH_SUBSCRIPTION };
    case 'ticket.leavePhone':
      return { ...(await ticket()), sealed: 'x' };
    case 'webhook.create': {
      const name = `w${Math.random()}`;
      return { hall: hall.id, name, url: 'https://receiver.example/', events: ['ticket.called'] };
    }
    case 'webhook.change':
    case 'webhook.renewSecret':
      return { webhookId: (await noticeRows(house, hall)).webhook };
    case 'webhook.discard':
    case 'webhook.sendAgain':
      return { deliveryId: (await noticeRows(house, hall)).letter };
    case 'announcement.acknowledge':
      return { hall: hall.id, items: [] };
    case 'fault.advance':
    case 'fault.withdraw': {
      const { id } = await run(house, system, machines.addMachine, aMachine(hall));
      const machine = await run(house, system, machines.reportFault, { machineId: id, category: 'screen' });
      return { faultId: machine.fault?.id, ...(name === 'fault.advance' ? { step: 'reply' } : {}) };
    }
    case 'machine.add':
      return aMachine(hall);
    case 'fault.report':
    case 'machine.change':
    case 'machine.hear':
    case 'machine.inspect':
    case 'machine.setState': {
      const { id: machineId } = await run(house, system, machines.addMachine, aMachine(hall));
      if (name === 'fault.report') return { machineId, category: 'screen' };
      if (name === 'machine.change') return { machineId, change: { kind: 'print' } };
      if (name === 'machine.inspect') return { machineId, passed: true };
      return name === 'machine.setState' ? { machineId, state: 'outOfService' } : { machineId };
    }
    case 'visit.comeBack':
    case 'visit.divert': {
      const { id: machineId } = await run(house, system, machines.addMachine, aMachine(hall));
      const input = { hall: hall.id, machineId, serviceCode: 'cards' };
      if (name === 'visit.divert') return input;
      return { diversionId: (await run(house, system, diversions.divert, input)).id };
    }
    case 'sale.record':
    case 'sale.handSheet':
    case 'sale.openCase':
    case 'repair.close':
    case 'supplier.add':
    case 'supplier.change': {
      const supplier = { hall: hall.id, name: Math.random().toString(36) };
      if (name === 'supplier.add') return supplier;
      const { id: supplierId } = await run(house, system, sales.addSupplier, supplier);
      if (name === 'supplier.change') return { supplierId, change: { contact: 'x' } };
      const input = { hall: hall.id, supplierId, model: 'x' };
      if (name === 'sale.record') return input;
      const { id: saleId } = await run(house, system, sales.recordSale, input);
      if (name === 'sale.handSheet') return { saleId };
      const repair = { saleId, kind: 'repair', reason: 'screen' } as const;
      if (name === 'sale.openCase') return repair;
      const sale = await run(house, system, sales.openCase, repair);
      return { caseId: sale.cases[0]?.id, result: 'repaired' };
    }
    case 'apiKey.create':
      return { hall: hall.id, name: 'x', role: 'guide' };
    case 'apiKey.revoke':
      return { keyId: known[hall.id]?.key };
    case 'care.give':
      return { ...(await ticket()), action: 'tea' };
    case 'complaint.register':
      return { hall: hall.id, category: 'wait', words: 'x' };
    case 'complaint.dispatch':
      return { ...complaint, department: 'billing' };
    case 'complaint.note':
      return { ...complaint, note: 'x' };
    case 'complaint.remedy':
      return { ...complaint, kind: 'apology' };
    case 'complaint.reply':
      return { ...complaint, channel: 'phone', answer: 'x' };
    case 'complaint.close':
      return { ...complaint, cause: 'skill' };
    case 'complaint.reopen':
      return { ...complaint, reason: 'x' };
    case 'complaint.accept':
    case 'complaint.decline':
      return complaint;
    case 'complaint.decideRemedy':
      return { remedyId: known[hall.id]?.remedy, approve: false };
    case 'complaint.saveRules':
      return { hall: hall.id, ...DEFAULT_RULES };
    case 'hotline.acknowledge':
      return { noticeId: known[hall.id]?.notice };
    case 'hotline.refer':
      return { hall: hall.id };
    case 'counter.call':
      return { ...counter, ...(await ticket()), reason: 'x' };
    case 'counter.pause':
    case 'counter.release':
      return { ...counter, reason: 'x' };
    case 'counter.callNext':
    case 'counter.close':
    case 'counter.open':
      return counter;
    case 'counter.seeClerks':
      return { hall: hall.id, counterIds: [] };
    case 'counter.save':
      return {
        hall: hall.id,
        number: 500 + Math.floor(Math.random() * 400),
        zoneId: null,
        stepFree: false,
        active: true,
        serviceIds: [],
      };
    case 'customerClass.save':
    case 'specialNeed.save':
      return { ...entry, creditMinutes: 1 };
    case 'zone.save':
    case 'outcome.save':
      return entry;
    case 'campaign.change':
    case 'campaign.withdraw':
      return { campaignId: await campaignId() };
    case 'staffing.intend':
      return { hall: hall.id, weekday: 0, counters: Array(48).fill(1) };
    case 'campaign.plan':
      return { hall: hall.id, ...campaign, lastDay: '2026-03-01' };
    case 'material.add':
      return { hall: hall.id, ...material };
    case 'material.check':
      return { materialId: await materialId(), condition: 'good' };
    case 'material.change':
    case 'material.putUp':
    case 'material.remove':
      return { materialId: await materialId() };
    case 'record.keep':
      return { hall: hall.id, ...record };
    case 'record.change':
      return { recordId: (await run(house, system, records.keepRecord, { hall: hall.id, ...record })).id };
    case 'weakPoint.open':
      return { hall: hall.id, ...weakPoint };
    case 'weakPoint.propose':
      return {
        hall: hall.id,
        items: [{ touchpoint: 'queue', standard: 'x', unit: 'share', value: 0.5, goal: { atLeast: 1 } }],
      };
    case 'weakPoint.finish':
      return { weakPointId: await weakPointId(), result: 'x' };
    case 'weakPoint.reopen':
      return { weakPointId: await weakPointId(), remark: 'x', dueOn: '2026-03-31' };
    case 'weakPoint.drop':
      return { weakPointId: await weakPointId(), remark: 'x' };
    case 'weakPoint.plan':
    case 'weakPoint.see':
    case 'weakPoint.start':
    case 'weakPoint.verify':
      return { weakPointId: await weakPointId() };
    case 'service.save':
      return {
        ...entry,
        letter: 'X',
        zoneId: null,
        handlingTargetSeconds: null,
        goalSeconds: null,
        limitSeconds: null,
        papers: [],
        machineCapable: false,
      };
    case 'followUp.finish':
      return { followUpId: (await visitEndRows(house, hall)).followUp, result: 'x' };
    case 'followUp.takeOver':
      return { followUpId: (await visitEndRows(house, hall)).followUp };
    case 'followUp.plan':
      return { hall: hall.id, what: 'x', promisedDay: '2026-03-04' };
    case 'unaccepted.register':
      return { hall: hall.id, what: 'x', why: 'papers', promisedDay: '2026-03-04' };
    case 'unaccepted.answer':
      return { unacceptedId: (await visitEndRows(house, hall)).unaccepted, answer: 'x' };
    case 'unaccepted.takeOver':
      return { unacceptedId: (await visitEndRows(house, hall)).unaccepted };
    case 'help.ask':
      return { counterId: hall.counter(1) };
    case 'help.explain':
      return { helpId: (await visitEndRows(house, hall)).help, reason: 'approval' };
    case 'help.end':
    case 'help.take':
      return { helpId: (await visitEndRows(house, hall)).help };
    case 'item.registerFound':
      return { hall: hall.id, description: 'x', keptWhere: 'x' };
    case 'item.reportLost':
      return { hall: hall.id, description: 'x' };
    case 'item.handBack':
      return { foundItemId: (await visitEndRows(house, hall)).found, to: 'x' };
    case 'item.closeLost':
      return { reportId: (await visitEndRows(house, hall)).lost };
    case 'item.match': {
      const rows = await visitEndRows(house, hall);
      return { reportId: rows.lost, foundItemId: rows.found };
    }
    case 'loan.stock':
      return { hall: hall.id, kind: 'umbrella', from: 1, to: 2, deposit: 0 };
    case 'loan.lend':
    case 'loan.retire':
      return { itemId: (await visitEndRows(house, hall)).item };
    case 'loan.return':
      return { loanId: (await visitEndRows(house, hall)).loan };
    case 'rating.bindDevice':
      return { hall: hall.id, counterNumber: 1 };
    case 'rating.give':
      return { hall: hall.id, ticketId: 'x', score: 5 };
    case 'suggestion.offer':
      return { ...(await ticket()), suggestionId: 'x', accepted: true };
    case 'suggestion.save':
      return { ...entry, serviceIds: [] };
    case 'attachment.add':
      return { hall: hall.id, base64: '/9j/' };
    case 'hall.decideOpening':
      return { hall: hall.id, open: true, reason: 'other' };
    case 'round.saveTemplate':
      return { hall: hall.id, template: { kind: 'closing', names, items: [{ six: 'sort', names }] } };
    case 'round.sign':
      return { hall: hall.id, templateId: 'none', items: [{ itemId: 'none', ok: true }] };
    case 'task.do':
      return { hall: hall.id, taskId: 'none' };
    case 'task.check':
      return { hall: hall.id, taskId: 'none', ok: true };
    case 'printer.add':
      return { hall: hall.id, name: `p${Math.random()}`, host: '10.0.0.7' };
    case 'printer.change':
      return { printerId: known[hall.id]?.printer, change: { columns: 32 } };
    case 'printer.hear':
      return { printerId: known[hall.id]?.printer, state: 'ready' };
    case 'slip.ask':
      return { hall: hall.id, ...(await ticket()), followUrl: 'http://hall.test' };
    case 'slip.test':
      return { printerId: known[hall.id]?.printer, followUrl: 'http://hall.test' };
    case 'slip.beginSending':
      return { jobId: known[hall.id]?.job };
    case 'slip.endAttempt':
      return { jobId: known[hall.id]?.job, state: 'failed', problem: 'refused', confirmed: false, printer: 'offline' };
    case 'slip.settle':
      return { jobId: known[hall.id]?.job, hasSlip: false };
    case 'hall.saveLogo':
      return { hall: hall.id, attachmentId: null };
    case 'hall.create':
      return hallDefinition({ slug: `h${Math.random().toString(36).slice(2)}` });
    case 'hall.removeException':
      return { hall: hall.id, id: 'none' };
    case 'hall.saveException':
      return {
        hall: hall.id,
        date: `20${30 + Math.floor(Math.random() * 60)}-01-0${1 + Math.floor(Math.random() * 9)}`,
        hours: [],
        reason: { 'zh-CN': '', en: '', es: '' },
      };
    case 'hall.saveFacts': {
      const {
        names: hallNames,
        timeZone,
        address,
        transport,
        parking,
        stepFreeAccess,
        hotlineNumber,
        latitude,
        longitude,
        languages,
        remoteTickets,
      } = hall.config;
      return {
        hall: hall.id,
        names: hallNames,
        timeZone,
        address,
        transport,
        parking,
        stepFreeAccess,
        hotlineNumber,
        latitude,
        longitude,
        languages,
        remoteTickets,
      };
    }
    case 'hall.saveLimits': {
      const { goalSeconds, limitSeconds, handlingTargetSeconds, careTakeSeconds, noShowSeconds, clerkSilentSeconds } =
        hall.config;
      return {
        hall: hall.id,
        goalSeconds,
        limitSeconds,
        handlingTargetSeconds,
        careTakeSeconds,
        noShowSeconds,
        clerkSilentSeconds,
      };
    }
    case 'hall.saveBookingRules': {
      const { bookings: on, bookingDaysAhead, bookingWalkInShare, bookingEarlyMinutes } = hall.config;
      const { bookingLateMinutes, bookingLapseMinutes, bookingReminderMinutes, bookingChangeMinutes } = hall.config;
      return {
        hall: hall.id,
        bookings: on,
        bookingDaysAhead,
        bookingWalkInShare,
        bookingEarlyMinutes,
        bookingLateMinutes,
        bookingLapseMinutes,
        bookingReminderMinutes,
        bookingChangeMinutes,
      };
    }
    case 'bookableService.save': {
      const perHour = Array.from({ length: 7 }, () => Array<number>(24).fill(0));
      return { hall: hall.id, id: hall.service('cards'), slotMinutes: 60, perHour, active: true };
    }
    case 'booking.book':
      return { hall: hall.id, serviceCode: 'cards', at: '2026-03-03T02:00:00.000Z' };
    case 'booking.move':
      return { ...(await ticket()), at: '2026-03-03T02:00:00.000Z' };
    case 'hall.saveWeeklyHours':
      return { hall: hall.id, weeklyHours: hall.config.weeklyHours };
    case 'house.forgetAnswers':
      return {};
    case 'screen.create':
      return { hall: hall.id, kind: 'display', name: 'x' };
    case 'screen.hear':
      return { hall: hall.id, screens: [] };
    case 'screen.offerPairing':
    case 'screen.reload':
    case 'screen.revoke':
      return { screenId: known[hall.id]?.screen };
    case 'screen.pair':
      return { code: 'NOTACODE' };
    case 'setup.createAdministrator':
      return { username: 'root', name: 'x', password: 'a long password' };
    case 'staff.create':
      return { username: `u${Math.random().toString(36).slice(2)}`, name: 'x', password: 'a long password', roles: [] };
    case 'staff.setActive':
      return { staffId: 'none', active: true };
    case 'staff.setPassword':
      return { staffId: 'none', password: 'a long password' };
    case 'staff.setRoles':
      return { staffId: 'none', roles: [] };
    case 'staff.update':
      return { staffId: 'none', name: 'x' };
    case 'ticket.cancel':
    case 'ticket.hold':
      return { ...(await ticket()), reason: 'x' };
    case 'ticket.complete':
      return { ...(await ticket()), outcome: 'done' };
    case 'ticket.rate':
      return { ...(await ticket()), score: 5 };
    case 'ticket.transfer':
      return { ...(await ticket()), serviceCode: 'broadband' };
    case 'ticket.issue':
      return { hall: hall.id, serviceCode: 'cards' };
    case 'touchpoint.record':
      return { hall: hall.id, touchpoint: 'wander', what: 'approached' };
    case 'reportMailing.save':
      return {
        hall: hall.id,
        frequency: 'daily',
        sendAt: 0,
        recipients: ['a@example.org'],
        locale: 'en',
        active: true,
      };
    case 'reportMailing.change':
      return { mailingId: await aDelivery(hall), active: false };
    case 'reportMailing.remove':
      return { mailingId: await aDelivery(hall) };
    case 'report.settleMail':
      return { deliveryId: await aDelivery(hall), problem: null };
    case 'reportDelivery.retry':
      return { deliveryId: await aDelivery(hall) };
    default:
      return DUTIES.some((start) => name.startsWith(start)) ? { hall: hall.id } : await ticket();
  }
}

/** What the house does by itself in a hall. */
const DUTIES = [
  'care.escalate',
  'counter.flag',
  'hall.beginTurning',
  'house.meet',
  'journey.',
  'report.',
  'ticket.closeDay',
  'wait.',
];
let machineNumber = 0;
let deliveryDay = 0;

/** A report that did not go out. */
async function aDelivery(hall: BuiltHall): Promise<string> {
  deliveryDay += 1;
  const at = new Date('2026-03-02T00:00:00Z');
  const id = `delivery-${deliveryDay}`;
  await house.db.reportMailing.create({
    data: {
      id,
      hallId: hall.id,
      frequency: 'daily',
      sendAt: 0,
      recipients: ['a@example.org'],
      locale: 'en',
      createdAt: at,
      deliveries: { create: { id, hallId: hall.id, fromDay: 'x', toDay: 'x', dueAt: at, state: 'failed' } },
    },
  });
  return id;
}

function aMachine(hall: BuiltHall) {
  machineNumber += 1;
  return { hall: hall.id, kind: 'multi' as const, number: machineNumber, serviceCodes: ['cards'] };
}

function actorsOf(hall: BuiltHall, input: object): [string, Actor][] {
  const ticketId = 'ticketId' in input ? String(input.ticketId) : 'none';
  return [
    ...ROLES.map((role): [string, Actor] => [
      role,
      {
        kind: 'staff',
        id: `s-${role}`,
        name: role,
        sessionId: role,
        roles: [{ hallId: role === 'admin' ? null : hall.id, role }],
      },
    ]),
    ...KEY_ROLES.map((role): [string, Actor] => [
      `key ${role}`,
      { kind: 'key', id: `k-${role}`, name: role, hallId: hall.id, role },
    ]),
    ['customer', { kind: 'customer', ticketId, visitId: 'v', hallId: hall.id }],
    ['kiosk', { kind: 'screen', id: known[hall.id]?.screen ?? '', hallId: hall.id, screenKind: 'kiosk' }],
    ['display', { kind: 'screen', id: known[hall.id]?.screen ?? '', hallId: hall.id, screenKind: 'display' }],
    ['anonymous', { kind: 'anonymous' }],
  ];
}

const REFUSALS = ['unauthenticated', 'forbidden', 'not-found'];

beforeAll(async () => {
  const { database } = await testDatabase();
  house = buildTestHouse(database);
  own = await buildHall(house);
  other = await buildHall(house, { slug: 'other-hall' });
  const system = { kind: 'system' } as const;
  known = {};
  for (const hall of [own, other]) {
    const screen = await run(house, system, screens.createScreen, { hall: hall.id, kind: 'display', name: 'x' });
    const key = await run(house, system, staff.createApiKey, { hall: hall.id, name: 'x', role: 'guide' });
    const leader = await run(house, system, staff.createStaff, {
      username: `leader-${hall.slug}`,
      name: 'x',
      password: 'a long password',
      roles: [{ hallId: hall.id, role: 'shiftLead' }],
    });
    const desk = { hall: hall.id, name: 'Desk', host: '10.0.0.7', forGuide: true };
    const printer = await run(house, system, printing.addPrinter, desk);
    const test = { printerId: printer.id, followUrl: 'http://hall.test' };
    const job = await run(house, system, printing.printTest, test);
    const complaint = await run(
      house,
      { kind: 'key', id: 'someone', name: 'Someone', hallId: hall.id, role: 'guide' },
      complaints.registerComplaint,
      { hall: hall.id, category: 'wait', words: 'x', remedies: [{ kind: 'gift', amount: 5000 }] },
    );
    const notice = { id: `notice-${hall.slug}`, hallId: hall.id, at: house.clock.now(), dueAt: house.clock.now() };
    await house.db.hallNotice.create({ data: { ...notice, serviceDay: '2026-03-02', fields: ['weeklyHours'] } });
    known[hall.id] = {
      complaint: complaint.id,
      remedy: complaint.remedies[0]?.id ?? '',
      notice: notice.id,
      screen: screen.id,
      printer: printer.id,
      job: job.id,
      key: key.id,
      leader: leader.id,
    };
  }
});

describe('who may what', () => {
  it('has a line for each command', () => {
    expect([...COMMANDS.keys()].sort()).toEqual(Object.keys(MAY).sort());
    expect(COMMANDS.get('announcement.acknowledge')).toBe(acknowledgeAnnouncements);
  });

  it.each(Object.entries(MAY))('%s', async (name, allowed) => {
    const command = COMMANDS.get(name) as Command;
    const above = ABOVE_HALLS.some((start) => name.startsWith(start));
    const wrong: string[] = [];
    const attempt = async (who: string, actor: Actor, input: object, expected: string) => {
      const done = await execute(house, { actor }, command, input);
      const got = done.ok || !REFUSALS.includes(done.failure.code) ? 'may' : done.failure.code;
      // What does not exist is "not found" for whoever may ask.
      const absent = expected === 'may' && got === 'not-found' && JSON.stringify(input).includes('none');
      if (got !== expected && !absent) wrong.push(`${who}: ${got} instead of ${expected}`);
    };
    const sample = await inputFor(name, own);
    for (const [who] of actorsOf(own, sample)) {
      const input = await inputFor(name, own);
      const actor = actorsOf(own, input).find(([n]) => n === who)?.[1] as Actor;
      const may = allowed.includes(who.replace('key ', ''));
      await attempt(who, actor, input, may ? 'may' : who === 'anonymous' ? 'unauthenticated' : 'forbidden');
      if (above || who === 'anonymous' || who === 'admin') continue;
      const foreign = await inputFor(name, other);
      await attempt(`${who} of another hall`, actor, foreign, PUBLIC.includes(name) ? 'may' : 'not-found');
    }
    expect(wrong).toEqual([]);
  });
});
