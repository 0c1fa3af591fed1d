import { expect, it } from 'vitest';
import { byConcern, dueAt, isFirstContact } from '@/lib/enquiries/enquiry';

const opened = new Date('2026-03-02T02:00:00Z');
const after = (seconds: number) => new Date(opened.getTime() + seconds * 1000);

it('is due while the customer waits, or within a day when he can be called, or two when he thinks about it', () => {
  expect(dueAt(opened, { reachable: false, thinking: false })).toEqual(after(900));
  expect(dueAt(opened, { reachable: true, thinking: false })).toEqual(after(86_400));
  expect(dueAt(opened, { reachable: true, thinking: true })).toEqual(after(172_800));
});

it('was answered at first contact by whoever was asked, while the customer was there', () => {
  expect(isFirstContact({ openedAt: opened, handovers: 0 }, after(900))).toBe(true);
  expect(isFirstContact({ openedAt: opened, handovers: 0 }, after(901))).toBe(false);
  expect(isFirstContact({ openedAt: opened, handovers: 1 }, after(10))).toBe(false);
});

it('shows what I am asked to take over, then mine, then what is due next', () => {
  const one = (dueAtText: string, ownerRef: string, offeredToRef: string | null = null) => ({
    dueAt: dueAtText,
    ownerRef,
    offeredToRef,
  });
  const [first, second, third, fourth] = [
    one('2026-03-02T05:00', 'other', 'me'),
    one('2026-03-02T04:00', 'me'),
    one('2026-03-02T02:00', 'other'),
    one('2026-03-02T03:00', 'other'),
  ];
  expect([fourth, third, second, first].sort(byConcern('me'))).toEqual([first, second, third, fourth]);
});
