import type { ReactNode } from 'react';
import { cn } from './class-names';
import type { Tone } from './tone';

/** One number of the hall with its name; `detail` says what it is measured against. */
export function StatTile({
  label,
  value,
  unit,
  detail,
  icon,
  tone = 'neutral',
  className,
}: {
  label: ReactNode;
  /** Already formatted; `–` where there is nothing to measure yet, never 0 or NaN. */
  value: ReactNode;
  unit?: ReactNode;
  detail?: ReactNode;
  icon?: ReactNode;
  tone?: Tone;
  className?: string;
}) {
  return (
    <div
      className={cn(
        'flex flex-col rounded-xl border bg-surface px-4 py-3 shadow-card',
        tone === 'danger' ? 'border-danger' : tone === 'warning' ? 'border-warning' : 'border-border',
        className,
      )}
    >
      <span className="flex items-center gap-1.5 text-muted-foreground text-sm [&_svg]:size-4 [&_svg]:shrink-0">
        {icon}
        {label}
      </span>
      <span
        className={cn(
          'break-keep font-semibold text-3xl leading-tight tabular-nums',
          tone === 'danger' && 'text-danger',
          tone === 'primary' && 'text-primary',
          tone === 'success' && 'text-success',
        )}
      >
        {value}
        {unit ? <span className="ms-1 font-normal text-base text-muted-foreground">{unit}</span> : null}
      </span>
      {detail ? <span className="mt-auto text-muted-foreground text-sm">{detail}</span> : null}
    </div>
  );
}
