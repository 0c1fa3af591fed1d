import type { ReactNode } from 'react';
import { cn } from './class-names';
import { softTone, solidTone, type Tone } from './tone';

/** A line across the screen: data is old (`danger`), the network is away, a hint. */
export function Banner({
  icon,
  tone = 'neutral',
  solid = false,
  action,
  assertive = false,
  className,
  children,
}: {
  icon?: ReactNode;
  tone?: Tone;
  solid?: boolean;
  action?: ReactNode;
  /** Interrupts a screen reader; otherwise it is read when the person pauses. */
  assertive?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div
      role={assertive ? 'alert' : 'status'}
      className={cn(
        'flex flex-wrap items-center gap-3 rounded-lg border px-4 py-2.5 font-medium [&_svg]:size-5 [&_svg]:shrink-0',
        solid ? solidTone[tone] : softTone[tone],
        className,
      )}
    >
      {icon}
      <div className="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  );
}
