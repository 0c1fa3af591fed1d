import { getFormatter, getTranslations } from 'next-intl/server';
import { formatDuration } from '@/lib/i18n/format-duration';
import type { Figures } from '@/lib/reports/schema';
import { CutTable } from './cut-table';

const none = '–';

/** One cut of the waits: a line for each service, hour, day or hall. */
export async function FiguresTable({
  title,
  first,
  rows,
}: {
  title: string;
  /** What the lines are. */
  first: string;
  rows: readonly { key: string; name: string; row: Figures }[];
}) {
  const t = await getTranslations('reports');
  const format = await getFormatter();
  const percent = (share: number | null) =>
    share === null ? none : format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  const duration = (seconds: number | null) => (seconds === null ? none : formatDuration(seconds));
  const counted = (count: number, share: number | null) => (count === 0 ? '0' : `${count} (${percent(share)})`);
  const columns = [
    ['waits', (row: Figures) => row.waits],
    ['honest', (row: Figures) => percent(row.level.honest.share)],
    ['servedOnly', (row: Figures) => percent(row.level.servedOnly.share)],
    ['meanWait', (row: Figures) => duration(row.meanWaitSeconds)],
    ['abandoned', (row: Figures) => counted(row.abandoned, row.abandonedShare)],
    ['noShow', (row: Figures) => counted(row.noShow, row.noShowShare)],
    ['transferred', (row: Figures) => counted(row.transferred, row.transferredShare)],
    ['careShare', (row: Figures) => percent(row.careShare)],
    ['timeToCare', (row: Figures) => duration(row.meanCareSeconds)],
    ['meanHandling', (row: Figures) => duration(row.meanHandlingSeconds)],
    ['target', (row: Figures) => percent(row.targetShare)],
    ['promise', (row: Figures) => percent(row.promiseShare)],
  ] as const;
  return (
    <CutTable<Figures>
      title={title}
      first={first}
      columns={columns.map(([key, read]) => ({ key, head: t(`columns.${key}`), read }))}
      rows={rows}
    />
  );
}
