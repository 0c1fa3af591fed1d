import type { ComponentProps, ReactNode } from 'react';
import { cn } from './class-names';

/** A check box with its words; the whole line is the target (44 px high). */
export function Checkbox({
  label,
  hint,
  className,
  ...rest
}: Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; hint?: ReactNode }) {
  return (
    <label className={cn('flex min-h-touch cursor-pointer items-center gap-3 py-1', className)}>
      <input {...rest} type="checkbox" className="size-6 shrink-0 accent-primary" />
      <span>
        <span className="block leading-snug">{label}</span>
        {hint ? <span className="block text-muted-foreground text-sm">{hint}</span> : null}
      </span>
    </label>
  );
}
