import { createHmac, timingSafeEqual } from 'node:crypto';

const PREFIX = 't_';

/**
 * The customer's token: the ticket's id and a keyed hash of it. Nobody can guess one, nothing secret is stored, and a
 * reprint shows the same code.
 */
export function ticketToken(secret: string, ticketId: string): string {
  const id = Buffer.from(ticketId.replaceAll('-', ''), 'hex').toString('base64url');
  return `${PREFIX}${id}${mac(secret, ticketId)}`;
}

/** The ticket id of a token, or null when it is not one of ours. */
export function ticketIdOf(secret: string, token: string): string | null {
  if (!token.startsWith(PREFIX) || token.length !== PREFIX.length + 44) return null;
  const hex = Buffer.from(token.slice(PREFIX.length, PREFIX.length + 22), 'base64url').toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const given = Buffer.from(token.slice(PREFIX.length + 22));
  const right = Buffer.from(mac(secret, id));
  return given.length === right.length && timingSafeEqual(given, right) ? id : null;
}

function mac(secret: string, ticketId: string): string {
  return createHmac('sha256', secret).update(`ticket:${ticketId}`).digest().subarray(0, 16).toString('base64url');
}
