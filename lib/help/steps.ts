import { secondsBetween } from '@/lib/core/clock';
import type { Work } from '@/lib/door/work';
import { actorName } from '@/lib/staff/actor';
import { HELP_SECONDS, type HelpCall } from './help-call';
import { findPendingAt } from './queries';
import { updateHelp } from './repository';

function about(call: HelpCall) {
  return { visitId: call.visitId, ticketId: call.ticketId, counterId: call.counterId };
}

/** Somebody is on the way: in time, or after it was counted as missed. */
export async function takeCall(work: Work, call: HelpCall): Promise<HelpCall> {
  const taken: HelpCall = {
    ...call,
    state: 'taken',
    ownerRef: work.by,
    ownerName: actorName(work.actor),
    takenAt: work.now,
  };
  await updateHelp(work.tx, taken);
  await work.clearDeadline('help.unanswered', call.id);
  const seconds = secondsBetween(call.askedAt, work.now);
  work.record({
    kind: 'help.taken',
    ...about(call),
    payload: {
      helpId: call.id,
      secondsToTake: seconds,
      inTime: call.unansweredAt === null && seconds <= HELP_SECONDS,
      countedAsMissed: call.unansweredAt !== null,
    },
  });
  return taken;
}

/** It is over: somebody was there, or the clerk no longer needs anybody. */
export async function endCall(work: Work, call: HelpCall): Promise<HelpCall> {
  const ended: HelpCall = { ...call, state: call.state === 'taken' ? 'answered' : 'withdrawn', endedAt: work.now };
  await updateHelp(work.tx, ended);
  await work.clearDeadline('help.unanswered', call.id);
  work.record({
    kind: ended.state === 'answered' ? 'help.answered' : 'help.withdrawn',
    ...about(call),
    payload: { helpId: call.id, secondsToEnd: secondsBetween(call.askedAt, work.now) },
  });
  return ended;
}

/** Nobody sits at the counter any more: nothing is asked for there. */
export async function endHelpAt(work: Work, counterId: string): Promise<void> {
  const call = await findPendingAt(work.tx, counterId);
  if (call) await endCall(work, call);
}
