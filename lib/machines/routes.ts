import { z } from 'zod';
import { page, pageOf, pageQuery } from '@/lib/api/page';
import { readHall } from '@/lib/api/read-hall';
import { defineRoute } from '@/lib/api/route';
import { fail, success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { permits, refusal } from '@/lib/staff/policy';
import { idSchema } from '@/lib/tickets/schema';
import {
  addMachine,
  advanceFault,
  changeMachine,
  hearMachine,
  inspectMachine,
  reportFault,
  setMachineState,
  withdrawFault,
} from './commands';
import { listMachineRecords, locateMachine, readMachines } from './queries';
import {
  addMachineBody,
  changeMachineBody,
  heartbeatBody,
  inspectBody,
  machineRecordSchema,
  machineSchema,
  machineStateBody,
  machinesViewSchema,
  reportFaultBody,
} from './schema';

const hallParams = z.object({ hall: idSchema.describe('Id or short name of the hall.') });
const machineParams = z.object({ machine: idSchema });
const faultParams = z.object({ fault: idSchema });

const FAULT_ROUTES = [
  { path: 'replied', step: 'reply', summary: 'Support has replied' },
  { path: 'on-site', step: 'site', summary: 'Support is on site' },
  { path: 'repaired', step: 'repair', summary: 'The machine is repaired' },
] as const;

export const machineRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/machines',
    tag: 'machines',
    summary: 'Self-service machines, their faults, and who was sent to one',
    who: ['machine.read'],
    params: hallParams,
    answer: machinesViewSchema,
    async run(call) {
      const read = await readHall(call, call.params.hall, 'machine.read', ({ state, now }) => ({
        config: state.config,
        now,
      }));
      return read.ok ? success(await readMachines(call.house.db, read.value.config, read.value.now)) : read;
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/machines',
    tag: 'machines',
    summary: 'Add a machine',
    who: ['machine.manage'],
    params: hallParams,
    body: addMachineBody,
    status: 201,
    answer: machineSchema,
    refusals: ['already-exists'],
    run: ({ house, caller, params, body }) => execute(house, caller, addMachine, { hall: params.hall, ...body }),
  }),
  defineRoute({
    method: 'patch',
    path: '/machines/{machine}',
    tag: 'machines',
    summary: 'Change a machine, or take it out of the hall',
    who: ['machine.manage'],
    params: machineParams,
    body: changeMachineBody,
    answer: machineSchema,
    refusals: ['already-exists', 'in-use'],
    run: ({ house, caller, params, body }) =>
      execute(house, caller, changeMachine, { machineId: params.machine, change: body }),
  }),
  defineRoute({
    method: 'post',
    path: '/machines/{machine}/state',
    tag: 'machines',
    summary: 'Out of service, and back',
    who: ['machine.tend'],
    params: machineParams,
    body: machineStateBody,
    answer: machineSchema,
    refusals: ['wrong-state'],
    run: ({ house, caller, params, body }) =>
      execute(house, caller, setMachineState, { machineId: params.machine, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/machines/{machine}/heartbeat',
    tag: 'machines',
    summary: 'A sign of life from a machine',
    description:
      'Sent by the machine itself, at least every `silentAfterSeconds` (the answer has it); a machine that falls silent ' +
      'counts as out of service until it is heard again.',
    who: ['machine.signal'],
    params: machineParams,
    body: heartbeatBody,
    answer: machineSchema,
    refusals: ['in-use'],
    run: ({ house, caller, params, body }) =>
      execute(house, caller, hearMachine, { machineId: params.machine, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/machines/{machine}/faults',
    tag: 'machines',
    summary: 'Report a fault',
    description: 'Starts the clocks: reply in 2 h, on site in 24 h, repaired in 48 h. A machine has one open fault.',
    who: ['machine.tend'],
    params: machineParams,
    body: reportFaultBody,
    status: 201,
    answer: machineSchema,
    refusals: ['wrong-state'],
    run: ({ house, caller, params, body }) =>
      execute(house, caller, reportFault, { machineId: params.machine, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/machines/{machine}/inspections',
    tag: 'machines',
    summary: 'Record the regular inspection',
    who: ['machine.inspect'],
    params: machineParams,
    body: inspectBody,
    status: 201,
    answer: machineSchema,
    refusals: ['wrong-state'],
    run: ({ house, caller, params, body }) =>
      execute(house, caller, inspectMachine, { machineId: params.machine, ...body }),
  }),
  defineRoute({
    method: 'get',
    path: '/machines/{machine}/records',
    tag: 'machines',
    summary: 'The health book of a machine, newest first',
    who: ['machine.read'],
    params: machineParams,
    query: pageQuery,
    answer: pageOf(machineRecordSchema),
    async run({ house, actor, params, query }) {
      const located = await locateMachine(house.db, params.machine);
      if (!located.ok) return located;
      if (!permits(actor, 'machine.read', located.value)) return fail(refusal(actor, located.value));
      const rows = await listMachineRecords(house.db, located.value, params.machine, {
        after: query.after,
        limit: query.limit + 1,
      });
      return success(page(rows, query.limit, (row) => row.id));
    },
  }),
  ...FAULT_ROUTES.map(({ path, step, summary }) =>
    defineRoute({
      method: 'post',
      path: `/faults/{fault}/${path}`,
      tag: 'machines',
      summary,
      who: ['machine.tend'],
      params: faultParams,
      answer: machineSchema,
      refusals: ['wrong-state'],
      run: ({ house, caller, params }) => execute(house, caller, advanceFault, { faultId: params.fault, step }),
    }),
  ),
  defineRoute({
    method: 'post',
    path: '/faults/{fault}/withdraw',
    tag: 'machines',
    summary: 'Reported by mistake',
    who: ['machine.tend'],
    params: faultParams,
    answer: machineSchema,
    refusals: ['wrong-state'],
    run: ({ house, caller, params }) => execute(house, caller, withdrawFault, { faultId: params.fault }),
  }),
];
