import { type Actor, actorRef } from '@/lib/staff/actor';
import { permits } from '@/lib/staff/policy';
import type { Complaint } from './complaint';
import { allows } from './machine';
import type { ComplaintAction } from './schema';

/** The leads of a hall see every complaint and may act for its owner. */
export function isLead(actor: Actor, hallId: string): boolean {
  return permits(actor, 'complaint.lead', hallId);
}

/** Who works on it: its owner, whoever took it down, and a colleague who was asked to take it over. */
export function worksOn(
  actor: Actor,
  { ownerRef, registeredByRef, offeredRef }: Pick<Complaint, 'ownerRef' | 'registeredByRef' | 'offeredRef'>,
): boolean {
  const me = actorRef(actor);
  return me === ownerRef || me === registeredByRef || me === offeredRef;
}

/** Names, phone and words are for those who work on it and for the leads. */
export function seesPersonal(actor: Actor, complaint: Complaint): boolean {
  return (
    permits(actor, 'complaint.register', complaint.hallId) &&
    (worksOn(actor, complaint) || isLead(actor, complaint.hallId))
  );
}

/** May this person do this with the complaint, if its state allows it? */
export function mayDo(actor: Actor, complaint: Complaint, action: ComplaintAction): boolean {
  const lead = isLead(actor, complaint.hallId);
  if (action === 'accept' || action === 'decline') return actorRef(actor) === complaint.offeredRef;
  if (action === 'note' || action === 'reopen') return lead || worksOn(actor, complaint);
  return lead || actorRef(actor) === complaint.ownerRef;
}

/** Everything that this person may do with the complaint as it is now. */
export function actionsOf(actor: Actor, complaint: Complaint): ComplaintAction[] {
  const all: ComplaintAction[] = ['accept', 'decline', 'reply', 'dispatch', 'remedy', 'note', 'close', 'reopen'];
  return all.filter((action) => {
    if (!mayDo(actor, complaint, action)) return false;
    if (action === 'note' || action === 'remedy') return complaint.state !== 'closed';
    return allows(complaint, action);
  });
}
