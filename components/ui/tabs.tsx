'use client';

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { cn } from './class-names';

export type Tab = { id: string; label: ReactNode; content: ReactNode };

/** Tabs by the ARIA pattern: arrow keys, Home and End move and choose. Only the chosen panel exists. */
export function Tabs({
  tabs,
  label,
  initial,
  onChange,
  className,
  panelClassName = 'pt-4',
}: {
  tabs: readonly Tab[];
  /** Name of the row of tabs. */
  label: string;
  initial?: string;
  onChange?: (id: string) => void;
  className?: string;
  /** Place of the panel below the row, where it is not simply a gap. */
  panelClassName?: string;
}) {
  const base = useId();
  const row = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(initial ?? tabs[0]?.id);
  const current = tabs.find((tab) => tab.id === chosen) ?? tabs[0];
  if (!current) return null;

  const choose = (index: number) => {
    const tab = tabs[(index + tabs.length) % tabs.length];
    if (!tab) return;
    setChosen(tab.id);
    onChange?.(tab.id);
    row.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(tab.id)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.indexOf(current);
    const target = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    choose(target);
  };

  return (
    <div className={className}>
      <div
        ref={row}
        role="tablist"
        aria-label={label}
        onKeyDown={onKeyDown}
        className="flex gap-1 overflow-x-auto border-border border-b"
      >
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${base}-tab-${tab.id}`}
            data-tab={tab.id}
            aria-selected={tab === current}
            aria-controls={`${base}-panel`}
            tabIndex={tab === current ? 0 : -1}
            onClick={() => choose(index)}
            className={cn(
              'min-h-touch whitespace-nowrap border-b-4 px-4 font-medium focus-visible:-outline-offset-4',
              tab === current
                ? 'border-primary text-primary'
                : 'border-transparent text-muted-foreground hover:text-foreground',
            )}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div
        id={`${base}-panel`}
        role="tabpanel"
        aria-labelledby={`${base}-tab-${current.id}`}
        className={panelClassName}
      >
        {current.content}
      </div>
    </div>
  );
}
