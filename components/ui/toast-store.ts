export type Toast = {
  id: number;
  message: string;
  /** `danger` is for what failed: it is read out at once and stays until closed. */
  tone: 'neutral' | 'danger';
  /** One thing the person can do about it: take it back, try again. */
  action?: { label: string; onSelect: () => void };
  /** How long it stays, in ms; none for what stays until closed. */
  durationMs?: number;
};

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function replace(next: readonly Toast[]) {
  toasts = next;
  for (const notify of listeners) notify();
}

/**
 * Shows a message for a moment, from anywhere in the browser. A message with an action stays for
 * 30 s, as long as an undo is possible; a failure stays until it is closed; others 5 s. At most
 * three are shown, the oldest goes first.
 *
 * @returns id for `dismissToast`
 */
export function showToast(toast: Omit<Toast, 'id' | 'tone'> & { tone?: Toast['tone'] }): number {
  const tone = toast.tone ?? 'neutral';
  const usual = tone === 'danger' ? undefined : toast.action ? 30_000 : 5_000;
  lastId += 1;
  replace([...toasts.slice(-2), { durationMs: usual, ...toast, tone, id: lastId }]);
  return lastId;
}

export function dismissToast(id: number): void {
  replace(toasts.filter((toast) => toast.id !== id));
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentToasts(): readonly Toast[] {
  return toasts;
}
