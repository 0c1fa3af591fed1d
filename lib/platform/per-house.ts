import type { House } from '@/lib/door/house';

// Pages, routes and the server hold separate copies of every module; what must exist once lies on globalThis.
const shared = globalThis as typeof globalThis & { businessHallParts?: WeakMap<House, Map<string, unknown>> };

/** A part that exists once for each house in this process (caches, limits, the auth library), built at first use. */
export function perHouse<T>(house: House, name: string, build: () => T): T {
  shared.businessHallParts ??= new WeakMap();
  let parts = shared.businessHallParts.get(house);
  if (!parts) {
    parts = new Map();
    shared.businessHallParts.set(house, parts);
  }
  if (!parts.has(name)) parts.set(name, build());
  return parts.get(name) as T;
}
