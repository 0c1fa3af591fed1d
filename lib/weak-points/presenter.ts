import type { WeakPointNotice, WeakPointView } from './schema';
import { isOverdue, tidingsFor, WEAK_POINT_TIDINGS, type WeakPoint } from './weak-point';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** For staff: owners are named. */
export function presentWeakPoint(point: WeakPoint, today: string): WeakPointView {
  return {
    id: point.id,
    month: point.month,
    touchpoint: point.touchpoint,
    source: point.source,
    description: point.description,
    finding: point.finding,
    cause: point.cause,
    action: point.action,
    owner: point.ownerId ? { id: point.ownerId, name: point.ownerName } : null,
    dueOn: point.dueOn,
    state: point.state,
    overdue: isOverdue(point, today),
    result: point.result,
    remark: point.remark,
    createdAt: point.createdAt.toISOString(),
    startedAt: iso(point.startedAt),
    doneAt: iso(point.doneAt),
    doneBy: point.doneBy,
    checkedAt: iso(point.checkedAt),
    checkedBy: point.checkerName,
  };
}

/** What the owner of these is to be told: what is late first, then by date. */
export function presentNotice(points: readonly WeakPoint[], today: string): WeakPointNotice {
  const items = points.flatMap((point) => {
    const tidings = tidingsFor(point, today);
    const { id, touchpoint, description, dueOn } = point;
    return tidings ? [{ id, touchpoint, description, dueOn, tidings }] : [];
  });
  const pressing = ({ tidings }: (typeof items)[number]) => WEAK_POINT_TIDINGS.indexOf(tidings);
  return {
    items: items.sort(
      (a, b) => pressing(b) - pressing(a) || (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') || a.id.localeCompare(b.id),
    ),
  };
}
