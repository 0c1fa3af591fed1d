import { z } from 'zod';
import { addSeconds } from '@/lib/core/clock';
import { fail, success } from '@/lib/core/result';
import type { Deadline } from '@/lib/deadlines/deadline';
import { queueCommand } from '@/lib/door/command';
import { locateCounter } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import { atCounter } from '@/lib/halls/hall-state';
import { actorName } from '@/lib/staff/actor';
import { permits } from '@/lib/staff/policy';
import { idSchema } from '@/lib/tickets/schema';
import { HELP_SECONDS, type HelpCall, isPending } from './help-call';
import { presentHelp } from './presenter';
import { findHelp, findPendingAt, locateHelp } from './queries';
import { insertHelp, updateHelp } from './repository';
import { askHelpBody, explainHelpBody } from './schema';
import { endCall, takeCall } from './steps';

const helpInput = z.strictObject({ helpId: idSchema });
const gone = fail('not-found', { detail: 'There is no such call for help.' });

/** A clerk asks the shift lead to the counter. A second tap finds the call that is there already. */
export const askHelp = queueCommand({
  name: 'help.ask',
  input: askHelpBody.extend({ counterId: idSchema }),
  permission: 'help.ask',
  locate: (lookup, { counterId }) => locateCounter(lookup, counterId),
  async run(work, { counterId, reason }) {
    const counter = work.config.counters.find((c) => c.id === counterId);
    const session = work.state.sessions.get(counterId);
    if (!counter) return fail('not-found', { detail: 'There is no such counter.' });
    if (!session) return fail('counter-not-open', { detail: 'Open the counter first.', currentState: 'closed' });
    if (session.actorRef !== work.by)
      return fail('not-your-counter', { detail: 'Another clerk works at this counter.', currentState: session.state });
    const pending = await findPendingAt(work.tx, counterId);
    if (pending) return success(presentHelp(pending));
    const customer = atCounter(work.state, counterId);
    const call: HelpCall = {
      id: work.newId(),
      hallId: work.hallId,
      counterId,
      counterNumber: counter.number,
      actorRef: work.by,
      clerkName: actorName(work.actor),
      visitId: customer?.visitId ?? null,
      ticketId: customer?.id ?? null,
      ticketNumber: customer?.number ?? null,
      reason: reason ?? null,
      state: 'open',
      askedAt: work.now,
      unansweredAt: null,
      ownerRef: null,
      ownerName: null,
      takenAt: null,
      endedAt: null,
    };
    await insertHelp(work.tx, call);
    await work.setDeadline('help.unanswered', call.id, addSeconds(work.now, HELP_SECONDS));
    work.record({
      kind: 'help.asked',
      visitId: call.visitId,
      ticketId: call.ticketId,
      counterId,
      payload: { helpId: call.id, counter: counter.number, reason: call.reason },
    });
    return success(presentHelp(call));
  },
});

/** What the help is wanted for, said while it is on the way. */
export const explainHelp = queueCommand({
  name: 'help.explain',
  input: explainHelpBody.extend({ helpId: idSchema }),
  permission: 'help.ask',
  locate: (lookup, { helpId }) => locateHelp(lookup, helpId),
  async run(work, { helpId, reason }) {
    const call = await findHelp(work.tx, work.hallId, helpId);
    if (!call) return gone;
    if (call.actorRef !== work.by) return fail('not-your-counter', { detail: 'Another clerk asked for this help.' });
    if (!isPending(call)) return fail('already-done', { detail: 'This call is over.', currentState: call.state });
    const explained = { ...call, reason };
    await updateHelp(work.tx, explained);
    work.record({
      kind: 'help.explained',
      visitId: call.visitId,
      ticketId: call.ticketId,
      counterId: call.counterId,
      payload: { helpId, reason },
    });
    return success(presentHelp(explained));
  },
});

/** Somebody is on the way. */
export const takeHelp = queueCommand({
  name: 'help.take',
  input: helpInput,
  permission: 'help.answer',
  locate: (lookup, { helpId }) => locateHelp(lookup, helpId),
  async run(work, { helpId }) {
    const call = await findHelp(work.tx, work.hallId, helpId);
    if (!call) return gone;
    if (!isPending(call)) return fail('already-done', { detail: 'This call is over.', currentState: call.state });
    if (call.state === 'taken')
      return call.ownerRef === work.by
        ? success(presentHelp(call))
        : fail('already-taken', { detail: `${call.ownerName ?? 'Somebody'} is on the way.`, currentState: 'taken' });
    return success(presentHelp(await takeCall(work, call)));
  },
});

/**
 * The end of a call: whoever went there says so, or the clerk. A clerk who no longer needs anybody takes an open call
 * back; a colleague who was there without a tap before has taken and answered it in one.
 */
export const endHelp = queueCommand({
  name: 'help.end',
  input: helpInput,
  permission: 'help.end',
  locate: (lookup, { helpId }) => locateHelp(lookup, helpId),
  async run(work, { helpId }) {
    const call = await findHelp(work.tx, work.hallId, helpId);
    if (!call) return gone;
    if (!isPending(call)) return fail('already-done', { detail: 'This call is over.', currentState: call.state });
    const asker = call.actorRef === work.by;
    if (!asker && !permits(work.actor, 'help.answer', work.hallId))
      return fail('not-your-counter', { detail: 'Another clerk asked for this help.' });
    const there = call.state === 'open' && !asker ? await takeCall(work, call) : call;
    return success(presentHelp(await endCall(work, there)));
  },
});

/** Nobody took it in time: louder from now on, and counted. Set off by time alone. */
export async function noteUnanswered(work: Work, { subjectId }: Deadline): Promise<void> {
  const call = await findHelp(work.tx, work.hallId, subjectId);
  if (call?.state !== 'open') return;
  await updateHelp(work.tx, { ...call, unansweredAt: work.now });
  work.record({
    kind: 'help.unanswered',
    visitId: call.visitId,
    ticketId: call.ticketId,
    counterId: call.counterId,
    payload: { helpId: call.id, counter: call.counterNumber },
  });
}
