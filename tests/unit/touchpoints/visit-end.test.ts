import { describe, expect, it } from 'vitest';
import { consult } from '@/lib/touchpoints/consult';
import { leave } from '@/lib/touchpoints/leave';
import { process } from '@/lib/touchpoints/process';
import { result } from '@/lib/touchpoints/result';
import type { Figure, JourneyEvent, TouchpointDefinition } from '@/lib/touchpoints/touchpoint';

type Told = [second: number, kind: string, ticketId: string | null, payload?: Record<string, unknown>];

function figure(touchpoint: TouchpointDefinition, code: string, told: Told[]): Figure {
  const rule = touchpoint.standards.find((one) => one.code === code);
  if (!rule) throw new Error(`There is no standard ${code}.`);
  const memory = rule.begin();
  for (const [second, kind, ticketId, payload = {}] of told) {
    const event: JourneyEvent = {
      kind,
      touchpoint: touchpoint.key,
      at: new Date(Date.UTC(2026, 2, 2, 1, 0, second)),
      serviceDay: '2026-03-02',
      actorRef: 'staff:x',
      visitId: null,
      ticketId,
      counterId: null,
      zoneId: null,
      payload,
    };
    rule.take(memory, event);
  }
  return rule.measure(memory);
}

const cases: [name: string, TouchpointDefinition, code: string, Told[], Figure][] = [
  [
    'a recall goes on with the same call',
    consult,
    'callToStart',
    [
      [0, 'ticket.called', 'a'],
      [20, 'ticket.recalled', 'a'],
      [50, 'ticket.started', 'a'],
    ],
    { sum: 50, count: 1 },
  ],
  [
    'who did not come counts from his next call',
    consult,
    'callToStart',
    [
      [0, 'ticket.called', 'a'],
      [60, 'ticket.noShow', 'a'],
      [90, 'ticket.called', 'a'],
      [100, 'ticket.started', 'a'],
    ],
    { sum: 10, count: 1 },
  ],
  [
    'a start that was taken back does not count, the next one does',
    consult,
    'callToStart',
    [
      [0, 'ticket.called', 'a'],
      [5, 'ticket.started', 'a'],
      [8, 'ticket.undone', 'a', { event: 'start' }],
      [40, 'ticket.started', 'a'],
      [41, 'ticket.started', 'b'],
    ],
    { sum: 40, count: 1 },
  ],
  [
    'greeting is what the start says',
    consult,
    'greeted',
    [
      [0, 'ticket.started', 'a', { greeted: true }],
      [1, 'ticket.started', 'b', { greeted: false }],
      [2, 'ticket.undone', 'b', { event: 'start' }],
      [3, 'ticket.started', 'c'],
    ],
    { sum: 1, count: 1 },
  ],
  [
    'within the target, each leg for itself, without what was taken back',
    process,
    'withinTarget',
    [
      [0, 'ticket.completed', 'a', { handlingSeconds: 180, targetSeconds: 180 }],
      [1, 'ticket.transferred', 'b', { handlingSeconds: 200, targetSeconds: 180 }],
      [2, 'ticket.transferred', 'c', { handlingSeconds: null, targetSeconds: 180 }],
      [3, 'ticket.completed', 'd', { handlingSeconds: 10, targetSeconds: 180 }],
      [4, 'ticket.undone', 'd', { event: 'complete' }],
      [5, 'ticket.undone', 'b', { event: 'complete' }],
    ],
    { sum: 1, count: 2 },
  ],
  [
    'help that came late was counted when it had not come',
    process,
    'helpInTime',
    [
      [0, 'help.taken', 'a', { inTime: true, countedAsMissed: false }],
      [1, 'help.unanswered', 'b'],
      [2, 'help.taken', 'b', { inTime: false, countedAsMissed: true }],
      [3, 'help.withdrawn', 'c'],
    ],
    { sum: 1, count: 2 },
  ],
  [
    'a promise is counted once: kept, or missed when its day ended',
    result,
    'unacceptedInTime',
    [
      [0, 'unaccepted.answered', null, { onTime: true, countedAsMissed: false }],
      [1, 'unaccepted.overdue', null],
      [2, 'unaccepted.answered', null, { onTime: false, countedAsMissed: true }],
      [3, 'unaccepted.answered', null, { onTime: false, countedAsMissed: false }],
    ],
    { sum: 1, count: 3 },
  ],
  [
    'only customers finished on the day, each once',
    leave,
    'rated',
    [
      [0, 'ticket.completed', 'a'],
      [1, 'ticket.completed', 'b'],
      [2, 'ticket.completed', 'c'],
      [3, 'ticket.undone', 'c', { event: 'complete' }],
      [4, 'ticket.rated', 'a', { score: 2 }],
      [5, 'ticket.rated', 'a', { score: 5 }],
      [6, 'ticket.rated', 'yesterday', { score: 5 }],
    ],
    { sum: 1, count: 2 },
  ],
  [
    'a changed rating counts as it is now',
    leave,
    'rating',
    [
      [0, 'ticket.rated', 'a', { score: 1 }],
      [1, 'ticket.rated', 'a', { score: 5 }],
      [2, 'ticket.rated', 'b', { score: 4 }],
    ],
    { sum: 9, count: 2 },
  ],
  [
    'what came back after closing was missed before',
    leave,
    'loansReturned',
    [
      [0, 'loan.returned', null, { onTime: true }],
      [1, 'loan.overdue', null],
      [2, 'loan.returned', null, { onTime: false }],
    ],
    { sum: 1, count: 2 },
  ],
];

describe('standards from the counter to the door', () => {
  it.each(cases)('%s', (_, touchpoint, code, told, expected) => {
    expect(figure(touchpoint, code, told)).toEqual(expected);
  });
});
