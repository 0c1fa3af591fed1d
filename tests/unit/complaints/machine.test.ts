import { describe, expect, it } from 'vitest';
import { COMPLAINT_STATES } from '@/lib/complaints/complaint';
import { allows, type ComplaintStep, transition } from '@/lib/complaints/machine';
import { buildComplaint } from '@/tests/factories/complaint';

const now = new Date('2026-03-02T03:00:00Z');
const later = new Date('2026-03-04T03:00:00Z');
const STEPS: ComplaintStep[] = [
  { type: 'dispatch', to: { ref: 'staff:b', name: 'B' }, promisedAt: later },
  { type: 'accept' },
  { type: 'decline' },
  { type: 'reply', channel: 'phone', answer: 'Paid back' },
  { type: 'close', cause: 'system', prevention: null },
  { type: 'reopen', promisedAt: later },
];

function must(complaint: ReturnType<typeof buildComplaint>, step: ComplaintStep) {
  const moved = transition(complaint, step, now);
  if (!moved.ok) throw new Error(moved.failure.detail);
  return moved.value;
}

describe('the states of a complaint', () => {
  it('has one table of steps', () => {
    const table = Object.fromEntries(
      COMPLAINT_STATES.map((state) => [
        state,
        STEPS.filter(({ type }) => allows({ state, offeredRef: 'staff:b' }, type)).map(({ type }) => type),
      ]),
    );
    expect(table).toEqual({
      registered: ['dispatch', 'reply'],
      dispatched: ['dispatch', 'accept', 'decline', 'reply'],
      replied: ['close', 'reopen'],
      closed: ['reopen'],
    });
  });

  it('refuses what the state does not allow, and says which state it is in', () => {
    const moved = transition(buildComplaint({ state: 'closed' }), { type: 'accept' }, now);
    expect(moved).toMatchObject({ ok: false, failure: { code: 'wrong-state', currentState: 'closed' } });
  });

  it('has one owner at any time: an offer changes nothing until it is accepted', () => {
    const offered = must(buildComplaint(), { type: 'dispatch', to: { ref: 'staff:b', name: 'B' }, promisedAt: later });
    expect(offered).toMatchObject({ ownerRef: 'staff:clerk', offeredRef: 'staff:b', state: 'dispatched' });
    expect(must(offered, { type: 'accept' })).toMatchObject({ ownerRef: 'staff:b', ownerName: 'B', offeredRef: null });
    expect(must(offered, { type: 'decline' })).toMatchObject({ ownerRef: 'staff:clerk', offeredRef: null });
  });

  it('keeps the owner when it goes to a department', () => {
    const sent = must(buildComplaint(), { type: 'dispatch', to: { department: 'billing' }, promisedAt: later });
    expect(sent).toMatchObject({ ownerRef: 'staff:clerk', offeredRef: null, department: 'billing' });
  });

  it('is solved at first contact only when it was neither sent on nor opened again', () => {
    const close = { type: 'close', cause: 'system', prevention: null } as const;
    const replied = buildComplaint({ state: 'replied' });
    expect(must(replied, close).firstContact).toBe(true);
    expect(must({ ...replied, dispatchedAt: now }, close).firstContact).toBe(false);
    expect(must({ ...replied, reopenedCount: 1 }, close).firstContact).toBe(false);
  });

  it('begins a new promise when it is opened again', () => {
    const closed = buildComplaint({ state: 'closed', repliedAt: now, closedAt: now, brokenAt: now, ladderStep: 4 });
    expect(must(closed, { type: 'reopen', promisedAt: later })).toMatchObject({
      state: 'dispatched',
      promisedAt: later,
      repliedAt: null,
      closedAt: null,
      brokenAt: null,
      ladderStep: 0,
      reopenedCount: 1,
    });
  });
});
