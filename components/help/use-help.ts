'use client';

import { useHallData } from '@/components/live/use-hall-data';
import type { HelpList } from '@/lib/help/schema';

const none: HelpList = { items: [] };

/** Counters of a hall that wait for help, as it is now. */
export function useHelp(hall: string) {
  return useHallData<HelpList>({
    hall,
    path: `/halls/${encodeURIComponent(hall)}/help`,
    touchpoints: ['process'],
    initial: none,
  });
}
