/**
 * Rows for `createMany` without the columns that say nothing: those in which every row has null, or the database's own
 * default. Prisma plans each `createMany` anew, value by value; on a new ticket most columns are still empty.
 *
 * @param defaults columns with a default in the models that may be left to the database
 */
export function withoutEmptyColumns<Row extends object>(rows: readonly Row[], defaults: Partial<Row> = {}): Row[] {
  const [first] = rows;
  if (!first) return [];
  const empty = (Object.keys(first) as (keyof Row)[]).filter((column) =>
    rows.every((row) => row[column] == null || (column in defaults && row[column] === defaults[column])),
  );
  // A default is only the same as null where no row asks for null.
  const left = empty.filter((column) => !(column in defaults) || rows.every((row) => row[column] != null));
  if (left.length === 0) return [...rows];
  return rows.map((row) => {
    const slim = { ...row };
    for (const column of left) delete slim[column];
    return slim;
  });
}
