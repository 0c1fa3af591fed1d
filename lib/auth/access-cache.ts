import { type AccessChanged, type House, onAccessChanged } from '@/lib/door/house';
import { perHouse } from '@/lib/platform/per-house';
import { type Actor, actorRef } from '@/lib/staff/actor';

interface Entry {
  actor: Actor;
  /** Sessions end by themselves. */
  expiresAt: number;
}

/** When a key or screen was last used is written down at most this often. */
const NOTE_EVERY_MS = 60_000;

const MOST = 10_000;

/** Where several servers may share the database, a revocation whose message got lost holds after this at the latest. */
const SHARED_MS = 2_000;

/**
 * Credentials that were checked, so that a request costs no query. Whatever changes access says so on the bus and is
 * forgotten here at once; servers tell each other through Redis.
 */
export class AccessCache {
  private readonly entries = new Map<string, Entry>();
  private readonly noted = new Map<string, number>();
  /** Counts what was told on the bus: whoever checked a credential before a change must not keep it after. */
  changes = 0;

  constructor(private readonly longestMs: number) {}

  find(credential: string, at: number): Actor | undefined {
    const entry = this.entries.get(credential);
    if (entry && entry.expiresAt > at) return entry.actor;
    this.entries.delete(credential);
    return undefined;
  }

  /** `seen`: the count of changes before the credential was checked. */
  keep(credential: string, { actor, expiresAt }: Entry, seen: number, at: number): void {
    if (seen !== this.changes) return;
    this.entries.set(credential, { actor, expiresAt: Math.min(expiresAt, at + this.longestMs) });
    const [oldest] = this.entries.keys();
    if (this.entries.size > MOST && oldest !== undefined) this.entries.delete(oldest);
  }

  /** Is it time to write down that this key or screen was used? Says so once a minute. */
  isNoteDue(ref: string, at: number): boolean {
    if (at - (this.noted.get(ref) ?? Number.NEGATIVE_INFINITY) < NOTE_EVERY_MS) return false;
    this.noted.set(ref, at);
    return true;
  }

  forget({ ref, sessionId }: Omit<AccessChanged, 'local'>): void {
    this.changes++;
    for (const [credential, { actor }] of this.entries)
      if (actorRef(actor) === ref && (!sessionId || (actor.kind === 'staff' && actor.sessionId === sessionId)))
        this.entries.delete(credential);
  }
}

export function accessCache(house: House): AccessCache {
  return perHouse(house, 'access cache', () => {
    const cache = new AccessCache(house.shared ? SHARED_MS : Number.POSITIVE_INFINITY);
    onAccessChanged(house, (change) => cache.forget(change));
    return cache;
  });
}
