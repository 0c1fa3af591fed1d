import type { Role } from './roles';

/** Who asks. Made only by the doors (session, key, screen token, ticket token) and by the house itself. */
export type Actor =
  | { kind: 'staff'; id: string; name: string; sessionId: string; roles: { hallId: string | null; role: Role }[] }
  | { kind: 'key'; id: string; name: string; hallId: string; role: Role }
  | { kind: 'screen'; id: string; hallId: string; screenKind: string }
  | { kind: 'customer'; ticketId: string; visitId: string; hallId: string }
  | { kind: 'anonymous' }
  /** The house's own duties: time-driven flags, end of day, first set-up. */
  | { kind: 'system' };

/** The form in which events, audit and sessions keep an actor. */
export function actorRef(actor: Actor): string {
  switch (actor.kind) {
    case 'customer':
      return `customer:${actor.visitId}`;
    case 'anonymous':
    case 'system':
      return actor.kind;
    default:
      return `${actor.kind}:${actor.id}`;
  }
}

/** What colleagues call somebody of the staff, or a program; null for all others. */
export function actorName(actor: Actor): string | null {
  return actor.kind === 'staff' || actor.kind === 'key' ? actor.name : null;
}

/** The roles an actor has in a hall. An administrator's roles hold in every hall. */
export function rolesIn(actor: Actor, hallId: string | null): Role[] {
  if (actor.kind === 'staff')
    return actor.roles.filter((r) => r.hallId === null || (hallId !== null && r.hallId === hallId)).map((r) => r.role);
  if (actor.kind === 'key') return actor.hallId === hallId ? [actor.role] : [];
  return [];
}

/** Things of another hall do not exist for an actor (404, not 403). */
export function belongsTo(actor: Actor, hallId: string): boolean {
  switch (actor.kind) {
    case 'staff':
      return actor.roles.some((r) => r.hallId === null || r.hallId === hallId);
    case 'key':
    case 'screen':
    case 'customer':
      return actor.hallId === hallId;
    case 'anonymous':
    case 'system':
      return true;
  }
}
