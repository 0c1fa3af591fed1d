import { expect, it } from 'vitest';
import { byUrgency } from '@/lib/care/care-order';
import type { CareView } from '@/lib/care/schema';

function visit(number: string, overrides: Partial<CareView> = {}): CareView {
  return {
    id: number,
    ticketId: number,
    number,
    serviceCode: 'cards',
    crossing: 1,
    state: 'open',
    openedAt: '2026-03-02T02:10:00Z',
    escalatedAt: null,
    owner: null,
    takenAt: null,
    doneAt: null,
    action: null,
    note: null,
    waitingSince: '2026-03-02T02:00:00Z',
    ...overrides,
  };
}

const taken = (ref: string): Partial<CareView> => ({ state: 'taken', owner: { ref, name: null } });

it('puts one’s own first, then escalated, then open, then what colleagues have', () => {
  const visits = [
    visit('colleague', taken('staff:other')),
    visit('open'),
    visit('mine', taken('staff:me')),
    visit('escalated', { escalatedAt: '2026-03-02T02:12:00Z' }),
  ];
  expect(byUrgency(visits, 'staff:me').map((v) => v.number)).toEqual(['mine', 'escalated', 'open', 'colleague']);
});

it('puts the longest wait first among equals, and leaves the given list alone', () => {
  const visits = [
    visit('second', { waitingSince: '2026-03-02T02:00:01Z', openedAt: '2026-03-02T02:09:00Z' }),
    visit('first', { waitingSince: '2026-03-02T02:00:00Z' }),
  ];
  expect(byUrgency(visits, 'staff:me').map((v) => v.number)).toEqual(['first', 'second']);
  expect(visits.map((v) => v.number)).toEqual(['second', 'first']);
});
