import type { ComponentProps, ReactNode } from 'react';
import { cn } from './class-names';

/** On/off that takes effect at once; a check box for the browser. A form that is saved later uses `Checkbox`. */
export function Switch({ label, className, ...rest }: Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode }) {
  return (
    <label className={cn('flex min-h-touch cursor-pointer items-center gap-3 py-1', className)}>
      <input
        {...rest}
        type="checkbox"
        className="relative h-7 w-12 shrink-0 cursor-pointer appearance-none rounded-full border-2 border-border-strong bg-surface-sunken transition-colors after:absolute after:top-0.5 after:left-0.5 after:size-5 after:rounded-full after:bg-border-strong after:transition-transform after:content-[''] checked:border-primary checked:bg-primary checked:after:translate-x-5 checked:after:bg-primary-foreground"
      />
      <span className="leading-snug">{label}</span>
    </label>
  );
}
