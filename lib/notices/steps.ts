import type { Tx } from '@/lib/platform/db/client';
import { hallVersion, hasListeners } from './queries';
import { deleteSubscription, setCursor } from './repository';

/**
 * Before somebody begins to listen: where nobody listened so far, what happened until now is no news for him. Where
 * others listen already, the hall's events are followed and go on being so.
 */
export async function followEvents(tx: Tx, hallId: string): Promise<void> {
  if (!(await hasListeners(tx, hallId))) await setCursor(tx, hallId, await hallVersion(tx, hallId));
}

/** A phone that is no longer there. */
export function forgetSubscription(tx: Tx, id: string): Promise<void> {
  return deleteSubscription(tx, id);
}
