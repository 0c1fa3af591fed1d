import type { FoundItem, LostReport } from './belonging';
import type { FoundItemView, LostReportView } from './schema';

export function presentFound(item: FoundItem): FoundItemView {
  const { id, description, place, keptWhere, foundAt, state, returnedTo, returnedAt } = item;
  return {
    id,
    description,
    place,
    keptWhere,
    foundAt: foundAt.toISOString(),
    state,
    returnedTo,
    returnedAt: returnedAt?.toISOString() ?? null,
  };
}

/** For staff: with the customer's name and phone. */
export function presentLost(report: LostReport): LostReportView {
  const { id, description, place, customerName, customerPhone, reportedAt, state, foundItemId } = report;
  return {
    id,
    description,
    place,
    customer: customerName || customerPhone ? { name: customerName, phone: customerPhone } : null,
    reportedAt: reportedAt.toISOString(),
    state,
    foundItemId,
  };
}
