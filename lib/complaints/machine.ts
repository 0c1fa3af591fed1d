import { fail, type Result, success } from '@/lib/core/result';
import type { Complaint, ComplaintCause, ComplaintDepartment, ComplaintState, ReplyChannel } from './complaint';

export type ComplaintStep =
  /** Sent on: to a colleague who has to accept it, or to a department while the owner stays. */
  | {
      type: 'dispatch';
      to: { ref: string; name: string | null } | { department: ComplaintDepartment };
      promisedAt: Date;
    }
  | { type: 'accept' }
  | { type: 'decline' }
  | { type: 'reply'; channel: ReplyChannel; answer: string }
  | { type: 'close'; cause: ComplaintCause; prevention: string | null }
  | { type: 'reopen'; promisedAt: Date };

/** From which states each step goes, and where it leads. Whoever accepts or declines changes the owner, not the state. */
const STEPS: Record<ComplaintStep['type'], Partial<Record<ComplaintState, ComplaintState>>> = {
  dispatch: { registered: 'dispatched', dispatched: 'dispatched' },
  accept: { dispatched: 'dispatched' },
  decline: { dispatched: 'dispatched' },
  reply: { registered: 'replied', dispatched: 'replied' },
  close: { replied: 'closed' },
  reopen: { replied: 'dispatched', closed: 'dispatched' },
};

/** May this step be taken now? */
export function allows(complaint: Pick<Complaint, 'state' | 'offeredRef'>, step: ComplaintStep['type']): boolean {
  if ((step === 'accept' || step === 'decline') && complaint.offeredRef === null) return false;
  return STEPS[step][complaint.state] !== undefined;
}

/** The complaint after a step, or why it cannot be taken. */
export function transition(complaint: Complaint, step: ComplaintStep, now: Date): Result<Complaint> {
  const state = STEPS[step.type][complaint.state];
  if (state === undefined || !allows(complaint, step.type))
    return fail('wrong-state', {
      detail: `A complaint that is ${complaint.state} cannot take the step "${step.type}".`,
      currentState: complaint.state,
    });
  const next = { ...complaint, state };
  switch (step.type) {
    case 'dispatch': {
      const offered = 'ref' in step.to ? step.to : null;
      return success({
        ...next,
        offeredRef: offered?.ref ?? null,
        offeredName: offered?.name ?? null,
        department: 'department' in step.to ? step.to.department : complaint.department,
        dispatchedAt: now,
        promisedAt: step.promisedAt,
      });
    }
    case 'accept':
      return success({
        ...next,
        ownerRef: complaint.offeredRef ?? complaint.ownerRef,
        ownerName: complaint.offeredName,
        offeredRef: null,
        offeredName: null,
      });
    case 'decline':
      return success({ ...next, offeredRef: null, offeredName: null });
    case 'reply':
      return success({
        ...next,
        repliedAt: now,
        replyChannel: step.channel,
        answer: step.answer,
        offeredRef: null,
        offeredName: null,
      });
    case 'close':
      return success({
        ...next,
        closedAt: now,
        cause: step.cause,
        prevention: step.prevention,
        firstContact: complaint.dispatchedAt === null && complaint.reopenedCount === 0,
      });
    case 'reopen':
      return success({
        ...next,
        repliedAt: null,
        replyChannel: null,
        closedAt: null,
        firstContact: null,
        promisedAt: step.promisedAt,
        reopenedCount: complaint.reopenedCount + 1,
        ladderStep: 0,
        brokenAt: null,
      });
  }
}
