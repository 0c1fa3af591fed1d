import type { Tx } from '@/lib/platform/db/client';
import { insertRows } from '@/lib/platform/db/written-rows';
import type { EventKind } from './events';
import type { Touchpoint } from './registry';

/** An event of the hall as it is stored, append-only. */
export interface StoredEvent {
  id: string;
  hallId: string;
  version: number;
  ordinal: number;
  kind: EventKind;
  touchpoint: Touchpoint;
  at: Date;
  serviceDay: string;
  actorRef: string;
  visitId: string | null;
  ticketId: string | null;
  counterId: string | null;
  zoneId: string | null;
  screenId: string | null;
  payload: Record<string, unknown>;
}

export async function insertEvents(tx: Tx, events: StoredEvent[]): Promise<void> {
  await insertRows(tx, 'events', events);
}
