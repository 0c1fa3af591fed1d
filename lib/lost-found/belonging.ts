/** Something found in the hall, until it is back with its owner. */
export interface FoundItem {
  id: string;
  hallId: string;
  description: string;
  place: string | null;
  keptWhere: string;
  foundAt: Date;
  foundBy: string;
  state: 'kept' | 'returned';
  returnedTo: string | null;
  returnedAt: Date | null;
  returnedBy: string | null;
}

/** Something a customer misses. */
export interface LostReport {
  id: string;
  hallId: string;
  description: string;
  place: string | null;
  customerName: string | null;
  customerPhone: string | null;
  reportedAt: Date;
  reportedBy: string;
  state: 'open' | 'matched' | 'closed';
  foundItemId: string | null;
  closedAt: Date | null;
}
