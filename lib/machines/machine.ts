import type { LocalizedText } from '@/lib/core/localized';

/** What a machine is for. `multi` does several kinds of business. */
export const MACHINE_KINDS = ['multi', 'payment', 'sim', 'print'] as const;
export type MachineKind = (typeof MACHINE_KINDS)[number];

export const MACHINE_STATES = ['inService', 'outOfService', 'fault'] as const;
export type MachineState = (typeof MACHINE_STATES)[number];

/** A hall keeps at least so many machines in service. */
export const LEAST_IN_SERVICE = 2;

/** Somebody who was sent to a machine is taken to use it for so long, unless the machine says otherwise. */
export const OCCUPIED_SECONDS = 300;

export interface Machine {
  id: string;
  hallId: string;
  kind: MachineKind;
  number: number;
  zoneId: string | null;
  serviceCodes: string[];
  guide: LocalizedText;
  active: boolean;
  state: MachineState;
  stateSince: Date;
  /** Until here its time in and out of service is counted. */
  countedAt: Date;
  /** Null: it gives no signs, and cannot fall silent. */
  silentAfterSeconds: number | null;
  heardAt: Date | null;
  silentAt: Date | null;
  occupiedSince: Date | null;
  occupiedUntil: Date | null;
  inspectionEveryDays: number;
  inspectionDueAt: Date;
  inspectedAt: Date | null;
  createdAt: Date;
}

/** Customers can use it: in service, and not silent. */
export function isUp(machine: Pick<Machine, 'active' | 'state' | 'silentAt'>): boolean {
  return machine.active && machine.state === 'inService' && machine.silentAt === null;
}

/** In service, and nobody is at it. */
export function isFree(machine: Pick<Machine, 'active' | 'state' | 'silentAt' | 'occupiedUntil'>, now: Date): boolean {
  return isUp(machine) && (machine.occupiedUntil === null || machine.occupiedUntil <= now);
}

/** Whether the hall fell below the least number in service, came back to it, or neither. */
export function crossing(before: number, after: number): 'tooFew' | 'enough' | null {
  if (before >= LEAST_IN_SERVICE && after < LEAST_IN_SERVICE) return 'tooFew';
  if (before < LEAST_IN_SERVICE && after >= LEAST_IN_SERVICE) return 'enough';
  return null;
}
