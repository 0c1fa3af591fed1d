import type { Tx } from '@/lib/platform/db/client';
import type { Fault } from './fault';
import type { Machine } from './machine';
import type { RecordKind } from './schema';

export async function insertMachine(tx: Tx, machine: Machine): Promise<void> {
  await tx.machine.create({ data: machine });
}

export async function updateMachine(tx: Tx, id: string, data: Partial<Omit<Machine, 'id' | 'hallId'>>): Promise<void> {
  await tx.machine.update({ where: { id }, data });
}

/** From here on the time of all machines of the hall is counted anew. */
export async function markCounted(tx: Tx, hallId: string, at: Date): Promise<void> {
  await tx.machine.updateMany({ where: { hallId, active: true }, data: { countedAt: at } });
}

export async function insertFault(tx: Tx, fault: Fault): Promise<void> {
  await tx.machineFault.create({ data: { ...fault, openMachineId: fault.machineId } });
}

export async function updateFault(tx: Tx, id: string, data: Partial<Fault>): Promise<void> {
  await tx.machineFault.update({ where: { id }, data: { ...data, ...(data.closedAt ? { openMachineId: null } : {}) } });
}

/** A line in the machine's health book. */
export async function insertRecord(
  tx: Tx,
  record: {
    id: string;
    hallId: string;
    machineId: string;
    at: Date;
    kind: RecordKind;
    byRef: string;
    byName: string | null;
    faultId: string | null;
    detail: Record<string, string | number | boolean>;
    note: string | null;
  },
): Promise<void> {
  await tx.machineRecord.create({ data: record });
}
