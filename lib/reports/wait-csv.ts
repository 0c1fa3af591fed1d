import type { WaitReport } from './schema';

type Row = WaitReport['total'];

const COLUMNS: readonly [name: string, read: (row: Row) => number | null][] = [
  ['waits', (row) => row.waits],
  ['honest_share', (row) => row.level.honest.share],
  ['served_only_share', (row) => row.level.servedOnly.share],
  ['served', (row) => row.level.servedOnly.counted],
  ['left_before_limit', (row) => row.level.leftBefore],
  ['left_after_limit', (row) => row.level.leftAfter],
  ['no_show', (row) => row.noShow],
  ['transferred', (row) => row.transferred],
  ['crossed_limit', (row) => row.crossed],
  ['mean_wait_seconds', (row) => row.meanWaitSeconds],
  ['mean_handling_seconds', (row) => row.meanHandlingSeconds],
  ['handled_within_target_share', (row) => row.targetShare],
  ['promises_kept_share', (row) => row.promiseShare],
  ['estimate_error_seconds', (row) => row.errorSeconds],
];

const round = (value: number | null) => (value === null ? '' : String(Math.round(value * 10_000) / 10_000));

/** All cuts of a report under each other, one line a day, hour, weekday and hour, or service. Begins with a BOM for Excel. */
export function waitCsv(report: WaitReport): string {
  const lines = [['cut', 'key', ...COLUMNS.map(([name]) => name)].join(',')];
  const add = (cut: string, key: string, row: Row) =>
    lines.push([cut, key, ...COLUMNS.map(([, read]) => round(read(row)))].join(','));
  add('total', `${report.from}/${report.to}`, report.total);
  for (const row of report.days) add('day', row.day, row);
  for (const row of report.hours) add('hour', String(row.hour), row);
  for (const row of report.week) add('weekday_hour', `${row.weekday + 1}-${row.hour}`, row);
  // Codes of services hold letters, digits and hyphens only: nothing that a spreadsheet could take for a formula.
  for (const row of report.services) add('service', row.serviceCode, row);
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
