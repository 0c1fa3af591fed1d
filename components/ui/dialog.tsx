'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { cn } from './class-names';
import { CloseIcon } from './close-icon';

export type DialogProps = {
  open: boolean;
  /** Called with `false` on Escape, on the close button and on a tap beside the dialog. */
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** Name of the close button, in the person's language. */
  closeLabel: string;
  /** Buttons, kept in sight below the content that scrolls. */
  footer?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
  /** `sheet` slides in at the side, for long content beside the work. */
  shape?: 'dialog' | 'sheet';
  /** A tap beside it does not close it: for forms that would be lost. */
  keepOnOutsideTap?: boolean;
  className?: string;
  children?: ReactNode;
};

/**
 * A modal dialog on the browser's own `<dialog>`: focus stays inside and returns to where it
 * was, Escape closes, the rest is inert, all without script of ours. The focus goes to the first
 * control, or to the one marked `data-autofocus`. Content exists only while it is open.
 */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  closeLabel,
  footer,
  size = 'md',
  shape = 'dialog',
  keepOnOutsideTap = false,
  className,
  children,
}: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) {
      dialog.showModal();
      dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    }
    if (!open && dialog.open) dialog.close();
  }, [open]);

  return (
    <dialog
      ref={ref}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onOpenChange(false);
      }}
      onClose={() => onOpenChange(false)}
      onPointerDown={(event) => {
        if (event.target === ref.current && !keepOnOutsideTap) onOpenChange(false);
      }}
      className={cn(
        'flex-col overflow-hidden border border-border bg-surface p-0 text-foreground shadow-overlay open:flex open:animate-pop',
        // Its head stays where it is: what comes later makes it longer, and moves no button from under a finger.
        shape === 'dialog' && 'mx-auto mt-[6dvh] mb-auto max-h-[calc(94dvh-1rem)] w-[calc(100vw-2rem)] rounded-xl',
        shape === 'dialog' && { sm: 'max-w-md', md: 'max-w-xl', lg: 'max-w-4xl' }[size],
        shape === 'sheet' && 'my-0 me-0 ms-auto h-dvh max-h-none w-full',
        shape === 'sheet' && { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-3xl' }[size],
        className,
      )}
    >
      {open ? (
        <>
          <header className="px-5 pt-4 pb-2">
            <div className="pe-10">
              <h2 id={`${id}-title`} className="font-semibold text-xl leading-snug">
                {title}
              </h2>
              {description ? (
                <p id={`${id}-description`} className="mt-1 text-muted-foreground">
                  {description}
                </p>
              ) : null}
            </div>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-3">{children}</div>
          {footer ? (
            <footer className="flex flex-wrap justify-end gap-2 border-border border-t px-5 py-3">{footer}</footer>
          ) : null}
          {/* Last, so that the focus goes first to what the dialog is about. */}
          <button
            type="button"
            aria-label={closeLabel}
            onClick={() => onOpenChange(false)}
            className="absolute end-3 top-3 grid size-touch place-items-center rounded-lg hover:bg-surface-sunken"
          >
            <CloseIcon />
          </button>
        </>
      ) : null}
    </dialog>
  );
}
