import { isEscalationDue } from '@/lib/care/care-visit';
import { isSilent } from '@/lib/counters/counter-session';
import type { HallState } from '@/lib/halls/hall-state';
import { closedByDay, forgottenCounters } from '@/lib/tickets/end-of-day';
import { willCross } from '@/lib/waiting/early-flag';
import { estimateHall } from '@/lib/waiting/hall-estimate';

/** Duties that time alone makes due. */
export type Duty = 'crossLimits' | 'escalateCare' | 'flagSilentClerks' | 'flagLikely' | 'closeDay' | 'closeForgotten';

/** What is due each tick: cheap to ask, because it is asked four times a second. */
export function dueNow(state: HallState, now: Date): Duty[] {
  const duties: Duty[] = [];
  for (const ticket of state.tickets.values())
    if (ticket.limitDueAt !== null && ticket.limitDueAt <= now) {
      duties.push('crossLimits');
      break;
    }
  for (const visit of state.care.values())
    if (isEscalationDue(visit, now)) {
      duties.push('escalateCare');
      break;
    }
  for (const session of state.sessions.values())
    if (isSilent(session, now, state.config.clerkSilentSeconds)) {
      duties.push('flagSilentClerks');
      break;
    }
  return duties;
}

/** What is worth asking every few seconds only. */
export function dueSlowly(state: HallState, now: Date): Duty[] {
  const duties: Duty[] = [];
  const { tickets } = estimateHall(state, now);
  const limit = (serviceId: string) =>
    state.config.services.find((s) => s.id === serviceId)?.limitSeconds ?? state.config.limitSeconds;
  for (const ticket of state.tickets.values())
    if (!ticket.earlyFlaggedAt && willCross(ticket, tickets.get(ticket.id), limit(ticket.serviceId), now)) {
      duties.push('flagLikely');
      break;
    }
  if (closedByDay(state, now).length > 0) duties.push('closeDay');
  if (forgottenCounters(state, now).length > 0) duties.push('closeForgotten');
  return duties;
}
