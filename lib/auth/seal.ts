import { createCipheriv, createDecipheriv, createECDH, createHmac, randomBytes } from 'node:crypto';

/** Key for one purpose, from the house's own secret. */
function keyFor(houseSecret: string, purpose: string): Buffer {
  return createHmac('sha256', houseSecret).update(`seal:${purpose}`).digest();
}

/** A text as the database may keep it: unreadable without the house's secret (AES-256-GCM). */
export function seal(houseSecret: string, purpose: string, text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor(houseSecret, purpose), iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

/** The text of a seal; null when it was sealed with another secret, or changed. */
export function unseal(houseSecret: string, purpose: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFor(houseSecret, purpose), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** By which phones know that a push message is this house's (VAPID, RFC 8292): a P-256 pair, base64url. */
export interface PushKeys {
  publicKey: string;
  privateKey: string;
}

/** Made from the house's secret, like its other keys: nothing to store, and the same on all servers of a house. */
export function pushKeys(houseSecret: string): PushKeys {
  const pair = createECDH('prime256v1');
  for (let attempt = 0; ; attempt++) {
    const bytes = createHmac('sha256', houseSecret).update(`push-key:${attempt}`).digest();
    try {
      pair.setPrivateKey(bytes);
      return { publicKey: pair.getPublicKey('base64url'), privateKey: bytes.toString('base64url') };
    } catch {
      // Beyond the order of the curve, which happens once in four billion secrets: the next one.
    }
  }
}
