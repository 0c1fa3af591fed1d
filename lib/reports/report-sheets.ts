import type { Sheet } from '@/lib/core/sheet';
import { localName } from '@/lib/i18n/local-name';
import type { ReportWords } from '@/lib/i18n/translator';
import type { Figures, WaitReport, WorkReport } from './schema';

type Kind = Sheet['columns'][number]['kind'];
type Read<Row> = (row: Row) => number | null;
type Column<Row> = [name: string, kind: Kind, read: Read<Row>];

/** What is told of waits, in the order of the sheets; names are those of `reports.columns`. */
const WAITS = [
  ['waits', 'count', (row) => row.waits],
  ['honest', 'share', (row) => row.level.honest.share],
  ['servedOnly', 'share', (row) => row.level.servedOnly.share],
  ['served', 'count', (row) => row.level.servedOnly.counted],
  ['meanWait', 'seconds', (row) => row.meanWaitSeconds],
  ['leftBefore', 'count', (row) => row.level.leftBefore],
  ['leftAfter', 'count', (row) => row.level.leftAfter],
  ['abandoned', 'count', (row) => row.abandoned],
  ['abandonedShare', 'share', (row) => row.abandonedShare],
  ['noShow', 'count', (row) => row.noShow],
  ['noShowShare', 'share', (row) => row.noShowShare],
  ['transferred', 'count', (row) => row.transferred],
  ['crossed', 'count', (row) => row.crossed],
  ['careDue', 'count', (row) => row.careDue],
  ['careShare', 'share', (row) => row.careShare],
  ['timeToCare', 'seconds', (row) => row.meanCareSeconds],
  ['meanHandling', 'seconds', (row) => row.meanHandlingSeconds],
  ['target', 'share', (row) => row.targetShare],
  ['told', 'count', (row) => row.told],
  ['medianError', 'seconds', (row) => row.medianErrorSeconds],
  ['meanError', 'seconds', (row) => row.errorSeconds],
  ['bias', 'seconds', (row) => row.biasSeconds],
  ['promise', 'share', (row) => row.promiseShare],
] as const satisfies Column<Figures>[];

type WorkRow = Omit<WorkReport['clerks'][number], 'staffId' | 'name'>;
const WORK = [
  ['handled', 'count', (row) => row.handled],
  ['meanHandling', 'seconds', (row) => row.meanHandlingSeconds],
  ['expected', 'seconds', (row) => row.expectedHandlingSeconds],
  ['index', 'factor', (row) => row.handlingIndex],
  ['target', 'share', (row) => row.targetShare],
  ['servedOnly', 'share', (row) => row.level.servedOnly.share],
  ['meanWait', 'seconds', (row) => row.meanWaitSeconds],
  ['transferred', 'count', (row) => row.transferred],
  ['noShow', 'count', (row) => row.noShow],
  ['careMade', 'count', (row) => row.careMade],
  ['timeToCare', 'seconds', (row) => row.meanCareSeconds],
] as const satisfies Column<WorkRow>[];

/** A report as sheets of a workbook, in words of a language. */
export function reportSheets({
  waits,
  work,
  words: { t, locale },
}: {
  waits: WaitReport;
  work: WorkReport;
  words: ReportWords;
}): Sheet[] {
  const titleOf = (name: (typeof WAITS)[number][0] | (typeof WORK)[number][0], kind: Kind) =>
    kind === 'seconds' ? t('inSeconds', { column: t(`columns.${name}`) }) : t(`columns.${name}`);
  const text = (title: string) => ({ title, kind: 'text' as const });
  const sheet = <Row extends Figures>(
    name: string,
    heads: string[],
    rows: readonly Row[],
    key: (row: Row) => string[],
  ) => ({
    name,
    columns: [...heads.map(text), ...WAITS.map(([column, kind]) => ({ title: titleOf(column, kind), kind }))],
    rows: rows.map((row) => [...key(row), ...WAITS.map(([, , read]) => read(row))]),
  });
  const people = <Row extends WorkRow>(
    name: string,
    head: string,
    rows: readonly Row[],
    key: (row: Row) => string,
  ) => ({
    name,
    columns: [text(head), ...WORK.map(([column, kind]) => ({ title: titleOf(column, kind), kind }))],
    rows: rows.map((row) => [key(row), ...WORK.map(([, , read]) => read(row))]),
  });
  const hour = (row: { hour: number }) => t('hourOf', { from: row.hour, to: row.hour + 1 });
  const names = new Map(waits.services.map((row) => [row.serviceCode, localName(row.names, locale)]));
  const range = waits.from === waits.to ? waits.from : t('range', { from: waits.from, to: waits.to });
  return [
    sheet(t('total'), [t('days')], [waits.total], () => [range]),
    sheet(t('byService'), [t('service')], waits.services, (row) => [localName(row.names, locale)]),
    sheet(t('byHour'), [t('hour')], waits.hours, (row) => [hour(row)]),
    sheet(t('byDay'), [t('day')], waits.days, (row) => [row.day]),
    sheet(t('byWeekHour'), [t('weekday'), t('hour')], waits.week, (row) => [
      t(`weekdays.${row.weekday as 0}`),
      hour(row),
    ]),
    sheet(t('byServiceHour'), [t('service'), t('hour')], waits.serviceHours, (row) => [
      names.get(row.serviceCode) ?? row.serviceCode,
      hour(row),
    ]),
    {
      name: t('distribution'),
      columns: [text(t('waited')), { title: t('customers'), kind: 'count' }],
      rows: waits.distribution.map(({ withinSeconds, count }, place) => [
        withinSeconds === null
          ? t('longer', { minutes: (waits.distribution[place - 1]?.withinSeconds ?? 0) / 60 })
          : t('within', { minutes: withinSeconds / 60 }),
        count,
      ]),
    },
    people(t('byClerk'), t('clerk'), work.clerks, (row) => row.name ?? t('noClerk')),
    people(t('byCounter'), t('counter'), work.counters, (row) =>
      row.counterNumber === null ? t('noCounter') : t('counterOf', { number: row.counterNumber }),
    ),
  ];
}

/** A sheet as rows of texts, for CSV: numbers as a program reads them. */
export function sheetRows({ columns, rows }: Sheet): string[][] {
  const cell = (value: string | number | null) =>
    value === null ? '' : typeof value === 'number' ? String(Math.round(value * 10_000) / 10_000) : value;
  return [columns.map(({ title }) => title), ...rows.map((row) => row.map(cell))];
}

/** Sheets of the same columns under each other: each row says which sheet it is of, and names its key in one cell. */
export function stackedRows(sheets: readonly Sheet[]): string[][] {
  const keys = (sheet: Sheet) => sheet.columns.findIndex(({ kind }) => kind !== 'text');
  return sheets.flatMap((sheet, place) => {
    const [head = [], ...rows] = sheetRows(sheet);
    const count = keys(sheet);
    const stacked = rows.map((row) => [sheet.name, row.slice(0, count).join(' '), ...row.slice(count)]);
    return place === 0 ? [['', '', ...head.slice(count)], ...stacked] : stacked;
  });
}
