import type { ReactNode } from 'react';
import { cn } from './class-names';
import { softTone, type Tone } from './tone';

/** A short fact beside something: a count, a class. For states use `StateChip`, which needs an icon. */
export function Badge({
  tone = 'neutral',
  className,
  children,
}: {
  tone?: Tone;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={cn(
        'inline-flex items-center gap-1 whitespace-nowrap rounded-full border px-2 py-0.5 font-medium text-sm leading-tight tabular-nums',
        softTone[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
