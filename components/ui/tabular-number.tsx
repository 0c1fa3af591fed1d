import type { ReactNode } from 'react';
import { cn } from './class-names';

/** Digits of one width, so that numbers in columns line up and running ones do not shake. */
export function TabularNumber({ className, children }: { className?: string; children: ReactNode }) {
  return <span className={cn('tabular-nums', className)}>{children}</span>;
}
