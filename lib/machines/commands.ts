import { z } from 'zod';
import { addSeconds } from '@/lib/core/clock';
import { fail, type Result, success } from '@/lib/core/result';
import type { Deadline } from '@/lib/deadlines/deadline';
import { isPending } from '@/lib/deadlines/queries';
import { queueCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import { idSchema } from '@/lib/tickets/schema';
import { dueAt, ESCALATES_TO, FAULT_STEPS, type Fault, type FaultStep, openSteps, settledBy } from './fault';
import { isUp, LEAST_IN_SERVICE, type Machine, OCCUPIED_SECONDS } from './machine';
import { presentMachine } from './presenter';
import { findFault, findMachineByNumber, findOpenFault, listMachines, locateFault, locateMachine } from './queries';
import { insertMachine, markCounted, updateFault, updateMachine } from './repository';
import {
  addMachineBody,
  changeMachineBody,
  heartbeatBody,
  inspectBody,
  type MachineView,
  machineStateBody,
  reportFaultBody,
} from './schema';
import {
  about,
  changeUse,
  clearClocks,
  counted,
  FAULT_DEADLINES,
  keep,
  machineOf,
  openFault,
  secondsSince,
  silentDueAt,
} from './steps';

const machineInput = z.strictObject({ machineId: idSchema });
const faultInput = z.strictObject({ faultId: idSchema });

/** The time of all machines is counted at least so often. */
const COUNT_SECONDS = 3600;
const DAY_SECONDS = 86_400;

async function present(work: Work, machine: Machine): Promise<Result<MachineView>> {
  const fault = await findOpenFault(work.tx, machine.id);
  return success(presentMachine(work.config, machine, fault ?? undefined));
}

/** The zone of a code, or which field names one that the hall does not have; the same for services. */
function checkCodes(
  work: Work,
  input: { zoneCode?: string | null; serviceCodes?: readonly string[] },
): Result<{ zoneId: string | null }> {
  const zone = work.config.zones.find((z) => z.code === input.zoneCode);
  if (input.zoneCode && !zone)
    return fail('invalid-input', { errors: [{ path: 'zoneCode', message: 'no such zone in this hall' }] });
  const known = (input.serviceCodes ?? []).map((code) => work.config.services.some((s) => s.code === code));
  const strange = known.indexOf(false);
  if (strange >= 0)
    return fail('invalid-input', {
      errors: [{ path: `serviceCodes.${strange}`, message: 'no such service in this hall' }],
    });
  return success({ zoneId: zone?.id ?? null });
}

/** A machine of the hall: in service from now on. */
export const addMachine = queueCommand({
  name: 'machine.add',
  input: addMachineBody.extend({ hall: idSchema }),
  permission: 'machine.manage',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, input) {
    const codes = checkCodes(work, input);
    if (!codes.ok) return codes;
    if (await findMachineByNumber(work.tx, work.hallId, input.number))
      return fail('already-exists', { errors: [{ path: 'number', message: 'another machine has this number' }] });
    const machine: Machine = {
      id: work.newId(),
      hallId: work.hallId,
      kind: input.kind,
      number: input.number,
      zoneId: codes.value.zoneId,
      serviceCodes: input.serviceCodes,
      guide: input.guide,
      // It enters the hall with the change below, which counts it.
      active: false,
      state: 'inService',
      stateSince: work.now,
      countedAt: work.now,
      silentAfterSeconds: input.silentAfterSeconds,
      heardAt: null,
      silentAt: null,
      occupiedSince: null,
      occupiedUntil: null,
      inspectionEveryDays: input.inspectionEveryDays,
      inspectionDueAt: addSeconds(work.now, input.inspectionEveryDays * DAY_SECONDS),
      inspectedAt: null,
      createdAt: work.now,
    };
    await insertMachine(work.tx, machine);
    const added = await changeUse(work, machine, { active: true }, 'machine.added');
    await keep(work, machine.id, 'added');
    await watch(work, added);
    await work.setDeadline('machines.countDue', work.hallId, addSeconds(work.now, COUNT_SECONDS));
    return present(work, added);
  },
});

/** Sets the deadlines that a machine has while it is in the hall. */
async function watch(work: Work, machine: Machine): Promise<void> {
  if (machine.active) await work.setDeadline('machine.inspectionDue', machine.id, machine.inspectionDueAt);
  else await work.clearDeadline('machine.inspectionDue', machine.id);
  if (machine.active && machine.silentAfterSeconds !== null && machine.silentAt === null)
    await work.setDeadline(
      'machine.silentDue',
      machine.id,
      silentDueAt(work, machine.heardAt ?? work.now, machine.silentAfterSeconds),
    );
  else await work.clearDeadline('machine.silentDue', machine.id);
}

