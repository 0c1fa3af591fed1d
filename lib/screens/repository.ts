import type { Database, Tx } from '@/lib/platform/db/client';
import type { ScreenKind } from './screen';

export async function insertScreen(
  tx: Tx,
  screen: { id: string; hallId: string; kind: ScreenKind; name: string; createdAt: Date },
): Promise<void> {
  await tx.screen.create({ data: screen });
}

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
    data: { pairingHash: null, pairingExpires: null, tokenHash, pairedAt: at, lastSeenAt: at },
  });
}

export async function revokeScreenRow(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.screen.update({
    where: { id },
    data: { revokedAt: at, tokenHash: null, pairingHash: null, pairingExpires: null },
  });
}

export async function noteScreenSeen(db: Database, id: string, at: Date): Promise<void> {
  await db.screen.updateMany({ where: { id }, data: { lastSeenAt: at } });
}
