import type { Database } from '@/lib/platform/db/client';
import { Prisma } from '@/prisma/generated/sqlite/client';

/** Every row of every table, as text: two dumps are equal when nothing was changed. */
export async function dumpDatabase(db: Database): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const model of Object.keys(Prisma.ModelName)) {
    const name = (model.charAt(0).toLowerCase() + model.slice(1)) as 'ticket';
    const rows: object[] = await db[name].findMany();
    tables[model] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return tables;
}
