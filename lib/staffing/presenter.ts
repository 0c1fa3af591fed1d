import type { CheckedStaffing, SimulatedPlan, SimulatedStep } from '@/lib/waiting/planned-day';
import type { StaffingTarget } from '@/lib/waiting/staffing';
import { STEP_SECONDS, type StaffingDay, type StaffingOutcome, type StaffingView } from './schema';
import type { DayDemand, IntendedStaffing } from './staffing-demand';

export interface PlayedStaffing {
  day: DayDemand;
  needed: CheckedStaffing;
  intended: SimulatedPlan | null;
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
    needed: played ? presentDay(played.needed.simulated) : NOBODY,
    intended: played?.intended ? presentDay(played.intended) : null,
    intendedAt: intended?.at.toISOString() ?? null,
  };
}

const NOBODY: StaffingDay = { share: null, meanWaitSeconds: null, left: null, use: null, counterHours: 0 };

function presentSteps({ day: { demand, first, open }, needed, intended }: PlayedStaffing): StaffingView['steps'] {
  return needed.simulated.steps.map((step, i) => {
    const halfHour = first + i;
    const other = intended?.steps[i];
    return {
      halfHour,
      from: clock(halfHour),
      open: open[i] ?? false,
      arrivals: tenths(((demand.perHour[i] ?? 0) * STEP_SECONDS) / 3600),
      needed: { counters: step.counters, ...presentOutcome(step) },
      intended: other ? { counters: other.counters, ...presentOutcome(other) } : null,
    };
  });
}

function presentDay(plan: SimulatedPlan): StaffingDay {
  const counters = plan.steps.reduce((sum, step) => sum + step.counters, 0);
  return { ...presentOutcome(plan), counterHours: (counters * STEP_SECONDS) / 3600 };
}

function presentOutcome({
  share,
  meanWaitSeconds,
  left,
  use,
}: Omit<SimulatedStep, 'from' | 'counters' | 'customers'>): StaffingOutcome {
  const shares = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 1000);
  return {
    share: shares(share),
    meanWaitSeconds: meanWaitSeconds === null ? null : Math.round(meanWaitSeconds),
    left: shares(left),
    use: shares(use),
  };
}

const tenths = (value: number) => Math.round(value * 10) / 10;

/** "09:30" for half hour 19. */
export function clock(halfHour: number): string {
  return `${String(Math.floor(halfHour / 2)).padStart(2, '0')}:${halfHour % 2 === 0 ? '00' : '30'}`;
}
