import { EventEmitter } from 'node:events';
import type { Clock } from '@/lib/core/clock';
import type { HallState } from '@/lib/halls/hall-state';
import type { Database } from '@/lib/platform/db/client';
import type { Lane } from './lane';

/** Said on the bus after a commit (or after another server's commit): views of the hall are due again. */
export interface HallChanged {
  hallId: string;
  version: number;
  /** False when another server made the change: the state in memory must be checked against the database. */
  local: boolean;
}

/** Said on the bus when somebody lost or changed a way in: a session ended, roles changed, a key or screen revoked. */
export interface AccessChanged {
  /** Whose access, as in `actorRef`: "staff:<id>", "key:<id>", "screen:<id>". */
  ref: string;
  /** Only this session; left out: everything of that actor. */
  sessionId?: string;
  /** False when another server made the change. */
  local: boolean;
}

/**
 * What every door needs: database, clock, the bus on which commits are told, and each hall's lane with its state in
 * memory. One object a process; tests make their own.
 */
export interface House {
  db: Database;
  /** True when other servers may change the same database: states in memory are checked before they are read. */
  shared: boolean;
  clock: Clock;
  bus: EventEmitter;
  lanes: Map<string, Lane>;
  states: Map<string, HallState>;
  secret: string;
}

export function buildHouse(parts: { db: Database; shared: boolean; clock: Clock; secret: string }): House {
  const bus = new EventEmitter();
  bus.setMaxListeners(50);
  return { ...parts, bus, lanes: new Map(), states: new Map() };
}

// The server and the bundled routes hold separate copies of this module; they share the house through globalThis.
const shared = globalThis as typeof globalThis & { businessHallHouse?: House };

export function openHouse(house: House): void {
  shared.businessHallHouse = house;
}

export function house(): House {
  if (!shared.businessHallHouse) throw new Error('The house is not open yet: the server opens it at start.');
  return shared.businessHallHouse;
}

export function onHallChanged(target: House, listener: (change: HallChanged) => void): () => void {
  target.bus.on('hall.changed', listener);
  return () => target.bus.off('hall.changed', listener);
}

export function tellHallChanged(target: House, change: HallChanged): void {
  target.bus.emit('hall.changed', change);
}

export function onAccessChanged(target: House, listener: (change: AccessChanged) => void): () => void {
  target.bus.on('access.changed', listener);
  return () => target.bus.off('access.changed', listener);
}

export function tellAccessChanged(target: House, change: AccessChanged): void {
  target.bus.emit('access.changed', change);
}
