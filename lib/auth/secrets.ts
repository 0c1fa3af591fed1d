import { createHash, createHmac } from 'node:crypto';

/** What the database keeps of a key or token: enough to know it again, useless to whoever reads the database. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/**
 * A secret of 32 bytes for one purpose and thing, made from the house's own. It is not stored anywhere, and a repeated
 * request (same Idempotency-Key) can be given the same answer.
 */
function derived(houseSecret: string, purpose: string, id: string): Buffer {
  return createHmac('sha256', houseSecret).update(`${purpose}:${id}`).digest();
}

export const KEY_PREFIX = 'k_';
export const SCREEN_PREFIX = 's_';

/** A program's key, shown once: "k_" and 43 letters. */
export function apiKeySecret(houseSecret: string, keyId: string): string {
  return KEY_PREFIX + derived(houseSecret, 'api-key', keyId).toString('base64url');
}

/** How a key is named in lists: its first letters. */
export function keyPrefix(key: string): string {
  return key.slice(0, 8);
}

/** The token of a paired screen; pairing again makes another. */
export function screenToken(houseSecret: string, screenId: string, pairedAt: string): string {
  return SCREEN_PREFIX + derived(houseSecret, 'screen', `${screenId}:${pairedAt}`).toString('base64url');
}

/** The secret of a webhook, in the form that receivers' libraries take (standardwebhooks.com). Another moment, another secret. */
export function webhookSecret(houseSecret: string, webhookId: string, madeAt: Date): string {
  return `whsec_${derived(houseSecret, 'webhook', `${webhookId}:${madeAt.toISOString()}`).toString('base64')}`;
}

// Without 0, O, 1, I, L: the code is read from one screen and typed on another.
const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** The pairing code of a screen: eight letters (39 bits), good for minutes and once. */
export function pairingCode(houseSecret: string, screenId: string, madeAt: string): string {
  const bytes = derived(houseSecret, 'pairing', `${screenId}:${madeAt}`);
  return Array.from({ length: 8 }, (_, i) => CODE_LETTERS[bytes.readUInt16BE(i * 2) % CODE_LETTERS.length]).join('');
}

/** Hash of a pairing code with the house's secret, because a short code could be found from a plain hash. */
export function pairingHash(houseSecret: string, code: string): string {
  return createHmac('sha256', houseSecret).update(`pairing-code:${code.toUpperCase()}`).digest('base64url');
}
