import { v7 } from 'uuid';

// The server and the bundled pages hold separate copies of this module and give ids to rows of the same tables.
const shared = globalThis as typeof globalThis & { lastIdOrder?: number };

/** Counts ids in the 32 bits that follow the time; begins anywhere in the lower half, so that it does not run over. */
function nextOrder(): number {
  shared.lastIdOrder ??= Math.floor(Math.random() * 2 ** 31);
  shared.lastIdOrder = (shared.lastIdOrder + 1) >>> 0;
  return shared.lastIdOrder;
}

/**
 * A new id: UUID version 7, so that rows written together lie together in every index. Ids of one process rise in the
 * order in which they were given, also within a millisecond: a list that is ordered by time and then by id shows what
 * happened in the order in which it happened, and does so every time.
 */
export function newId(now: Date): string {
  return v7({ msecs: now.getTime(), seq: nextOrder() });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(text: string): boolean {
  return UUID.test(text);
}
