import { createHmac, randomBytes } from 'node:crypto';

/** The cookie by which a phone that took a number is known again. It names nobody. */
export const DEVICE_COOKIE = 'hall.device';
export const DEVICE_SECONDS = 400 * 24 * 3600;

const DEVICE = /^[\w-]{22}$/;

export function newDevice(): string {
  return randomBytes(16).toString('base64url');
}

/** What is kept of a device: a keyed hash, so that the database tells nobody's cookie; null for what is no device. */
export function deviceMark(secret: string, device: string | undefined): string | null {
  if (!device || !DEVICE.test(device)) return null;
  return createHmac('sha256', secret).update(`device:${device}`).digest('base64url');
}
