import { z } from 'zod';

/** Lists page by cursor: send `nextCursor` of one page as `after` for the next; null ends the list. */
export const pageQuery = z.object({
  after: z.string().min(1).max(200).optional().describe('`nextCursor` of the page before.'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** A page from one row more than it holds: whether another follows is known without counting. */
export function page<T>(
  rows: T[],
  limit: number,
  cursor: (row: T) => string,
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursor(last) : null };
}
