import * as campaigns from '@/lib/campaigns/commands';
import * as promotions from '@/lib/promotions/commands';
import * as records from '@/lib/records/commands';
import * as weakPoints from '@/lib/weak-points/commands';
import { run } from '@/tests/support/run-command';
import { type Area, FLOOR, LEADS, MANAGERS, NOBODY, names, type Place, system } from './area';

let deliveryDay = 0;

/** A report that did not go out. */
async function aDelivery({ house, hall }: Place): Promise<string> {
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

/** Who may what with the hall itself: rounds, material, meetings, plans, reports. */
export const environment: Area = {
  may: {
    'attachment.add': [...FLOOR, 'clerk'],
    'campaign.change': MANAGERS,
    'campaign.plan': MANAGERS,
    'campaign.withdraw': MANAGERS,
    'hall.beginTurning': NOBODY,
    'hall.decideOpening': LEADS,
    'journey.keepDays': NOBODY,
    'material.add': LEADS,
    'material.change': LEADS,
    'material.check': FLOOR,
    'material.putUp': FLOOR,
    'material.remove': FLOOR,
    'record.change': LEADS,
    'record.keep': LEADS,
    'report.claimMail': NOBODY,
    'report.settleMail': NOBODY,
    'report.summarise': NOBODY,
    'reportDelivery.retry': MANAGERS,
    'reportMailing.change': MANAGERS,
    'reportMailing.remove': MANAGERS,
    'reportMailing.save': MANAGERS,
    'round.saveTemplate': MANAGERS,
    'round.sign': [...FLOOR, 'clerk'],
    'staffing.intend': MANAGERS,
    'task.check': LEADS,
    'task.do': [...FLOOR, 'clerk'],
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
  },
  inputs: (place) => {
    const { house, hall, known } = place;
    const material = { kind: 'poster', titles: names, validFrom: '2026-03-02' } as const;
    const materialId = async () =>
      (await run(house, system, promotions.addMaterial, { hall: hall.id, ...material })).id;
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
      leaderId: known.leader ?? '',
      topics: 'x',
    } as const;
    return {
      'attachment.add': () => ({ hall: hall.id, base64: '/9j/' }),
      'campaign.change': async () => ({ campaignId: await campaignId() }),
      'campaign.plan': () => ({ hall: hall.id, ...campaign, lastDay: '2026-03-01' }),
      'campaign.withdraw': async () => ({ campaignId: await campaignId() }),
      'hall.decideOpening': () => ({ hall: hall.id, open: true, reason: 'other' }),
      'material.add': () => ({ hall: hall.id, ...material }),
      'material.change': async () => ({ materialId: await materialId() }),
      'material.check': async () => ({ materialId: await materialId(), condition: 'good' }),
      'material.putUp': async () => ({ materialId: await materialId() }),
      'material.remove': async () => ({ materialId: await materialId() }),
      'record.change': async () => ({
        recordId: (await run(house, system, records.keepRecord, { hall: hall.id, ...record })).id,
      }),
      'record.keep': () => ({ hall: hall.id, ...record }),
      'report.settleMail': async () => ({ deliveryId: await aDelivery(place), problem: null }),
      'reportDelivery.retry': async () => ({ deliveryId: await aDelivery(place) }),
      'reportMailing.change': async () => ({ mailingId: await aDelivery(place), active: false }),
      'reportMailing.remove': async () => ({ mailingId: await aDelivery(place) }),
      'reportMailing.save': () => ({
        hall: hall.id,
        frequency: 'daily',
        sendAt: 0,
        recipients: ['a@example.org'],
        locale: 'en',
        active: true,
      }),
      'round.saveTemplate': () => ({
        hall: hall.id,
        template: { kind: 'closing', names, items: [{ six: 'sort', names }] },
      }),
      'round.sign': () => ({ hall: hall.id, templateId: 'none', items: [{ itemId: 'none', ok: true }] }),
      'staffing.intend': () => ({ hall: hall.id, weekday: 0, counters: Array(48).fill(1) }),
      'task.check': () => ({ hall: hall.id, taskId: 'none', ok: true }),
      'task.do': () => ({ hall: hall.id, taskId: 'none' }),
      'weakPoint.drop': async () => ({ weakPointId: await weakPointId(), remark: 'x' }),
      'weakPoint.finish': async () => ({ weakPointId: await weakPointId(), result: 'x' }),
      'weakPoint.open': () => ({ hall: hall.id, ...weakPoint }),
      'weakPoint.plan': async () => ({ weakPointId: await weakPointId() }),
      'weakPoint.propose': () => ({
        hall: hall.id,
        items: [{ touchpoint: 'queue', standard: 'x', unit: 'share', value: 0.5, goal: { atLeast: 1 } }],
      }),
      'weakPoint.reopen': async () => ({ weakPointId: await weakPointId(), remark: 'x', dueOn: '2026-03-31' }),
      'weakPoint.see': async () => ({ weakPointId: await weakPointId() }),
      'weakPoint.start': async () => ({ weakPointId: await weakPointId() }),
      'weakPoint.verify': async () => ({ weakPointId: await weakPointId() }),
    };
  },
};
