import { describe, expect, it } from 'vitest';
import { complain } from '@/lib/touchpoints/complain';
import { find } from '@/lib/touchpoints/find';
import type { JourneyEvent, Standard } from '@/lib/touchpoints/touchpoint';

function event(kind: string, payload: Record<string, unknown> = {}): JourneyEvent {
  return {
    kind,
    touchpoint: 'complain',
    at: new Date('2026-03-02T02:00:00Z'),
    serviceDay: '2026-03-02',
    actorRef: 'system',
    visitId: null,
    ticketId: null,
    counterId: null,
    zoneId: null,
    payload,
  };
}

function measure(standard: Standard, events: JourneyEvent[]) {
  const memory = standard.begin();
  for (const one of events) standard.take(memory, one);
  return standard.measure(memory);
}

const [repliedInTime, firstContact] = complain.standards;
const [acknowledged] = find.standards;

describe('replied by the promised time', () => {
  it.each([
    ['nothing happened', [], { sum: 0, count: 0 }],
    ['in time', [event('complaint.replied', { kept: true })], { sum: 1, count: 1 }],
    ['broken and still owed', [event('complaint.promiseBroken')], { sum: 0, count: 1 }],
    [
      'broken and answered later: one promise',
      [event('complaint.promiseBroken'), event('complaint.replied', { kept: false })],
      { sum: 0, count: 1 },
    ],
    [
      'a warning and an escalation break nothing',
      [event('complaint.promiseNear'), event('complaint.escalated'), event('complaint.replied', { kept: true })],
      { sum: 1, count: 1 },
    ],
  ])('%s', (_, events, figure) => {
    expect(measure(repliedInTime, events)).toEqual(figure);
  });
});

describe('solved at first contact', () => {
  it('is counted by every closing', () => {
    const events = [
      event('complaint.registered'),
      event('complaint.closed', { firstContact: true }),
      event('complaint.closed', { firstContact: false }),
    ];
    expect(measure(firstContact, events)).toEqual({ sum: 1, count: 2 });
  });
});

describe('changes acknowledged within the working day', () => {
  it('counts each agent once: in time, or missed', () => {
    const events = [
      event('hall.changed', { fields: ['weeklyHours'] }),
      event('hallNotice.acknowledged', { kept: true }),
      event('hallNotice.missed', { agent: 'staff:b' }),
      event('hallNotice.acknowledged', { kept: false }),
    ];
    expect(measure(acknowledged, events)).toEqual({ sum: 1, count: 2 });
  });
});