/** Another kind, place, guide or plan; `active` false takes the machine out of the hall and keeps its health book. */
export const changeMachine = queueCommand({
  name: 'machine.change',
  input: z.strictObject({ machineId: idSchema, change: changeMachineBody }),
  permission: 'machine.manage',
  locate: ({ db }, { machineId }) => locateMachine(db, machineId),
  async run(work, { machineId, change }) {
    const found = await machineOf(work, machineId);
    if (!found.ok) return found;
    const machine = found.value;
    const codes = checkCodes(work, change);
    if (!codes.ok) return codes;
    const { zoneCode, active = machine.active, ...facts } = change;
    const other = facts.number === undefined ? null : await findMachineByNumber(work.tx, work.hallId, facts.number);
    if (other && other.id !== machineId)
      return fail('already-exists', { errors: [{ path: 'number', message: 'another machine has this number' }] });
    if (!active && machine.state === 'fault')
      return fail('in-use', { detail: 'Close the open fault first.', currentState: machine.state });
    const inspectionDueAt = facts.inspectionEveryDays
      ? addSeconds(machine.inspectedAt ?? machine.createdAt, facts.inspectionEveryDays * DAY_SECONDS)
      : machine.inspectionDueAt;
    const next: Machine = {
      ...machine,
      ...facts,
      ...(zoneCode === undefined ? {} : { zoneId: codes.value.zoneId }),
      inspectionDueAt,
      ...(facts.silentAfterSeconds === null ? { silentAt: null } : {}),
    };
    const { id: _id, hallId: _hall, ...data } = next;
    await updateMachine(work.tx, machineId, { ...data, active: machine.active, silentAt: machine.silentAt });
    const saved = await changeUse(
      work,
      { ...next, active: machine.active, silentAt: machine.silentAt },
      { active, silentAt: next.silentAt },
      'machine.changed',
    );
    await keep(work, machineId, 'changed', { detail: { active } });
    await watch(work, saved);
    return present(work, saved);
  },
});

/** Staff take a machine out of service (no paper, no change), or back. A fault ends by its own steps only. */
export const setMachineState = queueCommand({
  name: 'machine.setState',
  input: machineInput.extend(machineStateBody.shape),
  permission: 'machine.tend',
  locate: ({ db }, { machineId }) => locateMachine(db, machineId),
  async run(work, { machineId, state }) {
    const found = await machineOf(work, machineId);
    if (!found.ok) return found;
    const machine = found.value;
    if (!machine.active || machine.state === 'fault')
      return fail('wrong-state', { detail: 'The machine has an open fault.', currentState: machine.state });
    if (machine.state === state) return present(work, machine);
    const saved = await changeUse(work, machine, { state }, 'machine.stateChanged');
    await keep(work, machineId, state);
    return present(work, saved);
  },
});

/**
 * A sign of life from the machine itself: that it is there, whether somebody uses it, whether something is wrong. The
 * next one is due within the machine's time; only changes become events.
 */
export const hearMachine = queueCommand({
  name: 'machine.hear',
  input: machineInput.extend(heartbeatBody.shape),
  permission: 'machine.signal',
  locate: ({ db }, { machineId }) => locateMachine(db, machineId),
  async run(work, { machineId, busy, fault }) {
    const found = await machineOf(work, machineId);
    if (!found.ok) return found;
    let machine: Machine = found.value;
    if (!machine.active) return fail('in-use', { detail: 'This machine was taken out of the hall.' });
    const wasBusy = machine.occupiedUntil !== null && machine.occupiedUntil > work.now;
    // Who was sent there is still on the way during the first minute: "nobody here" does not free the machine yet.
    const onTheWay = machine.occupiedSince !== null && secondsSince(work, machine.occupiedSince) < 60;
    const occupied = {
      occupiedSince: busy ? (wasBusy ? machine.occupiedSince : work.now) : null,
      occupiedUntil: busy ? addSeconds(work.now, machine.silentAfterSeconds ?? OCCUPIED_SECONDS) : null,
    };
    const signs =
      busy === undefined || (!busy && onTheWay) ? { heardAt: work.now } : { heardAt: work.now, ...occupied };
    if (machine.silentAt) {
      machine = await changeUse(work, machine, { ...signs, silentAt: null }, 'machine.heard');
      await keep(work, machineId, 'heard');
    } else {
      await updateMachine(work.tx, machineId, signs);
      machine = { ...machine, ...signs };
    }
    if (busy && !wasBusy) work.record({ kind: 'machine.used', zoneId: machine.zoneId, payload: about(machine) });
    if (busy === false && wasBusy && !onTheWay)
      work.record({ kind: 'machine.freed', zoneId: machine.zoneId, payload: about(machine) });
    if (fault) machine = (await openFault(work, machine, fault, null)).machine;
    await watch(work, machine);
    return present(work, machine);
  },
});

