import { cn } from './class-names';
import { type WaitLevel, waitLevel } from './wait-level';

const fill: Record<WaitLevel, string> = {
  withinGoal: 'bg-primary/55',
  pastGoal: 'bg-primary',
  early: 'bg-warning ring-1 ring-inset ring-warning-soft-foreground',
  overLimit: 'bg-danger hatch',
};

/**
 * The age of one wait as a bar, with a mark at the goal and a stronger one at the limit. The
 * full width is 1.5 times the limit; older waits fill it.
 */
export function WaitBar({
  waitedSeconds,
  goalSeconds,
  limitSeconds,
  earlyFlag = false,
  label,
  valueText,
  className,
}: {
  waitedSeconds: number;
  goalSeconds: number;
  limitSeconds: number;
  earlyFlag?: boolean;
  /** Name for screen readers, for example the ticket's number. */
  label: string;
  /** What a screen reader reads as value, for example `9:30`. */
  valueText: string;
  className?: string;
}) {
  const full = limitSeconds * 1.5;
  const shown = Math.min(full, Math.max(0, waitedSeconds));
  const share = (seconds: number) => `${Math.min(100, (seconds / full) * 100)}%`;
  return (
    <div className={cn('relative h-3 w-full min-w-16 rounded-sm bg-surface-sunken', className)}>
      <meter aria-label={label} aria-valuetext={valueText} min={0} max={full} value={shown} className="sr-only">
        {valueText}
      </meter>
      <div
        className={cn('h-full rounded-sm', fill[waitLevel(waitedSeconds, { goalSeconds, limitSeconds }, earlyFlag)])}
        style={{ width: share(shown) }}
      />
      <span className="absolute inset-y-0 w-px bg-border-strong" style={{ insetInlineStart: share(goalSeconds) }} />
      <span className="-inset-y-0.5 absolute w-0.5 bg-foreground" style={{ insetInlineStart: share(limitSeconds) }} />
    </div>
  );
}
