import { fail, type Result, success } from '@/lib/core/result';
import type { HallConfig } from '@/lib/halls/hall-config';
import { distanceKm } from '@/lib/hotline/hall-search';

/** How somebody has shown that he is at the hall. */
export type Proof = 'position' | 'door';

/**
 * Whether a customer who checks in is at the hall, where the hall asks: by the code of its door, or by a position that
 * is near enough. Null where the hall does not ask. The position goes no further than this comparison.
 */
export function presence(
  { checkInMetres, latitude, longitude }: Pick<HallConfig, 'checkInMetres' | 'latitude' | 'longitude'>,
  shown: { position?: { latitude: number; longitude: number } | undefined; atDoor?: boolean | undefined },
): Result<Proof | null> {
  if (checkInMetres === null) return success(null);
  if (shown.atDoor) return success('door');
  const km = shown.position ? distanceKm(shown.position, { latitude, longitude }) : null;
  if (km === null) return fail('presence-needed');
  return km * 1000 <= checkInMetres ? success('position') : fail('too-far');
}
