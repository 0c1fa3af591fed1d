import type { UnacceptedView } from './schema';
import type { Unaccepted } from './unaccepted';

/** For staff who answer for it. */
export function presentUnaccepted(entry: Unaccepted): UnacceptedView {
  return {
    id: entry.id,
    ticketNumber: entry.ticketNumber,
    serviceCode: entry.serviceCode,
    what: entry.what,
    why: entry.why,
    customer:
      entry.customerName || entry.customerPhone ? { name: entry.customerName, phone: entry.customerPhone } : null,
    promisedDay: entry.promisedDay,
    dueAt: entry.dueAt.toISOString(),
    owner: { ref: entry.ownerRef, name: entry.ownerName },
    registeredAt: entry.registeredAt.toISOString(),
    state: entry.state,
    remindedAt: entry.remindedAt?.toISOString() ?? null,
    overdueAt: entry.overdueAt?.toISOString() ?? null,
    answer: entry.answer,
    answeredAt: entry.answeredAt?.toISOString() ?? null,
  };
}
