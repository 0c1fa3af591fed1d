import { v7 } from 'uuid';

/** A new id: UUID version 7, so that rows written together lie together in every index. */
export function newId(now: Date): string {
  return v7({ msecs: now.getTime() });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(text: string): boolean {
  return UUID.test(text);
}
