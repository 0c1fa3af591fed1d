import type { ComponentProps, ReactNode } from 'react';
import { cn } from './class-names';

/** A table that scrolls inside its own box on narrow screens. `caption` names it; hide it where a heading does. */
export function Table({
  caption,
  captionHidden = false,
  focusable = false,
  className,
  children,
  ...rest
}: ComponentProps<'table'> & {
  caption: ReactNode;
  captionHidden?: boolean;
  /** For tables whose rows may hold nothing that takes the focus: the box does, so that keys can scroll it. */
  focusable?: boolean;
}) {
  return (
    <div className="overflow-x-auto" tabIndex={focusable ? 0 : undefined}>
      <table {...rest} className={cn('w-full border-collapse text-start', className)}>
        <caption className={captionHidden ? 'sr-only' : 'pb-2 text-start font-semibold'}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return <thead className="border-border-strong border-b text-muted-foreground text-sm">{children}</thead>;
}

export function TableBody({ children }: { children: ReactNode }) {
  return <tbody className="divide-y divide-border">{children}</tbody>;
}

export function Th({
  numeric = false,
  className,
  scope = 'col',
  ...rest
}: ComponentProps<'th'> & { numeric?: boolean }) {
  return (
    <th
      {...rest}
      scope={scope}
      className={cn('px-3 py-2 font-semibold', numeric ? 'text-end tabular-nums' : 'text-start', className)}
    />
  );
}

export function Td({ numeric = false, className, ...rest }: ComponentProps<'td'> & { numeric?: boolean }) {
  return (
    <td
      {...rest}
      className={cn('px-3 py-2 align-middle', numeric ? 'text-end tabular-nums' : 'text-start', className)}
    />
  );
}
