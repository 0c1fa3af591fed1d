import { AlarmClock, Archive, CalendarClock, CircleAlert, CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Tone } from '@/components/ui/tone';
import type { MaterialView } from '@/lib/promotions/schema';

const hidden = { 'aria-hidden': true } as const;

/** How a state looks: its icon and tone; the word is beside it. */
export const STATE_LOOKS: Record<MaterialView['state'], { icon: ReactNode; tone: Tone }> = {
  expired: { icon: <CircleAlert {...hidden} />, tone: 'danger' },
  expiring: { icon: <AlarmClock {...hidden} />, tone: 'warning' },
  valid: { icon: <CircleCheck {...hidden} />, tone: 'success' },
  planned: { icon: <CalendarClock {...hidden} />, tone: 'primary' },
  removed: { icon: <Archive {...hidden} />, tone: 'neutral' },
};

export const CONDITION_LOOKS: Record<MaterialView['condition'], { icon: ReactNode; tone: Tone }> = {
  good: { icon: <CircleCheck {...hidden} />, tone: 'neutral' },
  worn: { icon: <TriangleAlert {...hidden} />, tone: 'warning' },
  damaged: { icon: <CircleX {...hidden} />, tone: 'danger' },
};
