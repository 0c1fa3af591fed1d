import { createHmac, timingSafeEqual } from 'node:crypto';

/** Holds what was read at the door, until the code is too old. */
export const DOOR_COOKIE = 'hall.door';

/** A door's code is another one every so often, and the one before still holds: long enough to walk in with it. */
export const DOOR_CODE_SECONDS = 600;

/** What the sign at the door of a hall shows at an instant: nobody who was not there lately knows it. */
export function doorCode(secret: string, hallId: string, at: Date): string {
  return codeOf(secret, hallId, windowOf(at));
}

/** Whether this is the code of the hall's door, of now or of the window before. */
export function isDoorCode(secret: string, hallId: string, code: string | undefined, now: Date): boolean {
  if (!code) return false;
  const given = Buffer.from(code);
  return [0, 1].some((ago) => {
    const right = Buffer.from(codeOf(secret, hallId, windowOf(now) - ago));
    return given.length === right.length && timingSafeEqual(given, right);
  });
}

function windowOf(at: Date): number {
  return Math.floor(at.getTime() / (DOOR_CODE_SECONDS * 1000));
}

function codeOf(secret: string, hallId: string, window: number): string {
  return createHmac('sha256', secret).update(`door:${hallId}:${window}`).digest('base64url').slice(0, 22);
}
