import type { HelpCall } from './help-call';
import type { HelpView } from './schema';

/** For staff. */
export function presentHelp(call: HelpCall): HelpView {
  return {
    id: call.id,
    counterId: call.counterId,
    counterNumber: call.counterNumber,
    clerk: { ref: call.actorRef, name: call.clerkName },
    ticketNumber: call.ticketNumber,
    reason: call.reason,
    state: call.state,
    askedAt: call.askedAt.toISOString(),
    unansweredAt: call.unansweredAt?.toISOString() ?? null,
    owner: call.ownerRef ? { ref: call.ownerRef, name: call.ownerName } : null,
    takenAt: call.takenAt?.toISOString() ?? null,
  };
}
