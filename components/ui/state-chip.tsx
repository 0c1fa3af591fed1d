import type { ReactNode } from 'react';
import { cn } from './class-names';
import { softTone, solidTone, type Tone } from './tone';

/** A state as icon and word: the colour only repeats what they say. */
export function StateChip({
  icon,
  tone = 'neutral',
  solid = false,
  size = 'md',
  className,
  children,
}: {
  /** A lucide icon with `aria-hidden`. Required, since colour alone says nothing to many people. */
  icon: ReactNode;
  tone?: Tone;
  /** Filled: for what must be seen from across the hall. */
  solid?: boolean;
  size?: 'sm' | 'md' | 'lg';
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={cn(
        'inline-flex items-center gap-1.5 whitespace-nowrap rounded-full border font-semibold leading-tight [&_svg]:size-[1.15em] [&_svg]:shrink-0',
        size === 'sm' && 'px-2 py-0.5 text-xs',
        size === 'md' && 'px-2.5 py-1 text-sm',
        size === 'lg' && 'px-4 py-1.5 text-xl',
        solid ? solidTone[tone] : softTone[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}
