import { z } from 'zod';

const day = z.iso.date();

/** The days that the address of a report names; what is no day is left out, and means today. */
export function reportDays(query: Record<string, string | string[] | undefined>): { from?: string; to?: string } {
  const from = day.safeParse(query.from);
  const to = day.safeParse(query.to);
  return { ...(from.success ? { from: from.data } : {}), ...(to.success ? { to: to.data } : {}) };
}
