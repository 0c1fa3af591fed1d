import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { Table, TableBody, TableHead, Td, Th } from '@/components/ui/table';

/** One cut of a report: a line for each thing that it is cut by, a figure in each column. */
export function CutTable<Row>({
  title,
  first,
  hint,
  columns,
  rows,
}: {
  title: string;
  /** What the lines are. */
  first: string;
  /** How to read it. */
  hint?: string;
  columns: readonly { key: string; head: string; read: (row: Row) => ReactNode }[];
  rows: readonly { key: string; name: string; row: Row }[];
}) {
  return (
    <Card title={title} flush>
      {hint ? <p className="px-4 pb-1 text-muted-foreground text-sm">{hint}</p> : null}
      <Table caption={title} captionHidden className="text-sm print:text-xs">
        <TableHead>
          <tr>
            <Th>{first}</Th>
            {columns.map(({ key, head }) => (
              <Th key={key} numeric>
                {head}
              </Th>
            ))}
          </tr>
        </TableHead>
        <TableBody>
          {rows.map(({ key, name, row }) => (
            <tr key={key} className="break-inside-avoid">
              <Th scope="row" className="whitespace-nowrap">
                {name}
              </Th>
              {columns.map((column) => (
                <Td key={column.key} numeric>
                  {column.read(row)}
                </Td>
              ))}
            </tr>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
