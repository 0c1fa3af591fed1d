import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { Table, TableBody, TableHead, Th } from '@/components/ui/table';

/** A section's entries as a table: a name, what is known of each, and what can be done with it in the last column. */
export async function EntryTable({
  caption,
  columns,
  empty,
  children,
}: {
  caption: string;
  /** Heads of all columns but the last. */
  columns: readonly string[];
  /** Said in place of the table while there is no entry. */
  empty?: string | false | undefined;
  /** A row for each entry. */
  children: ReactNode;
}) {
  const t = await getTranslations('settings');
  if (empty) return <EmptyState title={empty} />;
  return (
    <Table caption={caption} captionHidden>
      <TableHead>
        <tr>
          {columns.map((column) => (
            <Th key={column}>{column}</Th>
          ))}
          <Th>
            <span className="sr-only">{t('actions')}</span>
          </Th>
        </tr>
      </TableHead>
      <TableBody>{children}</TableBody>
    </Table>
  );
}
