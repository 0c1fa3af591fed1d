import type { ReactNode } from 'react';
import { cn } from './class-names';

/** Nothing here, and why that is fine or what to do about it. */
export function EmptyState({
  icon,
  title,
  action,
  level,
  className,
  children,
}: {
  icon?: ReactNode;
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
      className={cn(
        'flex flex-col items-center gap-2 px-4 py-10 text-center text-muted-foreground [&_svg]:size-8',
        className,
      )}
    >
      {icon}
      <Title className="font-semibold text-foreground text-lg">{title}</Title>
      {children ? <div className="max-w-prose">{children}</div> : null}
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  );
}
