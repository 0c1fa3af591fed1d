import { describe, expect, it } from 'vitest';
import { queue } from '@/lib/touchpoints/queue';
import { event, measured } from './journey-events';

const [underLimit, careCoverage] = queue.standards;

const of = (ticketId: string) => ({ ticketId, visitId: `visit of ${ticketId}` });
const start = (ticket: string, minute: number, limitsCrossed = 0) =>
  event('ticket.started', minute, { ...of(ticket), payload: { limitsCrossed } });
const cross = (ticket: string, minute: number, crossing = 1) =>
  event('wait.limitCrossed', minute, { ...of(ticket), payload: { crossing } });
const asked = (ticket: string, minute: number, careVisitId: string) =>
  event('care.opened', minute, { ...of(ticket), payload: { careVisitId } });
const given = (ticket: string, minute: number, careVisitId: string) =>
  event('care.done', minute, { ...of(ticket), payload: { careVisitId } });
const undo = (ticket: string, minute: number, what: string) =>
  event('ticket.undone', minute, { ...of(ticket), payload: { event: what } });
const sendOn = (ticket: string, minute: number) => event('ticket.transferred', minute, of(ticket));

describe('waits under the limit, by the honest definition', () => {
  it.each([
    ['nobody yet', [], [0, 0]],
    ['served in time', [start('A', 5)], [1, 1]],
    ['crossed, and served later: missed once', [cross('A', 10), start('A', 12, 1)], [0, 1]],
    ['crossed and still waiting: missed already', [start('A', 5), cross('B', 10)], [1, 2]],
    ['crossed twice: one wait', [cross('A', 10), cross('A', 20, 2), start('A', 21, 2)], [0, 1]],
    ['left within the limit: nowhere', [start('A', 5), event('ticket.cancelled', 6, of('B'))], [1, 1]],
    ['left after it', [cross('A', 10), event('ticket.cancelled', 11, of('A'))], [0, 1]],
    ['a start that was taken back waits again', [start('A', 5), undo('A', 5, 'start'), cross('A', 10)], [0, 1]],
    ['and may start in time after all', [start('A', 5), undo('A', 5, 'start'), start('A', 6)], [1, 1]],
    ['a late start that was taken back', [cross('A', 10), start('A', 11, 1), undo('A', 11, 'start')], [0, 1]],
    ['each wait of one who is sent on', [start('A', 5), sendOn('A', 8), cross('A', 18), start('A', 19, 1)], [1, 2]],
    ['a finish that was taken back is no new wait', [start('A', 5), undo('A', 9, 'complete')], [1, 1]],
    ['crossed on the day before: counted there', [start('A', 1, 1)], [0, 0]],
  ])('%s', (_, events, [sum, count]) => {
    expect(measured(underLimit, events)).toEqual({ sum, count });
  });
});

describe('long waits that were cared for', () => {
  it.each([
    ['nobody waited too long', [start('A', 5)], [0, 0]],
    ['somebody came', [cross('A', 10), asked('A', 10, 'c1'), given('A', 12, 'c1')], [1, 1]],
    ['nobody has come yet', [cross('A', 10), asked('A', 10, 'c1')], [0, 1]],
    ['nobody came in time', [cross('A', 10), asked('A', 10, 'c1'), event('care.lapsed', 11, of('A'))], [0, 1]],
    [
      'one visit answers both crossings when it comes after both',
      [cross('A', 10), asked('A', 10, 'c1'), cross('A', 20, 2), asked('A', 20, 'c2'), given('A', 21, 'c2')],
      [2, 2],
    ],
    [
      'the second crossing wants a visit of its own',
      [cross('A', 10), asked('A', 10, 'c1'), given('A', 12, 'c1'), cross('A', 20, 2), asked('A', 20, 'c2')],
      [1, 2],
    ],
    ['care before the limit is kind, and no answer to it', [given('A', 5, 'c0'), cross('A', 10)], [0, 1]],
    [
      'sent on before anybody came: the new wait begins anew',
      [
        cross('A', 10),
        asked('A', 10, 'c1'),
        sendOn('A', 11),
        cross('A', 21),
        asked('A', 21, 'c2'),
        given('A', 22, 'c2'),
      ],
      [1, 2],
    ],
    [
      'who took the visit in time still answers for the wait it was asked for',
      [cross('A', 10), asked('A', 10, 'c1'), sendOn('A', 11), given('A', 12, 'c1'), cross('A', 21)],
      [1, 2],
    ],
    [
      'a transfer that was taken back is the old wait',
      [cross('A', 10), asked('A', 10, 'c1'), sendOn('A', 11), undo('A', 11, 'transfer'), given('A', 12, 'other')],
      [1, 1],
    ],
  ])('%s', (_, events, [sum, count]) => {
    expect(measured(careCoverage, events)).toEqual({ sum, count });
  });
});
