import type { CareView } from './schema';

/** One's own first, since the next tap is about it; then escalated, then what nobody has, then what colleagues have. */
function rank(visit: CareView, me: string): number {
  if (visit.state === 'open') return visit.escalatedAt ? 1 : 2;
  return visit.owner?.ref === me ? 0 : 3;
}

/** Care visits in the order in which somebody on the floor should look at them; equal ones: the longest wait first. */
export function byUrgency(visits: readonly CareView[], me: string): CareView[] {
  const since = (visit: CareView) => visit.waitingSince ?? visit.openedAt;
  return [...visits].sort(
    (a, b) => rank(a, me) - rank(b, me) || since(a).localeCompare(since(b)) || a.id.localeCompare(b.id),
  );
}
