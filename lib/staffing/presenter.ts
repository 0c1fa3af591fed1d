import type { ServiceConfig } from '@/lib/halls/hall-config';
import type { CheckedStaffing, SimulatedPlan, SimulatedStep } from '@/lib/waiting/planned-day';
import type { SkilledOutcome } from '@/lib/waiting/skilled-day';
import type { StaffingTarget } from '@/lib/waiting/staffing';
import { clock } from './half-hour';
import { STEP_SECONDS, type StaffingDay, type StaffingOutcome, type StaffingView } from './schema';
import type { DayDemand, IntendedStaffing } from './staffing-demand';

export interface PlayedStaffing {
  day: DayDemand;
  needed: CheckedStaffing;
  intended: SimulatedPlan | null;
  /** The same with the services that counters take. */
  skilled: {
    /** In the order in which outcomes name them. */
    services: readonly Pick<ServiceConfig, 'code' | 'names'>[];
    counters: readonly RealCounter[];
    needed: SkilledOutcome;
    intended: SkilledOutcome | null;
  };
}

export interface RealCounter {
  number: number;
  /** Places in the list of services. */
  services: readonly number[];
}

export function presentStaffing(
  about: {
    weekday: number;
    learnedDays: number;
    target: StaffingTarget;
    meanHandlingSeconds: number;
    intended: IntendedStaffing | null;
  },
  played: PlayedStaffing | null,
): StaffingView {
  const { weekday, learnedDays, target, meanHandlingSeconds, intended } = about;
  return {
    weekday,
    learnedDays,
    target: { share: target.share, seconds: target.seconds },
    mostCounters: target.mostCounters,
    meanHandlingSeconds: Math.round(meanHandlingSeconds),
    steps: played ? presentSteps(played) : [],
    counterOrder: played ? played.skilled.counters.map(({ number }) => number) : [],
    services: played ? presentServices(played) : [],
    needed: played ? presentDay(played.needed.simulated, played.skilled.needed) : NOBODY,
    intended: played?.intended ? presentDay(played.intended, played.skilled.intended) : null,
    intendedAt: intended?.at.toISOString() ?? null,
  };
}

const NOBODY: StaffingDay = {
  share: null,
  meanWaitSeconds: null,
  left: null,
  use: null,
  counterHours: 0,
  skilledShare: null,
};

function presentServices({
  skilled: { services, counters, needed, intended },
}: PlayedStaffing): StaffingView['services'] {
  return needed.services.flatMap(({ customers, share }, i) => {
    const service = services[i];
    if (!service || share === null) return [];
    return [
      {
        code: service.code,
        names: service.names,
        counters: counters.filter((counter) => counter.services.includes(i)).length,
        customers: tenths(customers),
        needed: shares(share),
        intended: shares(intended?.services[i]?.share ?? null),
      },
    ];
  });
}

function presentSteps({
  day: { demand, first, open },
  needed,
  intended,
  skilled,
}: PlayedStaffing): StaffingView['steps'] {
  const short = (outcome: SkilledOutcome | null, step: number) =>
    (outcome?.steps[step] ?? []).flatMap(({ customers, share, short: isShort }, i) => {
      const code = skilled.services[i]?.code;
      return isShort && share !== null && code
        ? [{ serviceCode: code, customers: tenths(customers), share: thousandths(share) }]
        : [];
    });
  return needed.simulated.steps.map((step, i) => {
    const halfHour = first + i;
    const other = intended?.steps[i];
    return {
      halfHour,
      from: clock(halfHour),
      open: open[i] ?? false,
      arrivals: tenths(((demand.perHour[i] ?? 0) * STEP_SECONDS) / 3600),
      needed: { counters: step.counters, ...presentOutcome(step), short: short(skilled.needed, i) },
      intended: other
        ? { counters: other.counters, ...presentOutcome(other), short: short(skilled.intended, i) }
        : null,
    };
  });
}

function presentDay(plan: SimulatedPlan, skilled: SkilledOutcome | null): StaffingDay {
  const counters = plan.steps.reduce((sum, step) => sum + step.counters, 0);
  return {
    ...presentOutcome(plan),
    counterHours: (counters * STEP_SECONDS) / 3600,
    skilledShare: shares(skilled?.share ?? null),
  };
}

function presentOutcome({
  share,
  meanWaitSeconds,
  left,
  use,
}: Omit<SimulatedStep, 'from' | 'counters' | 'customers'>): StaffingOutcome {
  return {
    share: shares(share),
    meanWaitSeconds: meanWaitSeconds === null ? null : Math.round(meanWaitSeconds),
    left: shares(left),
    use: shares(use),
  };
}

const thousandths = (value: number) => Math.round(value * 1000) / 1000;
const shares = (value: number | null) => (value === null ? null : thousandths(value));
const tenths = (value: number) => Math.round(value * 10) / 10;
