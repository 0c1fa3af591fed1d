import type { Actor } from '@/lib/staff/actor';
import { type Permission, permits } from '@/lib/staff/policy';

/** The staff's screens, in the order of a visit: below `/…/{hall}/`, with what a person must be allowed to do there. */
export const DESTINATIONS = [
  { key: 'hotline', area: 'desk', permission: 'hotline.use' },
  { key: 'guide', area: 'desk', permission: 'ticket.issue' },
  { key: 'bookings', area: 'desk', permission: 'booking.read' },
  { key: 'counter', area: 'desk', permission: 'ticket.call' },
  { key: 'floor', area: 'desk', permission: 'care.give' },
  { key: 'belongings', area: 'desk', permission: 'loan.lend' },
  { key: 'unaccepted', area: 'manage', permission: 'unaccepted.register' },
  { key: 'enquiries', area: 'desk', permission: 'enquiry.work' },
  { key: 'experience', area: 'desk', permission: 'station.work' },
  { key: 'complaints', area: 'desk', permission: 'complaint.register' },
  { key: 'rounds', area: 'desk', permission: 'round.read' },
  { key: 'machines', area: 'desk', permission: 'machine.read' },
  { key: 'sales', area: 'desk', permission: 'sale.record' },
  { key: 'live', area: 'manage', permission: 'live.read' },
  { key: 'journey', area: 'manage', permission: 'journey.read' },
  { key: 'material', area: 'manage', permission: 'material.check' },
  { key: 'weak-points', area: 'manage', permission: 'weakPoint.read' },
  { key: 'settings', area: 'manage', permission: 'settings.read' },
] as const satisfies readonly { key: string; area: 'desk' | 'manage'; permission: Permission }[];

export type Destination = (typeof DESTINATIONS)[number];

/** Where a screen of a hall is, by the hall's slug: `/desk/demo/guide`. The hotline answers for all its halls at one desk. */
export function destinationPath({ area, key }: Destination, hall: string): string {
  if (key === 'hotline') return '/desk/hotline';
  return `/${area}/${encodeURIComponent(hall)}/${key}`;
}

/** The screens on which a person can do something in a hall. */
export function destinationsOf(actor: Actor, hallId: string): Destination[] {
  return DESTINATIONS.filter(({ permission }) => permits(actor, permission, hallId));
}
