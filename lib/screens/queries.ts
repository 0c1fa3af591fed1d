import type { Result } from '@/lib/core/result';
import { hallOf } from '@/lib/door/locate';
import type { Database, Tx } from '@/lib/platform/db/client';
import type { Actor } from '@/lib/staff/actor';
import type { ScreenView } from './schema';
import type { ScreenKind } from './screen';

type ScreenActor = Extract<Actor, { kind: 'screen' }>;
type ScreenRow = NonNullable<Awaited<ReturnType<Tx['screen']['findUnique']>>>;

/** The screen of a token by its hash; null when there is none or it was revoked. */
export async function loadScreenActor(db: Database, tokenHash: string): Promise<ScreenActor | null> {
  const screen = await db.screen.findUnique({ where: { tokenHash } });
  if (!screen || screen.revokedAt) return null;
  return { kind: 'screen', id: screen.id, hallId: screen.hallId, screenKind: screen.kind };
}

export function toScreenView(row: ScreenRow): ScreenView {
  return {
    id: row.id,
    hallId: row.hallId,
    kind: row.kind as ScreenKind,
    name: row.name,
    createdAt: row.createdAt.toISOString(),
    pairingExpires: row.pairingExpires?.toISOString() ?? null,
    pairedAt: row.pairedAt?.toISOString() ?? null,
    zoneId: row.zoneId,
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    lastAckAt: row.lastAckAt?.toISOString() ?? null,
    build: row.build,
    reloadAskedAt: row.reloadAskedAt?.toISOString() ?? null,
    reloadedAt: row.reloadedAt?.toISOString() ?? null,
    silentAt: row.silentAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}

export async function findScreen(db: Database | Tx, id: string): Promise<ScreenView | null> {
  const row = await db.screen.findUnique({ where: { id } });
  return row ? toScreenView(row) : null;
}

/** The screen that waits for this pairing code, with its hall's name in addresses; null when no code is that. */
export async function findPairing(
  db: Tx,
  pairingHash: string,
): Promise<{
  id: string;
  hallId: string;
  slug: string;
  kind: ScreenKind;
  name: string;
  pairingExpires: Date | null;
} | null> {
  const row = await db.screen.findUnique({ where: { pairingHash } });
  const hall = row && (await db.hall.findUnique({ where: { id: row.hallId }, select: { slug: true } }));
  if (!hall || row.revokedAt) return null;
  const { id, hallId, kind, name, pairingExpires } = row;
  return { id, hallId, slug: hall.slug, kind: kind as ScreenKind, name, pairingExpires };
}

export function locateScreen(db: Database, id: string): Promise<Result<string>> {
  return hallOf(db.screen.findUnique({ where: { id }, select: { hallId: true } }), 'There is no such screen.');
}

/** Screens of a hall in the order in which they were made, after the id `after`. */
export async function listScreens(
  db: Database,
  hallId: string,
  page: { after?: string; limit: number },
): Promise<ScreenView[]> {
  const rows = await db.screen.findMany({
    where: { hallId, ...(page.after ? { id: { gt: page.after } } : {}) },
    orderBy: { id: 'asc' },
    take: page.limit,
  });
  return rows.map(toScreenView);
}

/** Whether a hall has this zone. */
export async function isZoneOf(tx: Tx, hallId: string, zoneId: string): Promise<boolean> {
  return (await tx.zone.count({ where: { id: zoneId, hallId } })) === 1;
}

/** What the clockwork needs of a screen that is connected. */
export interface WatchedScreen {
  id: string;
  hallId: string;
  pairedAt: Date | null;
  lastSeenAt: Date | null;
  pageId: string | null;
  build: string | null;
  silentAt: Date | null;
  reloadAskedAt: Date | null;
  revokedAt: Date | null;
  kind: ScreenKind;
  name: string;
  zoneId: string | null;
}

export async function listWatched(db: Database | Tx, ids: readonly string[]): Promise<WatchedScreen[]> {
  const rows = await db.screen.findMany({ where: { id: { in: [...ids] }, revokedAt: null }, orderBy: { id: 'asc' } });
  return rows.map((row) => ({ ...row, kind: row.kind as ScreenKind }));
}

/** Silent screens of a hall, the longest silent first. */
export async function listSilent(db: Database, hallId: string): Promise<WatchedScreen[]> {
  const rows = await db.screen.findMany({
    where: { hallId, revokedAt: null, silentAt: { not: null } },
    orderBy: [{ silentAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({ ...row, kind: row.kind as ScreenKind }));
}
