import { describe, expect, it } from 'vitest';
import { DESTINATIONS, destinationPath, destinationsOf } from '@/lib/doorway/destinations';
import type { Actor } from '@/lib/staff/actor';
import { ROLES, type Role } from '@/lib/staff/roles';

function staff(role: Role, hallId: string | null = 'h1'): Actor {
  return { kind: 'staff', id: 's1', name: 'Somebody', sessionId: 'x', roles: [{ hallId, role }] };
}

/** Where each screen is, and who gets there beside the administrator. */
const EXPECTED: Record<string, [path: string, roles: string]> = {
  hotline: ['/desk/hotline', 'hotline'],
  guide: ['/desk/demo/guide', 'guide floor shiftLead manager'],
  bookings: ['/desk/demo/bookings', 'guide floor shiftLead manager hotline'],
  counter: ['/desk/demo/counter', 'clerk shiftLead'],
  floor: ['/desk/demo/floor', 'guide floor shiftLead manager'],
  belongings: ['/desk/demo/belongings', 'guide clerk floor shiftLead manager'],
  unaccepted: ['/manage/demo/unaccepted', 'guide clerk floor shiftLead manager'],
  enquiries: ['/desk/demo/enquiries', 'guide clerk floor shiftLead manager'],
  experience: ['/desk/demo/experience', 'guide floor shiftLead manager'],
  complaints: ['/desk/demo/complaints', 'guide clerk floor shiftLead manager hotline'],
  rounds: ['/desk/demo/rounds', 'guide clerk floor shiftLead manager'],
  machines: ['/desk/demo/machines', 'guide clerk floor shiftLead manager'],
  sales: ['/desk/demo/sales', 'guide clerk floor shiftLead manager'],
  live: ['/manage/demo/live', 'shiftLead manager'],
  journey: ['/manage/demo/journey', 'shiftLead manager'],
  material: ['/manage/demo/material', 'guide floor shiftLead manager'],
  'weak-points': ['/manage/demo/weak-points', 'guide clerk floor shiftLead manager hotline'],
  settings: ['/manage/demo/settings', 'shiftLead manager'],
};

it('has a line for each screen', () => {
  expect(DESTINATIONS.map(({ key }) => key)).toEqual(Object.keys(EXPECTED));
});

describe('destinationsOf', () => {
  it.each(DESTINATIONS.map((destination) => [destination.key, destination] as const))('%s', (key, destination) => {
    const [path, roles] = EXPECTED[key] ?? ['', ''];
    const may = ROLES.filter((role) => destinationsOf(staff(role), 'h1').some((one) => one.key === key));
    expect(may.filter((role) => role !== 'admin').sort()).toEqual(roles.split(' ').sort());
    expect(destinationPath(destination, 'demo')).toBe(path);
  });

  it('takes an administrator everywhere, in every hall', () => {
    expect(destinationsOf(staff('admin', null), 'h1')).toHaveLength(DESTINATIONS.length);
  });

  it('takes nobody into another hall, and no stranger anywhere', () => {
    expect(destinationsOf(staff('manager'), 'h2')).toEqual([]);
    expect(destinationsOf({ kind: 'anonymous' }, 'h1')).toEqual([]);
  });
});
