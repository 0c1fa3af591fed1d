import { getFormatter, getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { Table, TableBody, TableHead, Td, Th } from '@/components/ui/table';
import { formatDuration } from '@/lib/i18n/format-duration';
import type { WorkReport } from '@/lib/reports/schema';

type Row = Omit<WorkReport['clerks'][number], 'staffId' | 'name'>;
const none = '–';

/** Handling by clerk or counter, beside what the hall needs for the same services. */
export async function WorkTable({
  title,
  first,
  care,
  rows,
}: {
  title: string;
  first: string;
  /** Also tells who gave care: people do, counters do not. */
  care: boolean;
  rows: readonly { key: string; name: string; row: Row }[];
}) {
  const t = await getTranslations('reports');
  const format = await getFormatter();
  const percent = (share: number | null) =>
    share === null ? none : format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  const duration = (seconds: number | null) => (seconds === null ? none : formatDuration(seconds));
  const columns = [
    ['handled', (row: Row) => row.handled],
    ['meanHandling', (row: Row) => duration(row.meanHandlingSeconds)],
    ['expected', (row: Row) => duration(row.expectedHandlingSeconds)],
    [
      'index',
      (row: Row) =>
        row.handlingIndex === null
          ? none
          : format.number(row.handlingIndex, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    ],
    ['target', (row: Row) => percent(row.targetShare)],
    ['servedOnly', (row: Row) => percent(row.level.servedOnly.share)],
    ['transferred', (row: Row) => row.transferred],
    ['noShow', (row: Row) => row.noShow],
    ...(care
      ? ([
          ['careMade', (row: Row) => row.careMade],
          ['timeToCare', (row: Row) => duration(row.meanCareSeconds)],
        ] as const)
      : []),
  ] as const;
  return (
    <Card title={title} flush>
      <p className="px-4 pb-1 text-muted-foreground text-sm">{`${t('fairHint')} ${t('indexHint')}`}</p>
      <Table caption={title} captionHidden className="text-sm print:text-xs">
        <TableHead>
          <tr>
            <Th>{first}</Th>
            {columns.map(([column]) => (
              <Th key={column} numeric>
                {t(`columns.${column}`)}
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
              {columns.map(([column, read]) => (
                <Td key={column} numeric>
                  {read(row)}
                </Td>
              ))}
            </tr>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
