import { z } from 'zod';
import { addSeconds, secondsBetween } from '@/lib/core/clock';
import { fail, type Result, success } from '@/lib/core/result';
import type { Deadline } from '@/lib/deadlines/deadline';
import type { Lookup } from '@/lib/door/command';
import { queueCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import { findArticle } from '@/lib/knowledge/queries';
import { actorName } from '@/lib/staff/actor';
import { permits } from '@/lib/staff/policy';
import { findColleague } from '@/lib/staff/queries';
import { issueTicket } from '@/lib/tickets/commands';
import { idSchema } from '@/lib/tickets/schema';
import { dueAt, type Enquiry, type EnquiryOutcome, isFirstContact, type Retention, THINKING_SECONDS } from './enquiry';
import { presentEnquiry } from './presenter';
import { type EnquiryWithCase, findEnquiry } from './queries';
import { insertEnquiry, saveRetention, updateEnquiry } from './repository';
import { closeEnquiryBody, handOverBody, openEnquiryBody, retentionBody } from './schema';

type Ended = { outcome: EnquiryOutcome; ticket: { id: string; visitId: string; number: string } | null };

async function strangeArticle(work: Work, articleId: string | undefined) {
  if (articleId === undefined) return null;
  const article = await findArticle(work.tx, articleId);
  if (article?.hallId === work.hallId) return null;
  return fail('invalid-input', { errors: [{ path: 'articleId', message: 'no such article in this hall' }] });
}

/** A colleague of this hall, other than whoever owns the question already. */
async function colleagueOf(work: Work, id: string, ownerRef: string): Promise<Result<{ ref: string; name: string }>> {
  const person = await findColleague(work.tx, work.hallId, id);
  if (!person || `staff:${id}` === ownerRef)
    return fail('invalid-input', { errors: [{ path: 'toColleague', message: 'no such colleague in this hall' }] });
  return success({ ref: `staff:${id}`, name: person.name });
}

/** The number that a question became, where it became one. */
async function end(
  work: Work,
  outcome: EnquiryOutcome,
  serviceCode: string | undefined,
  { name, phone }: { name?: string | null | undefined; phone?: string | null | undefined } = {},
): Promise<Result<Ended>> {
  if (!serviceCode) return success({ outcome, ticket: null });
  // The counter knows whom it calls: what the customer said of himself is not asked again.
  const customer = { ...(name ? { name } : {}), ...(phone ? { phone } : {}) };
  const issued = await issueTicket.run(work, {
    hall: work.hallId,
    serviceCode,
    ...(name || phone ? { customer } : {}),
  });
  return issued.ok ? success({ outcome, ticket: issued.value }) : issued;
}

/** The question as it is once it has ended, with the events that say so. */
function closed(work: Work, enquiry: Enquiry, { outcome, ticket }: Ended): Enquiry {
  const about = { ticketId: ticket?.id ?? enquiry.ticketId, visitId: ticket?.visitId ?? enquiry.visitId };
  const firstContact = isFirstContact(enquiry, work.now);
  const { id: enquiryId, topic } = enquiry;
  if (outcome === 'answered')
    work.record({ kind: 'enquiry.answered', ...about, payload: { enquiryId, topic, firstContact } });
  work.record({
    kind: 'enquiry.closed',
    ...about,
    payload: {
      enquiryId,
      topic,
      outcome,
      firstContact,
      inTime: work.now <= enquiry.dueAt,
      seconds: secondsBetween(enquiry.openedAt, work.now),
    },
  });
  return {
    ...enquiry,
    ...about,
    state: 'closed',
    outcome,
    offeredToRef: null,
    offeredToName: null,
    offeredAt: null,
    closedAt: work.now,
    closedByRef: work.by,
  };
}

function recordRetentionEvents(work: Work, before: Retention | null, now: Retention): void {
  const { enquiryId, reason, result } = now;
  if (!before) work.record({ kind: 'retention.offered', payload: { enquiryId, reason, offered: now.offer !== null } });
  if (result !== 'thinking') work.record({ kind: 'retention.decided', payload: { enquiryId, reason, result } });
}

/**
 * Somebody asks. Whoever was asked owns the question from now on (first-contact responsibility): until it is closed, which
 * may be at once, or until a colleague to whom it was passed on has accepted it.
 */
export const openEnquiry = queueCommand({
  name: 'enquiry.open',
  input: openEnquiryBody.safeExtend({ hall: idSchema }),
  permission: 'enquiry.work',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, input) {
    const strange = await strangeArticle(work, input.articleId);
    if (strange) return strange;
    const colleague = input.toColleague ? await colleagueOf(work, input.toColleague, work.by) : null;
    if (colleague && !colleague.ok) return colleague;
    const ended = input.outcome ? await end(work, input.outcome, input.serviceCode, input.customer) : null;
    if (ended && !ended.ok) return ended;

    const id = work.newId();
    const retention: Retention | null = input.retention
      ? {
          enquiryId: id,
          hallId: work.hallId,
          reason: input.retention.reason,
          words: input.retention.words ?? null,
          offer: input.retention.offer ?? null,
          result: input.retention.result,
          openedAt: work.now,
          decidedAt: input.retention.result === 'thinking' ? null : work.now,
        }
      : null;
    const thinking = retention?.result === 'thinking';
    const reachable = input.customer?.phone !== undefined;
    let enquiry: Enquiry = {
      id,
      hallId: work.hallId,
      serviceDay: work.serviceDay,
      openedAt: work.now,
      openedByRef: work.by,
      topic: input.topic,
      question: input.question ?? null,
      articleId: input.articleId ?? null,
      state: 'open',
      outcome: null,
      ownerRef: work.by,
      ownerName: actorName(work.actor),
      offeredToRef: colleague?.value.ref ?? null,
      offeredToName: colleague?.value.name ?? null,
      offeredAt: colleague ? work.now : null,
      handovers: 0,
      note: input.note ?? null,
      dueAt: dueAt(work.now, { reachable, thinking }),
      overdueAt: null,
      closedAt: null,
      closedByRef: null,
      ticketId: null,
      visitId: null,
      customerName: input.customer?.name ?? null,
      customerPhone: input.customer?.phone ?? null,
    };
    work.record({
      kind: 'enquiry.opened',
      payload: { enquiryId: id, topic: input.topic, retention: retention !== null },
    });
    if (retention) recordRetentionEvents(work, null, retention);
    if (colleague) work.record({ kind: 'enquiry.handedOver', payload: { enquiryId: id, to: colleague.value.ref } });
    const over = ended?.value ?? (retention && !thinking ? ({ outcome: 'answered', ticket: null } as const) : null);
    if (over) enquiry = closed(work, enquiry, over);
    await insertEnquiry(work.tx, enquiry);
    if (retention) await saveRetention(work.tx, retention);
    if (enquiry.state === 'open') await work.setDeadline('enquiry.due', id, enquiry.dueAt);
    return success({ ...presentEnquiry(enquiry, retention), ticketNumber: over?.ticket?.number ?? null });
  },
});

