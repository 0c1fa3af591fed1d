import { fail, type Result, success } from '@/lib/core/result';
import { readState } from '@/lib/door/execute';
import { findHallId } from '@/lib/halls/queries';
import { type Moment, momentOf } from '@/lib/realtime/presenter';
import { type Permission, permits, refusal } from '@/lib/staff/policy';
import type { Call } from './route';

/** Header that says which version of the hall an answer shows; the same number as in live views. */
export const VERSION_HEADER = 'x-hall-version';

/**
 * Reads a moment of a hall, named by id or slug, for an actor with the permission there. A hall out of use exists only
 * for those who may see its settings.
 */
export async function readHall<T>(
  { house, actor, answerHeaders }: Pick<Call, 'house' | 'actor' | 'answerHeaders'>,
  hall: string,
  permission: Permission,
  read: (moment: Moment) => T,
): Promise<Result<T>> {
  const hallId = await findHallId(house.db, hall);
  if (!hallId) return fail('not-found', { detail: 'There is no such hall.' });
  if (!permits(actor, permission, hallId)) return fail(refusal(actor, hallId));
  const found = await readState(house, hallId, (state) =>
    state.config.active || permits(actor, 'settings.read', hallId)
      ? { version: state.version, value: read(momentOf(state, house.clock.now())) }
      : null,
  );
  if (!found) return fail('not-found', { detail: 'There is no such hall.' });
  answerHeaders.set(VERSION_HEADER, String(found.version));
  return success(found.value);
}
