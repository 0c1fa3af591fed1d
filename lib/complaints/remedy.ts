import type { Role } from '@/lib/staff/roles';
import type { Remedy, RemedyKind, StaffRoleName } from './complaint';

/** What costs nothing is everybody's to give. */
const FREE: readonly RemedyKind[] = ['apology', 'priority'];

export function isFree(kind: RemedyKind): boolean {
  return FREE.includes(kind);
}

/** The most that somebody with these roles may grant for one complaint; the administrator has no limit. */
export function remedyLimit(roles: readonly Role[], limits: Record<StaffRoleName, number>): number {
  if (roles.includes('admin')) return Number.POSITIVE_INFINITY;
  return roles.reduce((most, role) => Math.max(most, role === 'admin' ? 0 : limits[role]), 0);
}

/** What a complaint has cost so far: granted and approved remedies. */
export function grantedSoFar(remedies: readonly Pick<Remedy, 'state' | 'amount'>[]): number {
  return remedies.reduce(
    (sum, { state, amount }) => (state === 'granted' || state === 'approved' ? sum + amount : sum),
    0,
  );
}

/** May it be granted with this limit, together with what was granted before? */
export function isWithin(
  remedy: Pick<Remedy, 'kind' | 'amount'>,
  before: readonly Pick<Remedy, 'state' | 'amount'>[],
  limit: number,
): boolean {
  return isFree(remedy.kind) || grantedSoFar(before) + remedy.amount <= limit;
}