async function locateEnquiry({ db }: Lookup, { enquiryId }: { enquiryId: string }): Promise<Result<string>> {
  const found = await findEnquiry(db, enquiryId);
  return found ? success(found.enquiry.hallId) : fail('not-found', { detail: 'There is no such enquiry.' });
}

async function openOne(work: Work, enquiryId: string): Promise<Result<EnquiryWithCase>> {
  const found = await findEnquiry(work.tx, enquiryId);
  if (!found) return fail('not-found', { detail: 'There is no such enquiry.' });
  if (found.enquiry.state !== 'open')
    return fail('wrong-state', { detail: 'The enquiry is closed.', currentState: 'closed' });
  return success(found);
}

/** An open question in the hands of its owner; shift leads may act for him. */
async function ownOne(work: Work, enquiryId: string): Promise<Result<EnquiryWithCase>> {
  const found = await openOne(work, enquiryId);
  if (!found.ok || found.value.enquiry.ownerRef === work.by || permits(work.actor, 'enquiry.lead', work.hallId))
    return found;
  return fail('not-the-owner', { detail: `${found.value.enquiry.ownerName ?? 'A colleague'} owns it.` });
}

/** The answer was given, a number was issued, or the customer went without one. */
export const closeEnquiry = queueCommand({
  name: 'enquiry.close',
  input: closeEnquiryBody.safeExtend({ enquiryId: idSchema }),
  permission: 'enquiry.work',
  locate: locateEnquiry,
  async run(work, { enquiryId, outcome, serviceCode, articleId, note }) {
    const found = await ownOne(work, enquiryId);
    if (!found.ok) return found;
    const strange = await strangeArticle(work, articleId);
    if (strange) return strange;
    const { enquiry, retention } = found.value;
    const { customerName: name, customerPhone: phone } = enquiry;
    const ended = await end(work, outcome, serviceCode, { name, phone });
    if (!ended.ok) return ended;
    const after = closed(
      work,
      { ...enquiry, articleId: articleId ?? enquiry.articleId, note: note ?? enquiry.note },
      ended.value,
    );
    await updateEnquiry(work.tx, after);
    await work.clearDeadline('enquiry.due', enquiryId);
    return success({ ...presentEnquiry(after, retention), ticketNumber: ended.value.ticket?.number ?? null });
  },
});

