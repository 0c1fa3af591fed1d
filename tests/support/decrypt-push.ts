import { createDecipheriv, type ECDH, hkdfSync } from 'node:crypto';

const hkdf = (key: Buffer, salt: Buffer, info: Buffer, length: number) =>
  Buffer.from(hkdfSync('sha256', key, salt, info, length));

/** Reads a push message as its browser would (RFC 8291, aes128gcm of RFC 8188): one record, its JSON. */
export function decryptPush(body: Buffer, browser: { pair: ECDH; auth: Buffer }): unknown {
  const salt = body.subarray(0, 16);
  const idLength = body.readUInt8(20);
  const sender = body.subarray(21, 21 + idLength);
  const sealed = body.subarray(21 + idLength);
  const shared = browser.pair.computeSecret(sender);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), browser.pair.getPublicKey(), sender]);
  const secret = hkdf(shared, browser.auth, info, 32);
  const key = hkdf(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = hkdf(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  const text = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]).toString();
  // The record ends with the mark of the last one.
  return JSON.parse(text.slice(0, text.lastIndexOf('\u0002')));
}