/** Somebody found a machine broken. A second report of the same machine answers the fault that is open. */
export const reportFault = queueCommand({
  name: 'fault.report',
  input: machineInput.extend(reportFaultBody.shape),
  permission: 'machine.tend',
  locate: ({ db }, { machineId }) => locateMachine(db, machineId),
  async run(work, { machineId, category, note }) {
    const found = await machineOf(work, machineId);
    if (!found.ok) return found;
    if (!found.value.active) return fail('wrong-state', { detail: 'This machine was taken out of the hall.' });
    const { machine, fault } = await openFault(work, found.value, category, note || null);
    return success(presentMachine(work.config, machine, fault));
  },
});

const STEP_EVENTS = { reply: 'fault.replied', site: 'fault.onSite', repair: 'fault.repaired' } as const;
const STEP_RECORDS = { reply: 'faultReplied', site: 'faultOnSite', repair: 'faultRepaired' } as const;

/** What support has done: replied, come, repaired. Each in its time or not; a later step settles the ones before it. */
export const advanceFault = queueCommand({
  name: 'fault.advance',
  input: faultInput.extend({ step: z.enum(FAULT_STEPS) }),
  permission: 'machine.tend',
  locate: ({ db }, { faultId }) => locateFault(db, faultId),
  async run(work, { faultId, step }) {
    const found = await openFaultOf(work, faultId);
    if (!found.ok) return found;
    const { fault, machine } = found.value;
    const settled = settledBy(fault, step);
    if (settled.length === 0)
      return fail('wrong-state', { detail: 'This step was reported already.', currentState: machine.state });
    await updateFault(work.tx, faultId, {
      ...(settled.includes('reply') ? { repliedAt: work.now } : {}),
      ...(settled.includes('site') ? { onSiteAt: work.now } : {}),
      ...(settled.includes('repair') ? { closedAt: work.now, ending: 'repaired' as const } : {}),
    });
    // A clock that ran out a moment ago, and that nobody has looked at yet, is missed all the same.
    for (const each of settled)
      if (dueAt(fault, each) <= work.now && (await isPending(work.tx, work.hallId, FAULT_DEADLINES[each], faultId)))
        recordMissed(work, each, fault, machine);
    await clearClocks(work, faultId, settled);
    const seconds = secondsSince(work, fault.reportedAt);
    for (const each of settled)
      work.record({
        kind: STEP_EVENTS[each],
        zoneId: machine.zoneId,
        payload: { ...about(machine), faultId, kept: work.now < dueAt(fault, each), seconds, implied: each !== step },
      });
    await keep(work, machine.id, STEP_RECORDS[step], { faultId, detail: { seconds } });
    if (step !== 'repair') return present(work, machine);
    return present(work, await changeUse(work, machine, { state: 'inService' }, 'machine.stateChanged'));
  },
});

/** Reported by mistake: the clocks stop and count nowhere, the machine is in service. */
export const withdrawFault = queueCommand({
  name: 'fault.withdraw',
  input: faultInput,
  permission: 'machine.tend',
  locate: ({ db }, { faultId }) => locateFault(db, faultId),
  async run(work, { faultId }) {
    const found = await openFaultOf(work, faultId);
    if (!found.ok) return found;
    const { fault, machine } = found.value;
    await updateFault(work.tx, faultId, { closedAt: work.now, ending: 'withdrawn' });
    await clearClocks(work, faultId, FAULT_STEPS);
    await keep(work, machine.id, 'faultWithdrawn', { faultId });
    work.record({
      kind: 'fault.withdrawn',
      zoneId: machine.zoneId,
      payload: { ...about(machine), faultId, category: fault.category },
    });
    return present(work, await changeUse(work, machine, { state: 'inService' }, 'machine.stateChanged'));
  },
});

async function openFaultOf(work: Work, faultId: string): Promise<Result<{ fault: Fault; machine: Machine }>> {
  const fault = await findFault(work.tx, faultId);
  if (!fault) return fail('not-found', { detail: 'There is no such fault.' });
  const machine = await machineOf(work, fault.machineId);
  if (!machine.ok) return machine;
  if (fault.closedAt)
    return fail('wrong-state', { detail: 'This fault is closed.', currentState: fault.ending ?? machine.value.state });
  return success({ fault, machine: machine.value });
}

