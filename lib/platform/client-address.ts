import type { IncomingMessage } from 'node:http';

/** The header in which the server tells the doors where a request came from. A value sent by the client is replaced. */
export const CLIENT_ADDRESS_HEADER = 'x-client-address';

/**
 * Notes the caller's address on a request, before any door sees it: the connection's own, or, behind `trustedProxies`
 * proxies, the entry of X-Forwarded-For that the outermost of them wrote.
 */
export function noteClientAddress(request: IncomingMessage, trustedProxies: number): void {
  const connection = request.socket.remoteAddress ?? 'unknown';
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const address = trustedProxies > 0 ? (forwarded.at(-trustedProxies) ?? connection) : connection;
  request.headers[CLIENT_ADDRESS_HEADER] = address.slice(0, 100);
}

/** The caller's address as the server noted it. */
export function clientAddress(headers: Headers): string {
  return headers.get(CLIENT_ADDRESS_HEADER) ?? 'unknown';
}
