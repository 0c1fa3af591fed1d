import type { WeakPointView } from './schema';
import { isOverdue, type WeakPoint } from './weak-point';

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
