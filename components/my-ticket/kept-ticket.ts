import type { CustomerTicketView } from '@/lib/realtime/contract';
import type { Snapshot } from '@/lib/realtime/freshness';

/** What this phone heard of a ticket last. */
export interface KeptTicket {
  token: string;
  snapshot: Snapshot<CustomerTicketView>;
  /** By this phone's clock, epoch ms. */
  heardAt: number;
}

const PLACE = 'my-ticket';

function read(): KeptTicket | null {
  try {
    const kept = JSON.parse(localStorage.getItem(PLACE) ?? 'null') as KeptTicket | null;
    return typeof kept?.token === 'string' && typeof kept.heardAt === 'number' ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps what was heard; an ended ticket is forgotten. */
export function keepTicket(kept: KeptTicket): void {
  try {
    const { status } = kept.snapshot.data;
    if (status === 'completed' || status === 'cancelled') localStorage.removeItem(PLACE);
    else localStorage.setItem(PLACE, JSON.stringify(kept));
  } catch {
    // Storage is full or forbidden: without network the page then shows what the server rendered last.
  }
}

/**
 * What is known of a ticket when its page was not rendered just now but kept by the phone: the page is then not newer
 * than what was heard here before. Null for a page that comes from the server.
 */
export function heardBefore(token: string, rendered: Snapshot<CustomerTicketView>): KeptTicket | null {
  if (typeof window === 'undefined') return null;
  const kept = read();
  return kept?.token === token && kept.snapshot.at >= rendered.at ? kept : null;
}

export function lastTicket(): string | null {
  return read()?.token ?? null;
}
