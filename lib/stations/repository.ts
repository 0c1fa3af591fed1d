import type { Tx } from '@/lib/platform/db/client';
import type { Station, Trial } from './station';

export async function saveStation(tx: Tx, station: Station): Promise<void> {
  const { id, hallId, ...data } = station;
  await tx.station.upsert({ where: { id }, create: station, update: data });
}

export async function insertTrial(tx: Tx, trial: Trial): Promise<void> {
  await tx.trial.create({ data: trial });
}

export async function markOrdered(tx: Tx, trialId: string): Promise<void> {
  await tx.trial.update({ where: { id: trialId }, data: { ordered: true } });
}

export async function insertInvitation(
  tx: Tx,
  invitation: {
    id: string;
    hallId: string;
    serviceDay: string;
    at: Date;
    ticketId: string;
    stationId: string;
    accepted: boolean;
    byRef: string;
  },
): Promise<void> {
  await tx.trialInvitation.create({ data: invitation });
}
