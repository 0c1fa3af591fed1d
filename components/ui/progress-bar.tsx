import { cn } from './class-names';
import type { Tone } from './tone';

const fill: Record<Tone, string> = {
  neutral: 'bg-border-strong',
  primary: 'bg-primary',
  success: 'bg-success',
  warning: 'bg-warning ring-1 ring-inset ring-warning-soft-foreground',
  danger: 'bg-danger hatch',
};

/** Share of something done. `value` from 0 to 1; what is outside is cut, what is no number is empty. */
export function ProgressBar({
  value,
  label,
  valueText,
  tone = 'primary',
  className,
}: {
  value: number;
  /** Name for screen readers. */
  label: string;
  /** Read instead of the percentage. */
  valueText?: string;
  tone?: Tone;
  className?: string;
}) {
  const share = Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
  return (
    <div className={cn('relative h-2.5 w-full overflow-hidden rounded-full bg-surface-sunken', className)}>
      <progress aria-label={label} aria-valuetext={valueText} max={1} value={share} className="sr-only" />
      <div className={cn('h-full rounded-full', fill[tone])} style={{ width: `${share * 100}%` }} />
    </div>
  );
}
