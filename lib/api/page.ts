import { z } from 'zod';

/** Lists page by cursor: send `nextCursor` of one page as `after` for the next; null ends the list. */
export const pageQuery = z.object({
  after: z.string().min(1).max(200).optional().describe('`nextCursor` of the page before.'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** The place of a row in a list that is ordered by a time and then by id. It holds also when the row has left the list. */
export interface TimePlace {
  at: Date;
  id: string;
}

/** The place after which the next page begins. */
export const timeCursorSchema = z
  .string()
  .regex(/^\d{1,14}-[0-9a-f-]{36}$/, '`nextCursor` of the page before')
  .transform((text): TimePlace => {
    const [at = ''] = text.split('-', 1);
    return { at: new Date(Number(at)), id: text.slice(at.length + 1) };
  });

export function timeCursor({ at, id }: TimePlace): string {
  return `${at.getTime()}-${id}`;
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
