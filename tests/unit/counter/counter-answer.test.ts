import { describe, expect, it } from 'vitest';
import { withCounter, withTicket } from '@/components/counter/counter-answer';
import { nextStep } from '@/components/counter/next-step';
import { buildRow, buildTicketView, buildView, me } from '@/tests/factories/counter-desk-view';

const called = buildTicketView({
  status: 'called',
  counterId: 'c1',
  calledAt: '2026-03-02T01:01:00.000Z',
  callCount: 1,
  prepared: ['id'],
});

describe('an answer laid over the view', () => {
  it('brings a called customer to the counter and out of the queue, with papers and targets of the service', () => {
    const view = withTicket(buildView(), called);
    expect(nextStep(view, me)).toBe('start');
    expect(view.queue).toEqual([]);
    expect(view.waitingForMe).toBe(0);
    expect(view.ticket?.papers.map(({ code, ready }) => [code, ready])).toEqual([
      ['id', true],
      ['form', false],
    ]);
    expect(view.ticket).toMatchObject({ handlingTargetSeconds: 240, limitSeconds: 480 });
  });

  it('keeps what is known of the customer when only the state changes', () => {
    const before = withTicket(buildView(), called);
    const told = {
      ...before,
      ticket: before.ticket && { ...before.ticket, promised: { p50Seconds: 60, p90Seconds: 300 } },
    };
    const view = withTicket(told, { ...called, status: 'serving', startedAt: '2026-03-02T01:02:00.000Z' });
    expect(nextStep(view, me)).toBe('finish');
    expect(view.ticket?.promised).toEqual({ p50Seconds: 60, p90Seconds: 300 });
  });

  it('frees the counter when its customer has gone', () => {
    const view = withTicket(withTicket(buildView(), called), { ...called, status: 'noShow', counterId: null });
    expect(view.ticket).toBeNull();
    expect(nextStep(view, me)).toBe('callNext');
  });

  it('leaves customer and pause alone when another ticket changed', () => {
    const busy = withTicket(buildView(), called);
    expect(withTicket(busy, buildTicketView({ id: 't2', number: 'A002' })).ticket?.id).toBe('t1');
    const paused = buildView({ parked: [buildRow({ id: 't3', status: 'noShow' })] });
    paused.counter.state = 'paused';
    const view = withTicket(paused, buildTicketView({ id: 't3' }));
    expect(nextStep(view, me)).toBe('continue');
    expect(view.parked).toEqual([]);
  });

  it('shows a counter as it was opened, closed or taken by somebody else', () => {
    const { counter } = buildView();
    const closed = withCounter(buildView(), { ...counter, state: 'closed', clerk: null });
    expect(nextStep(closed, me)).toBe('open');
    const taken = withCounter(buildView(), { ...counter, clerk: { ref: 'staff:other', name: 'Wang' } });
    expect(nextStep(taken, me)).toBe('taken');
  });
});
