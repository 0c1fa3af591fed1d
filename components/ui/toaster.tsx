'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { cn } from './class-names';
import { CloseIcon } from './close-icon';
import { currentToasts, dismissToast, subscribeToasts, type Toast } from './toast-store';

const none: readonly Toast[] = [];

/** Where toasts appear; once in a layout. `showToast` of toast-store.ts fills it. */
export function Toaster({ label, closeLabel }: { label: string; closeLabel: string }) {
  const toasts = useSyncExternalStore(subscribeToasts, currentToasts, () => none);
  return (
    <section
      aria-label={label}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 top-[var(--toast-top,auto)] bottom-[var(--toast-bottom,0px)] z-50 flex flex-col items-center gap-2 p-4"
    >
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} closeLabel={closeLabel} />
      ))}
    </section>
  );
}

function ToastLine({ toast, closeLabel }: { toast: Toast; closeLabel: string }) {
  const { id, durationMs } = toast;
  useEffect(() => {
    if (durationMs === undefined) return;
    const timeout = setTimeout(() => dismissToast(id), durationMs);
    return () => clearTimeout(timeout);
  }, [id, durationMs]);

  return (
    <div
      role={toast.tone === 'danger' ? 'alert' : undefined}
      className={cn(
        'pointer-events-auto flex w-full max-w-lg animate-pop items-center gap-2 rounded-lg py-1 ps-4 pe-1 shadow-overlay',
        toast.tone === 'danger' ? 'bg-danger text-danger-foreground' : 'bg-foreground text-background',
      )}
    >
      <span className="flex-1 py-1.5 font-medium leading-snug">
        {toast.tone === 'danger' ? <span aria-hidden="true">⚠ </span> : null}
        {toast.message}
      </span>
      {toast.action ? (
        <button
          type="button"
          onClick={() => {
            toast.action?.onSelect();
            dismissToast(id);
          }}
          className="min-h-touch rounded-md px-3 font-semibold underline underline-offset-4 focus-visible:outline-current"
        >
          {toast.action.label}
        </button>
      ) : null}
      <button
        type="button"
        aria-label={closeLabel}
        onClick={() => dismissToast(id)}
        className="grid size-touch shrink-0 place-items-center rounded-md focus-visible:outline-current"
      >
        <CloseIcon />
      </button>
    </div>
  );
}
