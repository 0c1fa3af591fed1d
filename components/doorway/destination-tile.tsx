import Link from 'next/link';
import type { ReactNode } from 'react';

/** One way out of the doorway: a large target with the screen's name and what it is for. */
export function DestinationTile({
  href,
  icon,
  title,
  hint,
  state,
}: {
  href: string;
  icon: ReactNode;
  title: string;
  hint?: ReactNode;
  /** At the end of the line, for example open/closed. */
  state?: ReactNode;
}) {
  return (
    <Link
      href={href}
      // A doorway leads to many screens; loading them all ahead would slow the one that is wanted.
      prefetch={false}
      className="flex h-full min-h-20 items-center gap-4 rounded-xl border border-border-strong/60 bg-surface p-4 shadow-card hover:border-primary hover:bg-primary-soft/40 [&_svg]:size-7 [&_svg]:shrink-0"
    >
      <span className="text-primary">{icon}</span>
      <span className="min-w-0 flex-1">
        <span className="block font-semibold text-lg leading-snug">{title}</span>
        {hint ? <span className="block text-muted-foreground leading-snug">{hint}</span> : null}
      </span>
      {state}
    </Link>
  );
}
