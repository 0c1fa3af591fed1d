import type { House } from '@/lib/door/house';
import { perHouse } from '@/lib/platform/per-house';
import { type Allowance, RateLimit } from '@/lib/platform/rate-limits';
import { type Actor, actorRef } from '@/lib/staff/actor';

/**
 * Requests that one caller may send. Whoever has an identity is only kept from running away: a program may drive a
 * whole hall. Without one, an address: a hall's guests often share it.
 */
export const ALLOWANCES = {
  identified: { points: 100_000, seconds: 60 },
  anonymous: { points: 1_200, seconds: 60 },
  /** All attempts to sign in; each costs a slow hash. */
  signIn: { points: 300, seconds: 60 },
  /** Wrong passwords, whatever the name: against trying one password on many names. */
  failedSignIn: { points: 50, seconds: 300 },
  pairing: { points: 10, seconds: 60 },
  /** Visits of customers' private pages: against trying out links. */
  privatePage: { points: 60, seconds: 60 },
  remoteTicket: { points: 20, seconds: 60 },
  /** Numbers from one kiosk: more than people can take, fewer than a child at play. */
  kioskTicket: { points: 20, seconds: 60 },
  /** Codes typed or scanned at one kiosk: against trying them out. */
  kioskCode: { points: 20, seconds: 60 },
} as const satisfies Record<string, Allowance>;

export type LimitName = keyof typeof ALLOWANCES;

function limit(house: House, name: LimitName): RateLimit {
  return perHouse(
    house,
    `limit ${name}`,
    () => new RateLimit(name, ALLOWANCES[name], { local: name === 'identified' }),
  );
}

/** Seconds to wait before the caller may go on, or null. */
export function takeRequest(house: House, actor: Actor, address: string): Promise<number | null> {
  return actor.kind === 'anonymous'
    ? limit(house, 'anonymous').take(address)
    : limit(house, 'identified').take(actorRef(actor));
}

export function takeFrom(house: House, name: LimitName, address: string): Promise<number | null> {
  return limit(house, name).take(address);
}

export function askLimit(house: House, name: LimitName, address: string): Promise<number | null> {
  return limit(house, name).ask(address);
}
