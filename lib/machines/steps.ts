import { addSeconds, secondsBetween } from '@/lib/core/clock';
import { fail, type Result, success } from '@/lib/core/result';
import type { Work } from '@/lib/door/work';
import { opening } from '@/lib/halls/opening-hours';
import { actorName } from '@/lib/staff/actor';
import type { EventKind } from '@/lib/touchpoints/events';
import { dueAt, FAULT_STEPS, type Fault, type FaultCategory, type FaultStep, faultClocks } from './fault';
import { crossing, isUp, LEAST_IN_SERVICE, type Machine } from './machine';
import { findMachine, findOpenFault, listMachines } from './queries';
import { insertFault, insertRecord, updateMachine } from './repository';
import type { RecordKind } from './schema';
import { openSeconds } from './service-time';

export const FAULT_DEADLINES = { reply: 'fault.replyDue', site: 'fault.siteDue', repair: 'fault.repairDue' } as const;

/** A machine of this hall that is in use, or `not-found`. */
export async function machineOf(work: Work, id: string): Promise<Result<Machine>> {
  const machine = await findMachine(work.tx, work.hallId, id);
  return machine ? success(machine) : fail('not-found', { detail: 'There is no such machine.' });
}

/** Writes a line into the machine's health book. */
export async function keep(
  work: Work,
  machineId: string,
  kind: RecordKind,
  more: { faultId?: string; detail?: Record<string, string | number | boolean>; note?: string | null } = {},
): Promise<void> {
  await insertRecord(work.tx, {
    id: work.newId(),
    hallId: work.hallId,
    machineId,
    at: work.now,
    kind,
    byRef: work.by,
    byName: actorName(work.actor),
    faultId: more.faultId ?? null,
    detail: more.detail ?? {},
    note: more.note ?? null,
  });
}

/** What an event says of a machine: nothing about a person. */
export function about({ id, kind, number }: Machine) {
  return { machineId: id, machineKind: kind, number };
}

/** The time since the last count, as up or down: a machine counts while the hall is open. */
export function counted(work: Work, machine: Machine): { upSeconds: number; downSeconds: number } {
  if (!machine.active) return { upSeconds: 0, downSeconds: 0 };
  const seconds = openSeconds(work.config, machine.countedAt, work.now);
  return isUp(machine) ? { upSeconds: seconds, downSeconds: 0 } : { upSeconds: 0, downSeconds: seconds };
}

/**
 * Changes whether a machine can be used: saves it, counts the time before, records the event with it, and watches whether
 * the hall now has too few machines, or enough again.
 */
export async function changeUse(
  work: Work,
  machine: Machine,
  change: Partial<Pick<Machine, 'state' | 'silentAt' | 'heardAt' | 'active' | 'occupiedSince' | 'occupiedUntil'>>,
  kind: EventKind,
): Promise<Machine> {
  const before = (await listMachines(work.tx, work.hallId)).filter(isUp).length;
  const after: Machine = { ...machine, ...change, countedAt: work.now };
  if (after.state !== machine.state) after.stateSince = work.now;
  const { id: _id, hallId: _hall, ...data } = after;
  await updateMachine(work.tx, machine.id, data);
  work.record({
    kind,
    zoneId: machine.zoneId,
    payload: { ...about(machine), from: machine.state, to: after.state, up: isUp(after), ...counted(work, machine) },
  });
  const now = before - Number(isUp(machine)) + Number(isUp(after));
  const crossed = crossing(before, now);
  if (crossed)
    work.record({ kind: `machines.${crossed}`, payload: { inService: now, leastInService: LEAST_IN_SERVICE } });
  return after;
}

/** A fault begins: the machine is out of service, and three clocks run. One that has an open fault keeps that one. */
export async function openFault(
  work: Work,
  machine: Machine,
  category: FaultCategory,
  note: string | null,
): Promise<{ machine: Machine; fault: Fault }> {
  const known = await findOpenFault(work.tx, machine.id);
  if (known) return { machine, fault: known };
  const fault: Fault = {
    id: work.newId(),
    hallId: work.hallId,
    machineId: machine.id,
    category,
    note,
    reportedAt: work.now,
    reportedByRef: work.by,
    reportedByName: actorName(work.actor),
    ...faultClocks(work.now),
    repliedAt: null,
    onSiteAt: null,
    closedAt: null,
    ending: null,
    escalatedTo: 'none',
    escalatedAt: null,
  };
  await insertFault(work.tx, fault);
  await keep(work, machine.id, 'faultReported', { faultId: fault.id, detail: { category }, note });
  for (const step of FAULT_STEPS) await work.setDeadline(FAULT_DEADLINES[step], fault.id, dueAt(fault, step));
  work.record({
    kind: 'fault.reported',
    zoneId: machine.zoneId,
    payload: { ...about(machine), faultId: fault.id, category },
  });
  const changed = await changeUse(work, machine, { state: 'fault' }, 'machine.stateChanged');
  return { machine: changed, fault };
}

export async function clearClocks(work: Work, faultId: string, steps: readonly FaultStep[]): Promise<void> {
  for (const step of steps) await work.clearDeadline(FAULT_DEADLINES[step], faultId);
}

/** When silence counts from: a machine that is switched off with the hall is not missed before the hall opens. */
export function silentDueAt(work: Work, heardAt: Date, silentAfterSeconds: number): Date {
  const due = addSeconds(heardAt, silentAfterSeconds);
  const { open, nextChange } = opening(work.config, due);
  if (open) return due;
  return nextChange?.opens ? addSeconds(nextChange.at, silentAfterSeconds) : addSeconds(due, 86_400);
}

/** Somebody is on the way to the machine: it is taken for the usual time, unless it says otherwise. */
export async function occupy(work: Work, machine: Machine, forSeconds: number): Promise<void> {
  await updateMachine(work.tx, machine.id, {
    occupiedSince: work.now,
    occupiedUntil: addSeconds(work.now, forSeconds),
  });
}

export function secondsSince(work: Work, from: Date): number {
  return secondsBetween(from, work.now);
}
