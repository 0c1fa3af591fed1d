import type { LocalizedText } from '@/lib/core/localized';
import type { Result } from '@/lib/core/result';
import { listOpenDiversions } from '@/lib/diversions/queries';
import { hallOf } from '@/lib/door/locate';
import type { HallConfig } from '@/lib/halls/hall-config';
import type { Database, Tx } from '@/lib/platform/db/client';
import type { Fault } from './fault';
import type { Machine } from './machine';
import { presentMachines } from './presenter';
import type { MachineRecordView, MachinesView } from './schema';

type MachineRow = NonNullable<Awaited<ReturnType<Tx['machine']['findUnique']>>>;
type FaultRow = NonNullable<Awaited<ReturnType<Tx['machineFault']['findUnique']>>>;

function toMachine(row: MachineRow): Machine {
  return {
    ...row,
    kind: row.kind as Machine['kind'],
    state: row.state as Machine['state'],
    serviceCodes: row.serviceCodes as string[],
    guide: row.guide as LocalizedText,
  };
}

function toFault({ openMachineId: _open, ...row }: FaultRow): Fault {
  return {
    ...row,
    category: row.category as Fault['category'],
    ending: row.ending as Fault['ending'],
    escalatedTo: row.escalatedTo as Fault['escalatedTo'],
  };
}

export function locateMachine(db: Database, id: string): Promise<Result<string>> {
  return hallOf(db.machine.findUnique({ where: { id }, select: { hallId: true } }), 'There is no such machine.');
}

export function locateFault(db: Database, id: string): Promise<Result<string>> {
  return hallOf(db.machineFault.findUnique({ where: { id }, select: { hallId: true } }), 'There is no such fault.');
}

export async function findMachine(tx: Tx, hallId: string, id: string): Promise<Machine | null> {
  const row = await tx.machine.findUnique({ where: { id } });
  return row && row.hallId === hallId ? toMachine(row) : null;
}

export async function findMachineByNumber(tx: Tx, hallId: string, number: number): Promise<{ id: string } | null> {
  return tx.machine.findUnique({ where: { hallId_number: { hallId, number } }, select: { id: true } });
}

/** All machines of a hall by their number, those out of use too: a hall has a handful. */
export async function listMachines(db: Database | Tx, hallId: string): Promise<Machine[]> {
  const rows = await db.machine.findMany({ where: { hallId }, orderBy: { number: 'asc' } });
  return rows.map(toMachine);
}

export async function findFault(tx: Tx, id: string): Promise<Fault | null> {
  const row = await tx.machineFault.findUnique({ where: { id } });
  return row ? toFault(row) : null;
}

export async function findOpenFault(tx: Tx, machineId: string): Promise<Fault | null> {
  const row = await tx.machineFault.findUnique({ where: { openMachineId: machineId } });
  return row ? toFault(row) : null;
}

/** Open faults of a hall, the oldest first. */
export async function listOpenFaults(db: Database | Tx, hallId: string): Promise<Fault[]> {
  const rows = await db.machineFault.findMany({
    where: { hallId, closedAt: null },
    orderBy: [{ reportedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toFault);
}

/** Machines with their open faults, and who is at one now. */
export async function readMachines(db: Database | Tx, config: HallConfig, now: Date): Promise<MachinesView> {
  const hallId = config.id;
  const machines = await listMachines(db, hallId);
  return presentMachines(config, now, {
    machines,
    faults: await listOpenFaults(db, hallId),
    diversions: await listOpenDiversions(db, hallId),
  });
}

/** The health book of a machine, newest first, before the id `after`. */
export async function listMachineRecords(
  db: Database,
  hallId: string,
  machineId: string,
  page: { after?: string; limit: number },
): Promise<MachineRecordView[]> {
  const rows = await db.machineRecord.findMany({
    where: { hallId, machineId, ...(page.after ? { id: { lt: page.after } } : {}) },
    orderBy: { id: 'desc' },
    take: page.limit,
  });
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    kind: row.kind as MachineRecordView['kind'],
    by: row.byName,
    faultId: row.faultId,
    detail: row.detail as MachineRecordView['detail'],
    note: row.note,
  }));
}
