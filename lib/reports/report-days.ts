import { z } from 'zod';
import { addDays } from '@/lib/halls/service-day';
import { periodBefore, periodOf } from '@/lib/journey/period';

const day = z.iso.date();

/** The days that the address of a report names; what is no day is left out, and means today. */
export function reportDays(query: Record<string, string | string[] | undefined>): { from?: string; to?: string } {
  const from = day.safeParse(query.from);
  const to = day.safeParse(query.to);
  return { ...(from.success ? { from: from.data } : {}), ...(to.success ? { to: to.data } : {}) };
}

export const PRESETS = ['today', 'yesterday', 'thisWeek', 'lastWeek', 'thisMonth', 'lastMonth', 'year'] as const;
export type Preset = (typeof PRESETS)[number];

/** The days that are asked for most, seen from a service day. Both included; what is still to come is left out. */
export function presetDays(preset: Preset, today: string): { from: string; to: string } {
  switch (preset) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'thisWeek':
      return { from: periodOf('week', today).from, to: today };
    case 'lastWeek':
      return periodBefore('week', periodOf('week', today));
    case 'thisMonth':
      return { from: periodOf('month', today).from, to: today };
    case 'lastMonth':
      return periodBefore('month', periodOf('month', today));
    case 'year':
      return { from: addDays(today, -364), to: today };
    default:
      return preset satisfies never;
  }
}
