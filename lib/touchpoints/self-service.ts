import { type Figure, numberOf, share, standard, type TouchpointDefinition } from './touchpoint';

/** Self-service: machines that work. */
export const selfService = {
  key: 'self-service',
  peak: false,
  events: [
    'machine.added',
    'machine.changed',
    'machine.stateChanged',
    'machine.silent',
    'machine.heard',
    'machine.used',
    'machine.freed',
    'machine.inspected',
    'machine.inspectionMissed',
    'machines.counted',
    'machines.tooFew',
    'machines.enough',
    'fault.reported',
    'fault.replied',
    'fault.onSite',
    'fault.repaired',
    'fault.withdrawn',
    'fault.replyMissed',
    'fault.siteMissed',
    'fault.repairMissed',
    'fault.escalated',
    'printer.changed',
    'visit.diverted',
    'visit.cameBack',
    'visit.helpedByMachine',
  ],
  moves: ['visit.diverted'],
  standards: [
    // Reply in 2 hours, on site in 24, repaired in 48: each clock counts once, when it is kept or when it runs out.
    share('clocksKept', { atLeast: 0.95 }, ({ kind, payload }) => {
      switch (kind) {
        case 'fault.replied':
        case 'fault.onSite':
        case 'fault.repaired':
          return payload.kept === true ? true : null;
        case 'fault.replyMissed':
        case 'fault.siteMissed':
        case 'fault.repairMissed':
          return false;
        default:
          return null;
      }
    }),
    // Seconds of all machines in service, of all seconds in which the hall was open.
    standard<Figure>({
      code: 'availability',
      unit: 'share',
      goal: { atLeast: 0.95 },
      begin: () => ({ sum: 0, count: 0 }),
      take(memory, event) {
        if (!event.kind.startsWith('machine')) return;
        const up = numberOf(event, 'upSeconds');
        const down = numberOf(event, 'downSeconds');
        if (up === null || down === null) return;
        memory.sum += up;
        memory.count += up + down;
      },
      measure: ({ sum, count }) => ({ sum, count }),
    }),
    share('enoughInService', { atLeast: 1 }, ({ kind, payload }) =>
      kind === 'machines.counted' ? payload.enough === true : null,
    ),
    share('helpedByMachine', { atLeast: 0.9 }, ({ kind }) => {
      if (kind === 'visit.helpedByMachine') return true;
      return kind === 'visit.cameBack' ? false : null;
    }),
    share('inspected', { atLeast: 1 }, ({ kind, payload }) => {
      if (kind === 'machine.inspected') return payload.kept === true ? true : null;
      return kind === 'machine.inspectionMissed' ? false : null;
    }),
  ],
} as const satisfies TouchpointDefinition;
