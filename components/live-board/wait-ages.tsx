'use client';

import { cn } from '@/components/ui/class-names';
import { type WaitLevel, waitLevel } from '@/components/ui/wait-level';

export type Age = { id: string; waitedSeconds: number; limitSeconds: number; early: boolean };

const fill: Record<WaitLevel, string> = {
  withinGoal: 'bg-primary/55',
  pastGoal: 'bg-primary',
  early: 'bg-warning',
  overLimit: 'bg-danger hatch',
};

/**
 * The ages of a queue's waits, one upright bar each, against a line at the goal and a stronger one at the
 * limit. The full height is 1.5 times the limit; older waits fill it.
 */
export function WaitAges({
  ages,
  goalSeconds,
  limitSeconds,
  label,
}: {
  ages: readonly Age[];
  goalSeconds: number;
  limitSeconds: number;
  /** The same in words. */
  label: string;
}) {
  const full = limitSeconds * 1.5;
  const share = (seconds: number) => `${Math.min(100, (seconds / full) * 100)}%`;
  return (
    <div role="img" aria-label={label} className="relative h-12 overflow-hidden rounded-sm bg-surface-sunken">
      <div className="absolute inset-0 flex items-end gap-px px-0.5">
        {ages.map(({ id, waitedSeconds, limitSeconds: own, early }) => (
          <span
            key={id}
            className={cn(
              'min-w-0 max-w-2.5 flex-1 rounded-t-sm',
              fill[waitLevel(waitedSeconds, { goalSeconds, limitSeconds: own }, early)],
            )}
            // A wait of a few seconds is still somebody.
            style={{ height: `max(3px, ${share(waitedSeconds)})` }}
          />
        ))}
      </div>
      <span className="absolute inset-x-0 h-px bg-border-strong" style={{ bottom: share(goalSeconds) }} />
      <span className="absolute inset-x-0 h-0.5 bg-foreground" style={{ bottom: share(limitSeconds) }} />
    </div>
  );
}
