'use client';

import { type KeyboardEvent, type ReactNode, type ToggleEvent, useId, useRef, useState } from 'react';
import { buttonClass } from './button-class';
import { cn } from './class-names';
import { placeBeside } from './place-beside';

export type MenuItem = {
  id: string;
  label: ReactNode;
  icon?: ReactNode;
  /** As on `Button`. */
  shortcut?: string;
  disabled?: boolean;
  onSelect: () => void;
};

/**
 * A menu button by the ARIA pattern, on the browser's own popover (closes on Escape and on a tap
 * outside, drawn above everything). Arrow keys, Home, End and Tab work; focus returns to the button.
 */
export function DropdownMenu({
  label,
  trigger,
  items,
  variant = 'secondary',
  size = 'md',
  className,
}: {
  /** Name of the button where `trigger` is only an icon. */
  label?: string;
  trigger: ReactNode;
  items: readonly MenuItem[];
  variant?: 'primary' | 'secondary' | 'soft' | 'ghost';
  size?: 'sm' | 'md' | 'lg' | 'icon' | 'icon-sm';
  className?: string;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  const entries = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]:not(:disabled)') ?? [])];
  const close = () => {
    menu.current?.hidePopover();
    button.current?.focus();
  };
  const onToggle = (event: ToggleEvent<HTMLDivElement>) => {
    const opened = event.newState === 'open';
    setOpen(opened);
    const box = menu.current;
    if (!opened || !box || !button.current) return;
    const place = placeBeside(
      button.current.getBoundingClientRect(),
      { width: box.offsetWidth, height: box.offsetHeight },
      { width: window.innerWidth, height: window.innerHeight },
    );
    box.style.left = `${place.left}px`;
    box.style.top = `${place.top}px`;
    entries()[0]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Tab') close();
    if (target === undefined) return;
    event.preventDefault();
    all[(target + all.length) % all.length]?.focus();
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        popoverTarget={id}
        className={cn(buttonClass({ variant, size }), className)}
      >
        {trigger}
      </button>
      <div
        ref={menu}
        id={id}
        role="menu"
        tabIndex={-1}
        popover="auto"
        onToggle={onToggle}
        onKeyDown={onKeyDown}
        className="fixed inset-auto m-0 min-w-52 rounded-lg border border-border bg-surface p-1 text-foreground shadow-overlay"
      >
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            role="menuitem"
            tabIndex={-1}
            disabled={item.disabled}
            aria-keyshortcuts={item.shortcut}
            onClick={() => {
              close();
              item.onSelect();
            }}
            className="flex min-h-touch w-full items-center gap-3 rounded-md px-3 text-start hover:bg-surface-sunken focus-visible:-outline-offset-2 disabled:opacity-55 [&_svg]:size-5"
          >
            {item.icon}
            <span className="flex-1">{item.label}</span>
            {item.shortcut ? (
              <span aria-hidden="true" className="text-muted-foreground text-sm">
                {item.shortcut}
              </span>
            ) : null}
          </button>
        ))}
      </div>
    </>
  );
}
