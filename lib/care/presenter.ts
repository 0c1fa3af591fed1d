import type { HallState } from '@/lib/halls/hall-state';
import type { CareVisit } from './care-visit';
import type { CareView } from './schema';

/** For staff. */
export function presentCare(state: HallState, visit: CareVisit): CareView {
  const ticket = state.tickets.get(visit.ticketId);
  return {
    id: visit.id,
    ticketId: visit.ticketId,
    number: ticket?.number ?? '',
    serviceCode: state.config.services.find((s) => s.id === ticket?.serviceId)?.code ?? '',
    crossing: visit.crossing,
    state: visit.state,
    openedAt: visit.openedAt.toISOString(),
    escalatedAt: visit.escalatedAt?.toISOString() ?? null,
    owner: visit.ownerRef ? { ref: visit.ownerRef, name: visit.ownerName } : null,
    takenAt: visit.takenAt?.toISOString() ?? null,
    doneAt: visit.doneAt?.toISOString() ?? null,
    action: visit.action,
    note: visit.note,
    waitingSince: ticket?.waitingSince?.toISOString() ?? null,
  };
}

/** What still wants somebody, most urgent first: escalated ones, then the longest asked for. */
export function careWanted(state: HallState): CareVisit[] {
  return [...state.care.values()]
    .filter((v) => v.state === 'open' || v.state === 'taken')
    .sort(
      (a, b) =>
        Number(b.state === 'open') - Number(a.state === 'open') ||
        Number(b.escalatedAt !== null) - Number(a.escalatedAt !== null) ||
        a.openedAt.getTime() - b.openedAt.getTime() ||
        a.id.localeCompare(b.id),
    );
}
