import type { DeadlineKind } from '@/lib/deadlines/deadline';
import { saveDeadline } from '@/lib/deadlines/repository';
import type { Tx } from '@/lib/platform/db/client';
import { type Actor, actorRef } from '@/lib/staff/actor';
import type { NewEvent } from '@/lib/touchpoints/events';
import type { AccessChanged } from './house';

/** What a settings command works with: the transaction, and the audit that goes with the change. */
export class SettingsWork {
  constructor(
    readonly tx: Tx,
    readonly actor: Actor,
    readonly now: Date,
    readonly hallId: string | null,
    /** The house's secret, from which keys, tokens and codes are made. */
    readonly secret: string,
    private readonly id: () => string,
  ) {}

  /** Whose way in this changes: told on the bus after the commit, so that sessions and sockets end at once. */
  readonly accessChanges: AccessChanged[] = [];

  changeAccess(change: Omit<AccessChanged, 'local'>): void {
    this.accessChanges.push({ ...change, local: true });
  }

  get by(): string {
    return actorRef(this.actor);
  }

  newId(): string {
    return this.id();
  }

  /** Events that go with the change, in the order of the calls. Only for commands on one hall. */
  readonly events: NewEvent[] = [];

  record(event: NewEvent): void {
    this.events.push(event);
  }

  /** As a queue command's: from `dueAt` on the house does what the kind of deadline says, once. */
  setDeadline(hallId: string, kind: DeadlineKind, subjectId: string, dueAt: Date): Promise<void> {
    return saveDeadline(this.tx, { id: this.newId(), hallId, kind, subjectId, dueAt });
  }

  /** Who changed what, from what to what. Secrets must not be in `before` or `after`. */
  async audit(action: string, subject: string, before: object | null, after: object | null): Promise<void> {
    await this.tx.auditEntry.create({
      data: {
        id: this.newId(),
        hallId: this.hallId,
        at: this.now,
        actorRef: this.by,
        action,
        subject,
        ...(before ? { before } : {}),
        ...(after ? { after } : {}),
      },
    });
  }
}
