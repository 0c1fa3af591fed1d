/** Looks that input, select and textarea share. An invalid one is marked by its edge and by `Field`'s message. */
export const controlClass =
  'block w-full min-h-touch rounded-lg border border-border-strong bg-surface px-3 py-2 text-base text-foreground placeholder:text-muted-foreground disabled:bg-surface-sunken disabled:opacity-70 aria-[invalid=true]:border-2 aria-[invalid=true]:border-danger';
