import { getFormatter, getTranslations } from 'next-intl/server';
import { formatDuration } from '@/lib/i18n/format-duration';
import type { WorkReport } from '@/lib/reports/schema';
import { CutTable } from './cut-table';

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
    <CutTable<Row>
      title={title}
      first={first}
      hint={`${t('fairHint')} ${t('indexHint')}`}
      columns={columns.map(([key, read]) => ({ key, head: t(`columns.${key}`), read }))}
      rows={rows}
    />
  );
}
