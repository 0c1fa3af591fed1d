import type { FollowUp } from './follow-up';
import type { FollowUpView } from './schema';

/** For staff who follow up. */
export function presentFollowUp(entry: FollowUp): FollowUpView {
  return {
    id: entry.id,
    ticketNumber: entry.ticketNumber,
    what: entry.what,
    customer:
      entry.customerName || entry.customerPhone ? { name: entry.customerName, phone: entry.customerPhone } : null,
    promisedDay: entry.promisedDay,
    dueAt: entry.dueAt.toISOString(),
    owner: { ref: entry.ownerRef, name: entry.ownerName },
    plannedAt: entry.plannedAt.toISOString(),
    state: entry.state,
    overdueAt: entry.overdueAt?.toISOString() ?? null,
    result: entry.result,
    doneAt: entry.doneAt?.toISOString() ?? null,
  };
}
