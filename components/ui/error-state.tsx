import type { ReactNode } from 'react';
import { cn } from './class-names';

/** Something is broken: what, and what the person can do now. Announced at once. */
export function ErrorState({
  title,
  action,
  level,
  className,
  children,
}: {
  title: ReactNode;
  action?: ReactNode;
  /** Level of the heading, where the title is one: 1 when it stands for the whole page. */
  level?: 1 | 2 | 3;
  className?: string;
  children?: ReactNode;
}) {
  const Title = level ? (`h${level}` as const) : 'p';
  return (
    <div
      role="alert"
      className={cn(
        'flex flex-col items-center gap-2 rounded-xl border border-danger/60 bg-danger-soft px-4 py-8 text-center text-danger-soft-foreground',
        className,
      )}
    >
      <span aria-hidden="true" className="text-3xl leading-none">
        ⚠
      </span>
      <Title className="font-semibold text-lg">{title}</Title>
      {children ? <div className="max-w-prose">{children}</div> : null}
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  );
}
