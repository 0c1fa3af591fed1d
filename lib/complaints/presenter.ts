import type { HallConfig } from '@/lib/halls/hall-config';
import { type Actor, actorRef, rolesIn } from '@/lib/staff/actor';
import { COMPLAINT_CATEGORIES, type Complaint, complaintReference, type Entry, isOwed, type Remedy } from './complaint';
import { type ComplaintRules, closingIn, promisedBy, usualPromise } from './complaint-rules';
import { ladderState } from './ladder';
import { actionsOf, isLead, seesPersonal } from './policy';
import { isWithin, remedyLimit } from './remedy';
import type { ComplaintDetail, ComplaintForm, ComplaintProgress, ComplaintView } from './schema';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** Replied in time, too late or overdue; null while there is time. */
function keptOf({ repliedAt, promisedAt, brokenAt }: Complaint): boolean | null {
  if (brokenAt) return false;
  return repliedAt ? repliedAt <= promisedAt : null;
}

/** For somebody of the staff: what he may see of it and do with it. */
export function presentComplaint(
  complaint: Complaint,
  remedies: readonly Remedy[],
  actor: Actor,
  rules: ComplaintRules,
): ComplaintView {
  const { hallId } = complaint;
  const limit = remedyLimit(rolesIn(actor, hallId), rules.remedyLimits);
  const lead = isLead(actor, hallId);
  return {
    id: complaint.id,
    reference: complaintReference(complaint),
    state: complaint.state,
    category: complaint.category,
    ticketId: complaint.ticketId,
    ticketNumber: complaint.ticketNumber,
    visitId: complaint.visitId,
    promise: complaint.promise,
    promisedAt: complaint.promisedAt.toISOString(),
    registeredAt: complaint.registeredAt.toISOString(),
    registeredBy: { ref: complaint.registeredByRef, name: complaint.registeredByName },
    owner: { ref: complaint.ownerRef, name: complaint.ownerName },
    offered: complaint.offeredRef ? { ref: complaint.offeredRef, name: complaint.offeredName } : null,
    department: complaint.department,
    dispatchedAt: iso(complaint.dispatchedAt),
    repliedAt: iso(complaint.repliedAt),
    kept: keptOf(complaint),
    replyChannel: complaint.replyChannel,
    closedAt: iso(complaint.closedAt),
    cause: complaint.cause,
    firstContact: complaint.firstContact,
    reopenedCount: complaint.reopenedCount,
    ladder: ladderState(complaint.ladderStep),
    remedies: remedies.map((remedy) => ({
      id: remedy.id,
      kind: remedy.kind,
      amount: remedy.amount,
      state: remedy.state,
      askedBy: { ref: remedy.askedByRef, name: remedy.askedByName },
      decidedBy: remedy.decidedByRef ? { ref: remedy.decidedByRef, name: remedy.decidedByName } : null,
      mayDecide: lead && remedy.state === 'asked' && isWithin(remedy, remedies, limit),
    })),
    personal: seesPersonal(actor, complaint)
      ? {
          name: complaint.customerName,
          phone: complaint.customerPhone,
          words: complaint.words,
          answer: complaint.answer,
          prevention: complaint.prevention,
        }
      : null,
    actions: actionsOf(actor, complaint),
  };
}

/** One complaint with its story; the free words of the story only for those who may see them. */
export function presentDetail(
  complaint: Complaint,
  remedies: readonly Remedy[],
  entries: readonly Entry[],
  actor: Actor,
  rules: ComplaintRules,
  currency: string,
  token: string,
): ComplaintDetail {
  const personal = seesPersonal(actor, complaint);
  return {
    ...presentComplaint(complaint, remedies, actor, rules),
    token: personal ? token : null,
    currency,
    story: entries.map(({ id, at, kind, actorRef: ref, actorName: name, note, facts }) => ({
      id,
      at: at.toISOString(),
      kind,
      by: { ref, name },
      note: personal ? note : null,
      facts,
    })),
  };
}

/** For the form: everything that can be known before the first word is said. */
export function presentForm(
  config: HallConfig,
  rules: ComplaintRules,
  colleagues: readonly { id: string; name: string; roles: string[] }[],
  actor: Actor,
  now: Date,
): ComplaintForm {
  const limit = remedyLimit(rolesIn(actor, config.id), rules.remedyLimits);
  const me = actorRef(actor);
  return {
    hall: { slug: config.slug, names: config.names, timeZone: config.timeZone },
    categories: COMPLAINT_CATEGORIES.map((code) => ({
      code,
      promise: usualPromise(code),
      promisedAt: promisedBy(code, rules, config, now).toISOString(),
    })),
    closings: {
      today: iso(closingIn(0, config, now)),
      tomorrow: iso(closingIn(1, config, now)),
      threeDays: iso(closingIn(3, config, now)),
    },
    limit: Number.isFinite(limit) ? limit : null,
    currency: config.currency,
    colleagues: colleagues.map((person) => ({ ...person, ref: `staff:${person.id}` })).filter(({ ref }) => ref !== me),
  };
}

/** For its customer: how far it is, without a name, a word or anybody of the staff. */
export function presentProgress(
  complaint: Complaint,
  remedies: readonly Remedy[],
  config: Pick<HallConfig, 'slug' | 'names' | 'timeZone' | 'hotlineNumber' | 'currency'>,
  now: Date,
): ComplaintProgress {
  return {
    reference: complaintReference(complaint),
    state: complaint.state,
    category: complaint.category,
    hall: { slug: config.slug, names: config.names, timeZone: config.timeZone },
    hotlineNumber: config.hotlineNumber,
    promise: complaint.promise,
    promisedAt: complaint.promisedAt.toISOString(),
    late: isOwed(complaint) && complaint.promisedAt < now,
    registeredAt: complaint.registeredAt.toISOString(),
    dispatchedAt: iso(complaint.dispatchedAt),
    department: complaint.department,
    repliedAt: iso(complaint.repliedAt),
    replyChannel: complaint.replyChannel,
    closedAt: iso(complaint.closedAt),
    reopened: complaint.reopenedCount > 0,
    remedies: remedies
      .filter(({ state }) => state === 'granted' || state === 'approved')
      .map(({ kind, amount }) => ({ kind, amount })),
    currency: config.currency,
  };
}