/** Asks a named colleague to take a question over. It stays with its owner until the colleague has accepted. */
export const handOverEnquiry = queueCommand({
  name: 'enquiry.handOver',
  input: handOverBody.extend({ enquiryId: idSchema }),
  permission: 'enquiry.work',
  locate: locateEnquiry,
  async run(work, { enquiryId, toColleague, note }) {
    const found = await ownOne(work, enquiryId);
    if (!found.ok) return found;
    const { enquiry, retention } = found.value;
    const colleague = await colleagueOf(work, toColleague, enquiry.ownerRef);
    if (!colleague.ok) return colleague;
    const { ref, name } = colleague.value;
    const after: Enquiry = {
      ...enquiry,
      offeredToRef: ref,
      offeredToName: name,
      offeredAt: work.now,
      note: note ?? enquiry.note,
    };
    await updateEnquiry(work.tx, after);
    work.record({ kind: 'enquiry.handedOver', payload: { enquiryId, to: ref } });
    return success(presentEnquiry(after, retention));
  },
});

const oneEnquiry = z.strictObject({ enquiryId: idSchema });

/** Whoever was asked to takes the question over; a shift lead may take any, when its owner is gone. */
export const acceptEnquiry = queueCommand({
  name: 'enquiry.accept',
  input: oneEnquiry,
  permission: 'enquiry.work',
  locate: locateEnquiry,
  async run(work, { enquiryId }) {
    const found = await openOne(work, enquiryId);
    if (!found.ok) return found;
    const { enquiry, retention } = found.value;
    if (enquiry.ownerRef === work.by) return success(presentEnquiry(enquiry, retention));
    if (enquiry.offeredToRef !== work.by && !permits(work.actor, 'enquiry.lead', work.hallId))
      return fail('not-the-owner', { detail: 'You were not asked to take it over.' });
    const after: Enquiry = {
      ...enquiry,
      ownerRef: work.by,
      ownerName: actorName(work.actor),
      offeredToRef: null,
      offeredToName: null,
      offeredAt: null,
      handovers: enquiry.handovers + 1,
    };
    await updateEnquiry(work.tx, after);
    work.record({ kind: 'enquiry.accepted', payload: { enquiryId, from: enquiry.ownerRef, to: work.by } });
    return success(presentEnquiry(after, retention));
  },
});

/** The colleague cannot take it, or its owner takes the request back: it stays where it is. */
export const declineEnquiry = queueCommand({
  name: 'enquiry.decline',
  input: oneEnquiry,
  permission: 'enquiry.work',
  locate: locateEnquiry,
  async run(work, { enquiryId }) {
    const found = await openOne(work, enquiryId);
    if (!found.ok) return found;
    const { enquiry, retention } = found.value;
    if (enquiry.offeredToRef === null)
      return fail('wrong-state', { detail: 'Nobody was asked to take it over.', currentState: 'open' });
    const mine = [enquiry.offeredToRef, enquiry.ownerRef].includes(work.by);
    if (!mine && !permits(work.actor, 'enquiry.lead', work.hallId)) return fail('not-the-owner');
    const after: Enquiry = { ...enquiry, offeredToRef: null, offeredToName: null, offeredAt: null };
    await updateEnquiry(work.tx, after);
    work.record({ kind: 'enquiry.declined', payload: { enquiryId, by: enquiry.offeredToRef } });
    return success(presentEnquiry(after, retention));
  },
});

/** What was found out and offered to a customer who wants to leave. A decision closes the question. */
export const recordRetention = queueCommand({
  name: 'enquiry.retain',
  input: retentionBody.extend({ enquiryId: idSchema }),
  permission: 'enquiry.work',
  locate: locateEnquiry,
  async run(work, { enquiryId, reason, words, offer, result }) {
    const found = await ownOne(work, enquiryId);
    if (!found.ok) return found;
    const { enquiry, retention: before } = found.value;
    const thinking = result === 'thinking';
    const retention: Retention = {
      enquiryId,
      hallId: work.hallId,
      reason,
      words: words ?? before?.words ?? null,
      offer: offer ?? before?.offer ?? null,
      result,
      openedAt: before?.openedAt ?? work.now,
      decidedAt: thinking ? null : work.now,
    };
    recordRetentionEvents(work, before, retention);
    const after = thinking
      ? { ...enquiry, dueAt: addSeconds(work.now, THINKING_SECONDS), overdueAt: null }
      : closed(work, enquiry, { outcome: 'answered', ticket: null });
    await updateEnquiry(work.tx, after);
    await saveRetention(work.tx, retention);
    if (thinking) await work.setDeadline('enquiry.due', enquiryId, after.dueAt);
    else await work.clearDeadline('enquiry.due', enquiryId);
    return success(presentEnquiry(after, retention));
  },
});

/** The time of an open question has passed: its owner, and everybody who looks, is told once. */
export async function enquiryOverdue(work: Work, { subjectId }: Deadline): Promise<void> {
  const found = await findEnquiry(work.tx, subjectId);
  if (found?.enquiry.state !== 'open' || found.enquiry.overdueAt) return;
  await updateEnquiry(work.tx, { ...found.enquiry, overdueAt: work.now });
  work.record({
    kind: 'enquiry.overdue',
    payload: { enquiryId: subjectId, topic: found.enquiry.topic, owner: found.enquiry.ownerRef },
  });
}
