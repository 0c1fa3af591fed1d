import type { ComponentProps, ReactNode } from 'react';
import { cn } from './class-names';

/** A surface that holds one thing. Give it a heading by `title`, or build its inside freely. */
export function Card({
  title,
  actions,
  level = 2,
  flush = false,
  className,
  children,
  ...rest
}: Omit<ComponentProps<'section'>, 'title'> & {
  title?: ReactNode;
  /** Beside the title. */
  actions?: ReactNode;
  /** Level of the heading, so that the page's outline has no gaps. */
  level?: 2 | 3 | 4;
  /** No padding around the content: for tables and lists that reach the edges. */
  flush?: boolean;
}) {
  const Heading = `h${level}` as const;
  return (
    <section {...rest} className={cn('rounded-xl border border-border bg-surface shadow-card', className)}>
      {title || actions ? (
        <header className="flex flex-wrap items-center justify-between gap-2 px-4 pt-3 pb-1">
          {title ? <Heading className="font-semibold text-lg leading-snug">{title}</Heading> : <span />}
          {actions}
        </header>
      ) : null}
      {flush ? children : <div className="px-4 py-3">{children}</div>}
    </section>
  );
}
