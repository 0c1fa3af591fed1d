import { env } from '@/lib/platform/env';

/**
 * Browsers say where a request comes from; one that carries a cookie must come from our own pages. Programs that say
 * nothing send their cookie themselves and are not tricked into it.
 */
export function isSameOrigin(request: Request): boolean {
  if (!request.headers.has('cookie') || request.headers.has('authorization')) return true;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('origin');
  if (origin === null) return true;
  return ownHosts(request).has(hostOf(origin));
}

function ownHosts(request: Request): Set<string> {
  const { BASE_URL } = env();
  const host = request.headers.get('host') ?? new URL(request.url).host;
  return new Set([host, ...(BASE_URL ? [hostOf(BASE_URL)] : [])]);
}

function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return '';
  }
}
