import type { ReactNode } from 'react';
import { Skeleton } from './skeleton';

/** A list or page that is loading: says so once, and holds the place of `lines` lines. */
export function LoadingState({ label, lines = 4 }: { label: ReactNode; lines?: number }) {
  return (
    <div role="status" className="space-y-3">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => `line-${line}`).map((key) => (
        <Skeleton key={key} className="h-touch w-full" />
      ))}
    </div>
  );
}
