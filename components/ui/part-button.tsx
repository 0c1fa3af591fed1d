import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './class-names';

/** One of the parts of a phone's screen, in the bar at its foot. */
export function PartButton({
  icon: Icon,
  label,
  count,
  urgent = false,
  chosen,
  onClick,
}: {
  icon: LucideIcon;
  label: ReactNode;
  count: number;
  /** The count is of what asks for somebody now. */
  urgent?: boolean;
  chosen: boolean;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      aria-current={chosen ? 'page' : undefined}
      onClick={() => {
        onClick();
        window.scrollTo({ top: 0 });
      }}
      className={cn(
        'flex min-h-16 flex-1 flex-col items-center justify-center gap-0.5 border-t-4 font-medium text-sm focus-visible:-outline-offset-4',
        chosen ? 'border-primary text-primary' : 'border-transparent text-muted-foreground',
      )}
    >
      <span className="flex items-center gap-1.5">
        <Icon aria-hidden="true" className="size-6" />
        {count > 0 ? (
          <span
            className={cn(
              'rounded-full px-2 font-semibold tabular-nums leading-snug',
              urgent ? 'bg-danger text-danger-foreground' : 'bg-surface-sunken text-foreground',
            )}
          >
            {count}
          </span>
        ) : null}
      </span>
      {label}
    </button>
  );
}
