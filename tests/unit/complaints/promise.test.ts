import { describe, expect, it } from 'vitest';
import { DEFAULT_RULES, promisedBy } from '@/lib/complaints/complaint-rules';
import { ladderTimes } from '@/lib/complaints/ladder';
import { grantedSoFar, isWithin, remedyLimit } from '@/lib/complaints/remedy';
import { complaintIdOf, complaintToken } from '@/lib/complaints/token';

const hours = {
  timeZone: 'Asia/Shanghai',
  weeklyHours: Array.from({ length: 7 }, () => [{ opens: '09:00', closes: '18:00' }]),
  exceptions: [],
};

describe('when a reply is promised by', () => {
  it.each([
    // A wait is answered within four hours: 10:07 in Shanghai → 14:15, on a quarter.
    ['wait', '2026-03-02T02:07:00Z', '2026-03-02T06:15:00Z'],
    // Four hours after 16:00 the hall is closed: two hours after it opens again.
    ['wait', '2026-03-02T08:00:00Z', '2026-03-03T03:00:00Z'],
    ['billing', '2026-03-02T02:00:00Z', '2026-03-04T02:00:00Z'],
  ] as const)('%s at %s: %s', (category, now, expected) => {
    expect(promisedBy(category, DEFAULT_RULES, hours, new Date(now)).toISOString()).toBe(
      new Date(expected).toISOString(),
    );
  });
});

describe('the ladder', () => {
  const now = new Date('2026-03-02T02:00:00Z');

  it('warns the owner, then tells the shift lead and the manager, all before the time', () => {
    expect(ladderTimes(now, new Date('2026-03-04T02:00:00Z'), DEFAULT_RULES)).toEqual({
      'complaint.promiseNear': new Date('2026-03-03T22:00:00Z'),
      'complaint.leadDue': new Date('2026-03-04T00:00:00Z'),
      'complaint.managerDue': new Date('2026-03-04T01:30:00Z'),
      'complaint.promiseDue': new Date('2026-03-04T02:00:00Z'),
    });
  });

  it('is as short as the promise', () => {
    const times = Object.values(ladderTimes(now, new Date('2026-03-02T02:10:00Z'), DEFAULT_RULES));
    expect(times.map((at) => (at.getTime() - now.getTime()) / 1000)).toEqual([300, 450, 540, 600]);
  });
});

describe('what a role may grant', () => {
  const limits = DEFAULT_RULES.remedyLimits;

  it('is the most of the roles; the administrator has no limit', () => {
    expect(remedyLimit(['guide', 'clerk'], limits)).toBe(50);
    expect(remedyLimit(['admin'], limits)).toBe(Number.POSITIVE_INFINITY);
    expect(remedyLimit([], limits)).toBe(0);
  });

  it('counts what was granted before, not what was refused or is still asked for', () => {
    const before = [
      { state: 'granted', amount: 20 },
      { state: 'approved', amount: 10 },
      { state: 'refused', amount: 500 },
      { state: 'asked', amount: 500 },
    ] as const;
    expect(grantedSoFar(before)).toBe(30);
    expect(isWithin({ kind: 'gift', amount: 20 }, before, 50)).toBe(true);
    expect(isWithin({ kind: 'gift', amount: 21 }, before, 50)).toBe(false);
    expect(isWithin({ kind: 'apology', amount: 0 }, before, 0)).toBe(true);
  });
});

describe('the customer’s private link', () => {
  const id = '01900000-0000-7000-8000-000000000001';
  const token = complaintToken('secret', id);

  it('leads to the complaint and to nothing else', () => {
    expect(complaintIdOf('secret', token)).toBe(id);
    expect(complaintIdOf('another secret', token)).toBeNull();
    expect(complaintIdOf('secret', `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toBeNull();
    expect(complaintIdOf('secret', token.replace('c_', 't_'))).toBeNull();
    expect(complaintIdOf('secret', '')).toBeNull();
  });
});
