'use client';

import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { placeBeside } from './place-beside';

export type TooltipControl = {
  'aria-describedby': string;
  onPointerEnter: (event: PointerEvent<HTMLElement>) => void;
  onPointerLeave: () => void;
  onFocus: (event: { currentTarget: HTMLElement }) => void;
  onBlur: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

/**
 * A hint on hover and focus of one control. Never the only place of a fact: touch screens have no
 * hover. It stays while the pointer is on it and goes on Escape (WCAG 1.4.13).
 * `<Tooltip content={…}>{(control) => <Button {...control}>…</Button>}</Tooltip>`
 */
export function Tooltip({
  content,
  children,
}: {
  content: ReactNode;
  children: (control: TooltipControl) => ReactNode;
}) {
  const id = useId();
  const tip = useRef<HTMLSpanElement>(null);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(leaving.current), []);

  const show = (event: { currentTarget: HTMLElement }) => {
    clearTimeout(leaving.current);
    const box = tip.current;
    if (!box || box.matches(':popover-open')) return;
    box.showPopover();
    const place = placeBeside(
      event.currentTarget.getBoundingClientRect(),
      { width: box.offsetWidth, height: box.offsetHeight },
      { width: window.innerWidth, height: window.innerHeight },
    );
    box.style.left = `${place.left}px`;
    box.style.top = `${place.top}px`;
  };
  const hide = () => {
    if (tip.current?.matches(':popover-open')) tip.current.hidePopover();
  };
  // A moment to get from the control to the hint, which stays while the pointer is on it.
  const leave = () => {
    clearTimeout(leaving.current);
    leaving.current = setTimeout(() => (tip.current?.matches(':hover') ? leave() : hide()), 250);
  };

  return (
    <>
      {children({
        'aria-describedby': id,
        onPointerEnter: show,
        onPointerLeave: leave,
        onFocus: show,
        onBlur: hide,
        onKeyDown: (event) => {
          if (event.key === 'Escape') hide();
        },
      })}
      <span
        ref={tip}
        id={id}
        role="tooltip"
        popover="manual"
        className="fixed inset-auto m-0 max-w-72 rounded-md border-0 bg-foreground px-3 py-1.5 text-background text-sm"
      >
        {content}
      </span>
    </>
  );
}
