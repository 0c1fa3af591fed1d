/** One value that a change set: as stored before and after, undefined where there was none. */
export interface ChangedValue {
  field: string;
  before: unknown;
  after: unknown;
}

// Of no interest to a reader: what the entry is, where it hangs, how it is kept.
const HIDDEN = new Set(['id', 'hallId', 'sort', 'lockedUntil', 'updatedAt', 'createdAt']);

/** What differs between the two sides of an audit entry. Without a side before, all that was set. */
export function changedValues(before: unknown, after: unknown): ChangedValue[] {
  const was = record(before);
  const is = record(after);
  // A removed entry has no side after: what is gone is told. Otherwise only what the change named counts.
  const fields = Object.keys(after === null || after === undefined ? was : is);
  return fields
    .filter((field) => !HIDDEN.has(field))
    .map((field) => ({ field, before: was[field === 'serviceIds' ? 'services' : field], after: is[field] }))
    .filter((change) => stable(change.before) !== stable(change.after));
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** The same text for the same content, whatever the order in which a database keeps its keys. */
function stable(value: unknown): string {
  return JSON.stringify(value ?? null, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
