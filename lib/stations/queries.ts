import type { Localized, LocalizedText } from '@/lib/core/localized';
import type { Result } from '@/lib/core/result';
import type { Lookup } from '@/lib/door/command';
import { hallOf } from '@/lib/door/locate';
import type { Database, Tx } from '@/lib/platform/db/client';
import type { Station, StationState, Trial } from './station';

type StationRow = NonNullable<Awaited<ReturnType<Tx['station']['findUnique']>>>;

function toStation(row: StationRow): Station {
  return {
    ...row,
    names: row.names as Localized,
    shows: row.shows as LocalizedText,
    state: row.state as StationState,
  };
}

export async function findStation(db: Database | Tx, id: string): Promise<Station | null> {
  const row = await db.station.findUnique({ where: { id } });
  return row ? toStation(row) : null;
}

export async function findStationByCode(db: Database | Tx, hallId: string, code: string): Promise<Station | null> {
  const row = await db.station.findUnique({ where: { hallId_code: { hallId, code } } });
  return row ? toStation(row) : null;
}

/** The stations of a hall; those that are out of use only for managers. */
export async function listStations(
  db: Database | Tx,
  hallId: string,
  { all }: { all: boolean } = { all: false },
): Promise<Station[]> {
  const rows = await db.station.findMany({
    where: { hallId, ...(all ? {} : { active: true }) },
    orderBy: [{ sort: 'asc' }, { code: 'asc' }],
  });
  return rows.map(toStation);
}

export function locateTrial({ db }: Pick<Lookup, 'db'>, id: string): Promise<Result<string>> {
  return hallOf(db.trial.findUnique({ where: { id }, select: { hallId: true } }), 'There is no such trial.');
}

export async function findTrial(tx: Tx, hallId: string, id: string): Promise<Trial | null> {
  return tx.trial.findFirst({ where: { id, hallId } });
}

/** The last trials of a service day, newest first. */
export async function listTrials(
  db: Database,
  hallId: string,
  { serviceDay, limit }: { serviceDay: string; limit: number },
): Promise<Trial[]> {
  return db.trial.findMany({
    where: { hallId, serviceDay },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
  });
}

/** Who was invited on a service day, and who came. */
export async function listInvitations(
  db: Database,
  hallId: string,
  serviceDay: string,
): Promise<{ ticketId: string; accepted: boolean }[]> {
  return db.trialInvitation.findMany({
    where: { hallId, serviceDay },
    select: { ticketId: true, accepted: true },
  });
}

export async function isInvited(tx: Tx, hallId: string, ticketId: string): Promise<boolean> {
  const row = await tx.trialInvitation.findUnique({
    where: { hallId_ticketId: { hallId, ticketId } },
    select: { id: true },
  });
  return row !== null;
}

/** How many trials a service day had, and how many ended with an order. */
export async function countTrials(
  db: Database,
  hallId: string,
  serviceDay: string,
): Promise<{ trials: number; ordered: number }> {
  const groups = await db.trial.groupBy({ by: ['ordered'], where: { hallId, serviceDay }, _count: { _all: true } });
  const of = (ordered: boolean) => groups.find((group) => group.ordered === ordered)?._count._all ?? 0;
  return { trials: of(true) + of(false), ordered: of(true) };
}