/** The regular inspection was made: the next one is due a period from now. */
export const inspectMachine = queueCommand({
  name: 'machine.inspect',
  input: machineInput.extend(inspectBody.shape),
  permission: 'machine.inspect',
  locate: ({ db }, { machineId }) => locateMachine(db, machineId),
  async run(work, { machineId, passed, note }) {
    const found = await machineOf(work, machineId);
    if (!found.ok) return found;
    const machine = found.value;
    if (!machine.active) return fail('wrong-state', { detail: 'This machine was taken out of the hall.' });
    const next: Machine = {
      ...machine,
      inspectedAt: work.now,
      inspectionDueAt: addSeconds(work.now, machine.inspectionEveryDays * DAY_SECONDS),
    };
    if (
      machine.inspectionDueAt <= work.now &&
      (await isPending(work.tx, work.hallId, 'machine.inspectionDue', machineId))
    )
      work.record({ kind: 'machine.inspectionMissed', zoneId: machine.zoneId, payload: about(machine) });
    await updateMachine(work.tx, machineId, { inspectedAt: next.inspectedAt, inspectionDueAt: next.inspectionDueAt });
    await keep(work, machineId, 'inspected', { detail: { passed }, note: note || null });
    await work.setDeadline('machine.inspectionDue', machineId, next.inspectionDueAt);
    work.record({
      kind: 'machine.inspected',
      zoneId: machine.zoneId,
      payload: { ...about(machine), passed, kept: work.now < machine.inspectionDueAt },
    });
    return present(work, next);
  },
});

/** Not heard of for too long: it counts as out of service until it is heard again. Driven by time alone. */
export async function meetSilence(work: Work, { subjectId }: Deadline): Promise<void> {
  const found = await machineOf(work, subjectId);
  if (!found.ok || !found.value.active || found.value.silentAfterSeconds === null || found.value.silentAt) return;
  const machine = found.value;
  const due = silentDueAt(work, machine.heardAt ?? machine.createdAt, found.value.silentAfterSeconds);
  if (due > work.now) {
    await work.setDeadline('machine.silentDue', subjectId, due);
    return;
  }
  await changeUse(work, machine, { silentAt: work.now, occupiedSince: null, occupiedUntil: null }, 'machine.silent');
  await keep(work, subjectId, 'silent');
}

const MISSED_EVENTS = { reply: 'fault.replyMissed', site: 'fault.siteMissed', repair: 'fault.repairMissed' } as const;

function recordMissed(work: Work, step: FaultStep, fault: Fault, machine: Machine): void {
  work.record({
    kind: MISSED_EVENTS[step],
    zoneId: machine.zoneId,
    payload: { ...about(machine), faultId: fault.id, category: fault.category },
  });
}

/** A clock of a fault has run out: recorded as missed, and the next in line is told. Driven by time alone. */
export async function meetFaultClock(work: Work, { kind, subjectId }: Deadline): Promise<void> {
  const step: FaultStep | undefined = FAULT_STEPS.find((each) => FAULT_DEADLINES[each] === kind);
  const found = await openFaultOf(work, subjectId);
  if (!step || !found.ok || !openSteps(found.value.fault).includes(step)) return;
  const { fault, machine } = found.value;
  recordMissed(work, step, fault, machine);
  const to = ESCALATES_TO[step];
  if (fault.escalatedTo === to || fault.escalatedTo === 'manager') return;
  await updateFault(work.tx, fault.id, { escalatedTo: to, escalatedAt: work.now });
  await keep(work, machine.id, 'faultEscalated', { faultId: fault.id, detail: { to, step } });
  work.record({
    kind: 'fault.escalated',
    zoneId: machine.zoneId,
    payload: { ...about(machine), faultId: fault.id, category: fault.category, to, step },
  });
}

/** The regular inspection was not made by its date: recorded once. Driven by time alone. */
export async function meetInspection(work: Work, { subjectId }: Deadline): Promise<void> {
  const found = await machineOf(work, subjectId);
  if (!found.ok || !found.value.active) return;
  await keep(work, subjectId, 'inspectionMissed');
  work.record({ kind: 'machine.inspectionMissed', zoneId: found.value.zoneId, payload: about(found.value) });
}

/** Counts the time of all machines, so that a day without any change has its figure. Driven by time alone. */
export async function countMachines(work: Work): Promise<void> {
  const machines = (await listMachines(work.tx, work.hallId)).filter((machine) => machine.active);
  if (machines.length === 0) return;
  await work.setDeadline('machines.countDue', work.hallId, addSeconds(work.now, COUNT_SECONDS));
  const times = machines.map((machine) => counted(work, machine));
  const upSeconds = times.reduce((sum, time) => sum + time.upSeconds, 0);
  const downSeconds = times.reduce((sum, time) => sum + time.downSeconds, 0);
  await markCounted(work.tx, work.hallId, work.now);
  if (upSeconds + downSeconds === 0) return;
  const inService = machines.filter(isUp).length;
  work.record({
    kind: 'machines.counted',
    payload: { inService, registered: machines.length, enough: inService >= LEAST_IN_SERVICE, upSeconds, downSeconds },
  });
}
