/** A hall as the search reads it. */
export interface SearchableHall {
  slug: string;
  names: Record<string, string>;
  address: Record<string, string>;
  transport: Record<string, string>;
  latitude: number | null;
  longitude: number | null;
  open: boolean;
  waiting: number;
  services: readonly { code: string; names: Record<string, string> }[];
}

/** Letters as they are compared: without case, accents, spaces and width. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Every word of the question is found in the hall's name, address, way there or services, in any language. */
export function matches(hall: SearchableHall, question: string): boolean {
  const words = plain(question).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = plain(
    [hall.names, hall.address, hall.transport, ...hall.services.map((service) => service.names)]
      .flatMap((names) => Object.values(names))
      .concat(hall.slug)
      .join('\n'),
  );
  return words.every((word) => text.includes(word));
}

interface Place {
  latitude: number | null;
  longitude: number | null;
}

const EARTH_KM = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Kilometres between two places as the crow flies; null where one of them is not known. */
export function distanceKm(from: Place, to: Place): number | null {
  if (from.latitude === null || from.longitude === null || to.latitude === null || to.longitude === null) return null;
  const [lat, lon] = [radians(to.latitude - from.latitude), radians(to.longitude - from.longitude)];
  const a =
    Math.sin(lat / 2) ** 2 + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(lon / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(a)));
}

/** Open halls first; then the nearest to `near`, where it is known; then the one with fewer people waiting. */
export function byUsefulness<Hall extends SearchableHall>(halls: readonly Hall[], near: Place | null): Hall[] {
  const far = (hall: Hall) => (near && distanceKm(near, hall)) ?? Number.POSITIVE_INFINITY;
  return [...halls].sort((a, b) => {
    if (a.open !== b.open) return a.open ? -1 : 1;
    const [nearA, nearB] = [far(a), far(b)];
    if (near && nearA !== nearB) return nearA - nearB;
    return a.waiting - b.waiting || a.slug.localeCompare(b.slug);
  });
}
