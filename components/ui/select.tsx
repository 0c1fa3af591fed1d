import type { ComponentProps } from 'react';
import { cn } from './class-names';
import { controlClass } from './control-class';

/**
 * The browser's own select: best on touch devices and with screen readers, and free of script
 * (Radix Select costs 35 KB). Pass `<option>`s.
 */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={cn('relative block', className)}>
      <select {...rest} className={cn(controlClass, 'appearance-none pe-10')}>
        {children}
      </select>
      <svg
        aria-hidden="true"
        viewBox="0 0 24 24"
        className="-translate-y-1/2 pointer-events-none absolute end-3 top-1/2 size-5"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
      >
        <path d="m6 9 6 6 6-6" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </span>
  );
}
