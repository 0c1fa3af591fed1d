import { createHmac, timingSafeEqual } from 'node:crypto';

const PREFIX = 'c_';

/** The customer's private link: the complaint's id and a keyed hash of it. Nobody can guess one, nothing is stored. */
export function complaintToken(secret: string, complaintId: string): string {
  const id = Buffer.from(complaintId.replaceAll('-', ''), 'hex').toString('base64url');
  return `${PREFIX}${id}${mac(secret, complaintId)}`;
}

/** The complaint's id, or null when the token is none of ours. */
export function complaintIdOf(secret: string, token: string): string | null {
  if (!token.startsWith(PREFIX) || token.length !== PREFIX.length + 44) return null;
  const hex = Buffer.from(token.slice(PREFIX.length, PREFIX.length + 22), 'base64url').toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const given = Buffer.from(token.slice(PREFIX.length + 22));
  const right = Buffer.from(mac(secret, id));
  return given.length === right.length && timingSafeEqual(given, right) ? id : null;
}

function mac(secret: string, complaintId: string): string {
  return createHmac('sha256', secret).update(`complaint:${complaintId}`).digest().subarray(0, 16).toString('base64url');
}
