import { describe, expect, it } from 'vitest';
import { enquire } from '@/lib/touchpoints/enquire';
import { experience } from '@/lib/touchpoints/experience';
import type { Figure, JourneyEvent, Standard } from '@/lib/touchpoints/touchpoint';
import { wander } from '@/lib/touchpoints/wander';

type Told = [kind: string, payload: Record<string, unknown>, ticketId?: string];

function measure(standards: readonly Standard[], code: string, told: readonly Told[]): Figure {
  const rule = standards.find((standard) => standard.code === code);
  if (!rule) throw new Error(`There is no standard ${code}.`);
  const memory = rule.begin();
  for (const [kind, payload, ticketId] of told)
    rule.take(memory, {
      kind,
      touchpoint: /^(station|trial)/.test(kind) ? 'experience' : 'enquire',
      at: new Date('2026-03-02T02:00:00Z'),
      serviceDay: '2026-03-02',
      actorRef: 'staff:x',
      visitId: null,
      ticketId: ticketId ?? null,
      counterId: null,
      zoneId: null,
      payload,
    } satisfies JourneyEvent);
  return rule.measure(memory);
}

describe('share of approached visitors who became a service', () => {
  const logged = (approachId: string, outcome: string, ticketId?: string): Told => [
    'approach.logged',
    { approachId, outcome },
    ticketId,
  ];
  it.each<[string, Told[], Figure]>([
    ['nobody', [], { sum: 0, count: 0 }],
    [
      'every outcome',
      ['ticket', 'enquiry', 'trial', 'purchase', 'justLooking', 'left'].map((o, i) => logged(`${i}`, o)),
      { sum: 4, count: 6 },
    ],
    [
      'one taken back',
      [logged('a', 'trial'), logged('b', 'left'), ['approach.undone', { approachId: 'a' }]],
      { sum: 0, count: 1 },
    ],
    [
      'a number issued by mistake was no service',
      [
        logged('a', 'ticket', 't1'),
        ['ticket.undone', { event: 'issue' }, 't1'],
        ['ticket.undone', { event: 'call' }, 't2'],
      ],
      { sum: 0, count: 1 },
    ],
    [
      'the approach and its number taken back together',
      [
        logged('a', 'ticket', 't1'),
        ['ticket.undone', { event: 'issue' }, 't1'],
        ['approach.undone', { approachId: 'a' }],
      ],
      { sum: 0, count: 0 },
    ],
  ])('%s', (_, told, figure) => {
    expect(measure(wander.standards, 'becameService', told)).toEqual(figure);
  });
});

describe('enquiries', () => {
  it('answered at first contact: of those that were answered', () => {
    const told: Told[] = [
      ['enquiry.answered', { firstContact: true }],
      ['enquiry.answered', { firstContact: false }],
      ['enquiry.closed', { outcome: 'ticket', firstContact: true, inTime: true }],
    ];
    expect(measure(enquire.standards, 'firstContact', told)).toEqual({ sum: 1, count: 2 });
  });

  it('retained: of those who have decided', () => {
    const told: Told[] = [
      ['retention.offered', {}],
      ['retention.decided', { result: 'stayed' }],
      ['retention.decided', { result: 'left' }],
    ];
    expect(measure(enquire.standards, 'retained', told)).toEqual({ sum: 1, count: 2 });
  });

  it('in time: of those that were closed', () => {
    const told: Told[] = [
      ['enquiry.closed', { inTime: true }],
      ['enquiry.overdue', {}],
      ['enquiry.closed', { inTime: false }],
    ];
    expect(measure(enquire.standards, 'inTime', told)).toEqual({ sum: 1, count: 2 });
  });
});

describe('experience', () => {
  it('availability adds up what was told by the hour and at each fault', () => {
    const told: Told[] = [
      ['station.tallied', { openSeconds: 7200, availableSeconds: 7200 }],
      ['station.faultReported', { openSeconds: 600, availableSeconds: 600 }],
      ['station.repaired', { openSeconds: 200, availableSeconds: 0 }],
      ['trial.recorded', { interest: 5 }],
    ];
    expect(measure(experience.standards, 'availability', told)).toEqual({ sum: 7800, count: 8000 });
  });

  it('orders count for those who liked it, also later on the day', () => {
    const told: Told[] = [
      ['trial.recorded', { trialId: 'at once', interest: 5, ordered: true }],
      ['trial.recorded', { trialId: 'never', interest: 4, ordered: false }],
      ['trial.recorded', { trialId: 'not keen', interest: 2, ordered: true }],
    ];
    expect(measure(experience.standards, 'interestToOrder', told)).toEqual({ sum: 1, count: 2 });
    const later: Told[] = [
      ['trial.ordered', { trialId: 'never' }],
      ['trial.ordered', { trialId: 'not keen' }],
      ['trial.ordered', { trialId: 'of yesterday' }],
    ];
    expect(measure(experience.standards, 'interestToOrder', [...told, ...later])).toEqual({ sum: 2, count: 2 });
  });

  it('trials for each customer who took a number and kept it', () => {
    const told: Told[] = [
      ['ticket.issued', {}],
      ['ticket.issued', {}],
      ['ticket.issued', {}],
      ['ticket.undone', { event: 'issue' }],
      ['trial.recorded', { interest: 1 }],
    ];
    expect(measure(experience.standards, 'trialsPerTicket', told)).toEqual({ sum: 1, count: 2 });
  });

  it('made ready in time', () => {
    const told: Told[] = [
      ['station.reset', { inTime: true }],
      ['station.resetOverdue', {}],
      ['station.reset', { inTime: false }],
    ];
    expect(measure(experience.standards, 'resetInTime', told)).toEqual({ sum: 1, count: 2 });
  });
});
