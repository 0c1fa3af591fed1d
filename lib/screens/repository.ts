import type { Database, Tx } from '@/lib/platform/db/client';
import type { ScreenKind } from './screen';

export async function insertScreen(
  tx: Tx,
  screen: { id: string; hallId: string; kind: ScreenKind; name: string; zoneId: string | null; createdAt: Date },
): Promise<void> {
  await tx.screen.create({ data: screen });
}

/** A device that was just paired has said nothing of itself yet, whatever stood in its place before. */
const UNHEARD = { silentAt: null, pageId: null, build: null, reloadAskedAt: null };

/** A code to pair with, in place of any earlier one. */
export async function savePairing(
  tx: Tx,
  id: string,
  pairing: { pairingHash: string; pairingExpires: Date },
): Promise<void> {
  await tx.screen.update({ where: { id }, data: pairing });
}

/** The code is used up, the token takes its place (and that of an earlier device's token). */
export async function savePaired(tx: Tx, id: string, tokenHash: string, at: Date): Promise<void> {
  await tx.screen.update({
    where: { id },
    data: { pairingHash: null, pairingExpires: null, tokenHash, pairedAt: at, lastSeenAt: at, ...UNHEARD },
  });
}

export async function revokeScreenRow(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.screen.update({
    where: { id },
    data: { revokedAt: at, tokenHash: null, pairingHash: null, pairingExpires: null, silentAt: null },
  });
}

export async function noteScreenSeen(db: Database, id: string, at: Date): Promise<void> {
  await db.screen.updateMany({ where: { id }, data: { lastSeenAt: at } });
}

/** Screens with an open connection. Written beside the commands, like each use of a key: nothing follows from it. */
export async function noteScreensSeen(db: Database, ids: readonly string[], at: Date): Promise<void> {
  await db.screen.updateMany({ where: { id: { in: [...ids] } }, data: { lastSeenAt: at } });
}

/** What became of a screen: silent, heard again, another page, asked to load anew. */
export async function updateScreen(
  tx: Tx,
  id: string,
  change: {
    lastSeenAt?: Date;
    build?: string | null;
    pageId?: string;
    silentAt?: Date | null;
    reloadAskedAt?: Date | null;
    reloadedAt?: Date;
  },
): Promise<void> {
  await tx.screen.update({ where: { id }, data: change });
}
