import { describe, expect, it } from 'vitest';
import { arrive } from '@/lib/touchpoints/arrive';
import { environment } from '@/lib/touchpoints/environment';
import { front } from '@/lib/touchpoints/front';
import { event, measured } from './journey-events';

describe('in front: opened on time', () => {
  const [onTime, late] = front.standards;
  const opened = (plannedAt: string, kept: boolean, secondsLate: number) =>
    event('hall.opened', 0, { payload: { why: 'check', plannedAt, onTime: kept, secondsLate } });
  const missed = (plannedAt: string) => event('hall.openingMissed', 0, { payload: { plannedAt } });

  it('counts each planned opening once, as missed when it was missed first', () => {
    const day = [opened('09:00', true, 0), missed('13:00'), opened('13:00', false, 240)];
    expect(measured(onTime, day)).toEqual({ sum: 1, count: 2 });
    expect(measured(late, day)).toEqual({ sum: 240, count: 2 });
  });

  it('counts a day on which nobody opened', () => {
    expect(measured(onTime, [missed('09:00')])).toEqual({ sum: 0, count: 1 });
  });

  it('does not count openings that nobody answers for: by the hours alone, or again after an early closing', () => {
    const day = [event('hall.opened', 0, { payload: { why: 'hours' } }), event('hall.closed', 9)];
    expect(measured(onTime, day)).toEqual({ sum: 0, count: 0 });
  });
});

describe('environment: rounds and tasks', () => {
  const [rounds, items, tasks] = environment.standards;
  const signed = (payload: object) => event('round.signed', 0, { payload: { items: 8, failed: 0, ...payload } });

  it('a round counts as signed in time, signed late or missed; missed and walked later it counts once', () => {
    const day = [
      signed({ planned: true, onTime: true, missedBefore: false }),
      event('round.missed', 5),
      signed({ planned: true, onTime: false, missedBefore: true }),
      signed({ planned: true, onTime: false, missedBefore: false }),
      signed({ planned: false, onTime: null, missedBefore: false }),
    ];
    expect(measured(rounds, day)).toEqual({ sum: 1, count: 3 });
  });

  it('of all items on signed rounds those that are in order', () => {
    expect(measured(items, [signed({ failed: 3 }), signed({ items: 4, failed: 1 })])).toEqual({ sum: 8, count: 12 });
  });

  it('a task counts when it is done or overdue, not both', () => {
    const done = (payload: Record<string, unknown>) => event('task.done', 0, { payload });
    const day = [
      done({ onTime: true, overdueBefore: false }),
      event('task.overdue', 1),
      done({ onTime: false, overdueBefore: true }),
    ];
    expect(measured(tasks, day)).toEqual({ sum: 1, count: 2 });
  });
});

describe('arrive: whose arrival is known', () => {
  const [known, afterCheckIn] = arrive.standards;
  const of = (visitId: string, kind: string, payload: Record<string, unknown> = {}) =>
    event(kind, 0, { visitId, payload });
  const issued = (visitId: string, remote: boolean) => of(visitId, 'ticket.issued', { remote });

  it('on the spot at once, from afar at check-in; given up unseen it is not', () => {
    const day = [
      issued('here', false),
      of('here', 'visit.arrived'),
      issued('came', true),
      of('came', 'visit.arrived'),
      issued('never', true),
      of('never', 'ticket.closedByRule'),
    ];
    expect(measured(known, day)).toEqual({ sum: 2, count: 3 });
  });

  it('who is on the way, cancelled beforehand or was taken back does not count', () => {
    const day = [
      issued('coming', true),
      issued('cancelled', true),
      of('cancelled', 'ticket.cancelled'),
      issued('slip', false),
      of('slip', 'visit.arrived'),
      of('slip', 'ticket.undone', { event: 'issue' }),
    ];
    expect(measured(known, day)).toEqual({ sum: 0, count: 0 });
  });

  it('remote and booked customers are called after they checked in', () => {
    const day = [
      issued('good', true),
      of('good', 'visit.arrived'),
      of('good', 'ticket.called'),
      issued('bad', true),
      of('bad', 'ticket.called'),
      of('bad', 'visit.arrived'),
      issued('here', false),
      of('here', 'visit.arrived'),
      of('here', 'ticket.called'),
    ];
    expect(measured(afterCheckIn, day)).toEqual({ sum: 1, count: 2 });
  });
});
