import type { ReactNode } from 'react';
import { Table, TableBody, TableHead, Th } from './table';

/** Entries as a table: a name, what is known of each, and what can be done with it in the last column. */
export function EntryTable({
  caption,
  columns,
  actions,
  empty,
  focusable,
  children,
}: {
  caption: string;
  /** Heads of all columns but the last. */
  columns: readonly string[];
  /** What the last column holds, for who cannot see it. */
  actions: string;
  /** Shown in place of the table while there is no entry. */
  empty?: ReactNode;
  /** The rows may hold nothing that takes the focus. */
  focusable?: boolean;
  /** A row for each entry. */
  children: ReactNode;
}) {
  if (empty) return empty;
  return (
    <Table caption={caption} captionHidden focusable={focusable}>
      <TableHead>
        <tr>
          {columns.map((column) => (
            <Th key={column}>{column}</Th>
          ))}
          <Th>
            <span className="sr-only">{actions}</span>
          </Th>
        </tr>
      </TableHead>
      <TableBody>{children}</TableBody>
    </Table>
  );
}
