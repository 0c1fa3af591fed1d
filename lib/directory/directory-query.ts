/** Where somebody is, rounded to about a kilometre before it leaves his phone. */
export interface Near {
  latitude: number;
  longitude: number;
}

/** The words searched for, at most as many letters as a person types. */
export function searchedWords(value: string | string[] | undefined): string {
  return (typeof value === 'string' ? value : '').trim().slice(0, 100);
}

/** A place of the address line, `31.23,121.47`; null for what is none. */
export function nearOf(value: string | string[] | undefined): Near | null {
  const match = typeof value === 'string' ? /^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)$/.exec(value) : null;
  if (!match) return null;
  const [latitude, longitude] = [Number(match[1]), Number(match[2])];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}
