import { cn } from './class-names';

/** Holds the place of what is loading, in the size it will have. Hidden from screen readers; see `LoadingState`. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={cn('animate-pulse rounded-md bg-surface-sunken', className)} />;
}
