/** What a display has to tell the server about one call. */
export interface Receipt {
  id: string;
  shown: boolean;
  spoken: boolean;
}

/** Receipts by the call's id, oldest first, each with what the server has taken already. */
export type ReceiptOutbox = ReadonlyMap<string, { done: Omit<Receipt, 'id'>; told: Omit<Receipt, 'id'> }>;

export const EMPTY_OUTBOX: ReceiptOutbox = new Map();

/** More than a hall calls in two minutes, which is as long as anybody asks. */
const MOST_KEPT = 300;
const MOST_AT_ONCE = 50;
const NOTHING = { shown: false, spoken: false };

/** Notes what was done. What was spoken was shown as well. Returns the same outbox when nothing is new. */
export function noteDone(outbox: ReceiptOutbox, ids: readonly string[], what: 'shown' | 'spoken'): ReceiptOutbox {
  const fresh = ids.filter((id) => !outbox.get(id)?.done[what]);
  if (fresh.length === 0) return outbox;
  const next = new Map(outbox);
  for (const id of fresh) {
    const known = next.get(id);
    const spoken = what === 'spoken' || (known?.done.spoken ?? false);
    next.set(id, { done: { shown: true, spoken }, told: known?.told ?? NOTHING });
  }
  for (const id of next.keys()) {
    if (next.size <= MOST_KEPT) break;
    next.delete(id);
  }
  return next;
}

/** What the server has not taken yet, as much as one message may carry. */
export function receiptsToSend(outbox: ReceiptOutbox): Receipt[] {
  const due: Receipt[] = [];
  for (const [id, { done, told }] of outbox) {
    if (done.shown !== told.shown || done.spoken !== told.spoken) due.push({ id, ...done });
    if (due.length === MOST_AT_ONCE) break;
  }
  return due;
}

/** The server has taken these. What happened since they were sent is still due. */
export function noteTold(outbox: ReceiptOutbox, sent: readonly Receipt[]): ReceiptOutbox {
  const next = new Map(outbox);
  for (const { id, ...told } of sent) {
    const known = next.get(id);
    if (known) next.set(id, { done: known.done, told });
  }
  return next;
}
