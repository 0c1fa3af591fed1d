import { createHmac, randomBytes } from 'node:crypto';
import { phoneDigits } from './remote-limits';

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

/** What is kept of a phone number to know its owner again: a keyed hash of its digits; null where none was given. */
export function personMark(secret: string, phone: string | undefined): string | null {
  if (!phone) return null;
  return createHmac('sha256', secret)
    .update(`phone:${phoneDigits(phone)}`)
    .digest('base64url');
}
