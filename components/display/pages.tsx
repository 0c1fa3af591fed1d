'use client';

import { Fragment, type ReactNode } from 'react';
import { useSpeaking } from './hall-languages';
import { useStep } from './use-step';

const pageMs = 8_000;

/**
 * A list that is longer than its place, a page at a time; an unattended screen cannot be scrolled. With one page there
 * is nothing to turn and nothing to say about it.
 */
export function Pages<Item>({
  items,
  size,
  className,
  row,
}: {
  items: readonly Item[];
  size: number;
  className?: string;
  row: (item: Item) => ReactNode;
}) {
  const { at, serverOffsetMs } = useSpeaking();
  const pages = Math.max(1, Math.ceil(items.length / size));
  const page = useStep(pageMs, at, serverOffsetMs) % pages;
  return (
    <>
      <ul className={className}>
        {items.slice(page * size, (page + 1) * size).map((item, i) => (
          // The place is what stays; the entries change.
          <Fragment key={`${page}-${String(i)}`}>{row(item)}</Fragment>
        ))}
      </ul>
      {pages > 1 ? (
        <p className="text-end text-2xl text-muted-foreground tabular-nums">
          {page + 1}/{pages}
        </p>
      ) : null}
    </>
  );
}
