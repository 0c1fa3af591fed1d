import type { Database } from '@/lib/platform/db/client';
import type { OwnLimits } from './form-values';

export async function findOwnLimits(db: Database, serviceId: string): Promise<OwnLimits | null> {
  return db.service.findUnique({
    where: { id: serviceId },
    select: { handlingTargetSeconds: true, goalSeconds: true, limitSeconds: true },
  });
}

export interface AuditRow {
  id: string;
  at: Date;
  actorRef: string;
  action: string;
  subject: string;
  before: unknown;
  after: unknown;
}

/**
 * Changes of a hall, newest first, older than the entry `before`; with those above all halls (people, sign-ins) where
 * `houseToo` says so.
 */
export async function listAudit(
  db: Database,
  hallId: string,
  page: { before?: string; limit: number; houseToo: boolean },
): Promise<AuditRow[]> {
  return db.auditEntry.findMany({
    where: {
      OR: [{ hallId }, ...(page.houseToo ? [{ hallId: null }] : [])],
      // Ids rise with time (by the millisecond), so they order and page at once.
      ...(page.before ? { id: { lt: page.before } } : {}),
    },
    orderBy: { id: 'desc' },
    take: page.limit,
    select: { id: true, at: true, actorRef: true, action: true, subject: true, before: true, after: true },
  });
}

/** Names behind references such as "staff:<id>", "key:<id>" and "screen:<id>". */
export async function namesOfRefs(db: Database, refs: readonly string[]): Promise<Map<string, string>> {
  const ids = (kind: string) => [
    ...new Set(refs.filter((ref) => ref.startsWith(`${kind}:`)).map((ref) => ref.slice(kind.length + 1))),
  ];
  const named = { id: true, name: true } as const;
  const staff = await db.staff.findMany({ where: { id: { in: ids('staff') } }, select: named });
  const keys = await db.apiKey.findMany({ where: { id: { in: ids('key') } }, select: named });
  const screens = await db.screen.findMany({ where: { id: { in: ids('screen') } }, select: named });
  return new Map([
    ...staff.map(({ id, name }) => [`staff:${id}`, name] as const),
    ...keys.map(({ id, name }) => [`key:${id}`, name] as const),
    ...screens.map(({ id, name }) => [`screen:${id}`, name] as const),
  ]);
}
