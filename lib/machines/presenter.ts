import type { DiversionView } from '@/lib/diversions/schema';
import type { HallConfig } from '@/lib/halls/hall-config';
import type { Fault } from './fault';
import { isUp, LEAST_IN_SERVICE, type Machine } from './machine';
import type { FaultView, MachinesView, MachineView } from './schema';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** For staff, as everything here. */
export function presentFault(fault: Fault): FaultView {
  return {
    id: fault.id,
    machineId: fault.machineId,
    category: fault.category,
    note: fault.note,
    reportedAt: fault.reportedAt.toISOString(),
    reportedBy: fault.reportedByName,
    replyDueAt: fault.replyDueAt.toISOString(),
    siteDueAt: fault.siteDueAt.toISOString(),
    repairDueAt: fault.repairDueAt.toISOString(),
    repliedAt: iso(fault.repliedAt),
    onSiteAt: iso(fault.onSiteAt),
    closedAt: iso(fault.closedAt),
    ending: fault.ending,
    escalatedTo: fault.escalatedTo,
  };
}

export function presentMachine(
  config: Pick<HallConfig, 'zones'>,
  machine: Machine,
  fault: Fault | undefined,
): MachineView {
  const zone = config.zones.find((z) => z.id === machine.zoneId);
  return {
    id: machine.id,
    kind: machine.kind,
    number: machine.number,
    zoneCode: zone?.code ?? null,
    zoneNames: zone?.names ?? null,
    serviceCodes: machine.serviceCodes,
    guide: machine.guide,
    active: machine.active,
    state: machine.state,
    stateSince: machine.stateSince.toISOString(),
    up: isUp(machine),
    silentAfterSeconds: machine.silentAfterSeconds,
    heardAt: iso(machine.heardAt),
    silentAt: iso(machine.silentAt),
    occupiedUntil: iso(machine.occupiedUntil),
    inspectionEveryDays: machine.inspectionEveryDays,
    inspectionDueAt: machine.inspectionDueAt.toISOString(),
    inspectedAt: iso(machine.inspectedAt),
    fault: fault && !fault.closedAt ? presentFault(fault) : null,
  };
}

/** The whole: `tooFew` only in a hall that has machines at all. */
export function presentMachines(
  config: HallConfig,
  now: Date,
  rows: { machines: Machine[]; faults: Fault[]; diversions: DiversionView[] },
): MachinesView {
  const inService = rows.machines.filter(isUp).length;
  const registered = rows.machines.filter((machine) => machine.active).length;
  return {
    hall: { names: config.names, timeZone: config.timeZone },
    at: now.toISOString(),
    registered,
    inService,
    leastInService: LEAST_IN_SERVICE,
    tooFew: registered > 0 && inService < LEAST_IN_SERVICE,
    machines: rows.machines.map((machine) =>
      presentMachine(
        config,
        machine,
        rows.faults.find((fault) => fault.machineId === machine.id),
      ),
    ),
    diversions: rows.diversions,
    services: config.services
      .filter((s) => s.active)
      .map(({ code, names, machineCapable }) => ({ code, names, machineCapable })),
    zones: config.zones.filter((z) => z.active).map(({ code, names }) => ({ code, names })),
  };
}
