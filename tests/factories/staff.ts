import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/staff/actor';
import type { Role } from '@/lib/staff/roles';

type StaffActor = Extract<Actor, { kind: 'staff' }>;

let count = 0;

/** Somebody of the staff as commands see him, with one role in one hall; `admin` holds in every hall. */
export function buildStaff(hallId: string | null, role: Role, overrides: Partial<StaffActor> = {}): StaffActor {
  count += 1;
  return {
    kind: 'staff',
    id: randomUUID(),
    name: `${role} ${count}`,
    sessionId: randomUUID(),
    roles: [{ hallId: role === 'admin' ? null : hallId, role }],
    ...overrides,
  };
}
