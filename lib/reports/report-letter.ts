import { formatDuration } from '@/lib/i18n/format-duration';
import { localName } from '@/lib/i18n/local-name';
import type { ReportWords } from '@/lib/i18n/translator';
import type { Figures, WaitReport } from './schema';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const safe = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
/** A header line of a letter ends where the line ends. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** A report as a letter: the figures that matter, by service and hour; the whole of it is in the workbook. */
export function reportLetter({
  hall,
  waits,
  words: { t, format, locale },
}: {
  /** Its names. */
  hall: Record<string, string>;
  waits: WaitReport;
  words: ReportWords;
}): { subject: string; text: string; html: string } {
  const day = (text: string) =>
    format.dateTime(new Date(`${text}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' });
  const days = waits.from === waits.to ? day(waits.from) : t('range', { from: day(waits.from), to: day(waits.to) });
  const name = localName(hall, locale);
  const percent = (share: number | null) =>
    share === null ? '–' : format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  const time = (seconds: number | null) => (seconds === null ? '–' : formatDuration(seconds));
  const columns = ['waits', 'honest', 'servedOnly', 'meanWait', 'abandoned', 'noShow', 'careShare', 'promise'] as const;
  const cells = (row: Figures) => [
    String(row.waits),
    percent(row.level.honest.share),
    percent(row.level.servedOnly.share),
    time(row.meanWaitSeconds),
    String(row.abandoned),
    String(row.noShow),
    percent(row.careShare),
    percent(row.promiseShare),
  ];
  const heads = columns.map((column) => t(`columns.${column}`));
  const tables = [
    { head: t('service'), rows: waits.services.map((row) => [localName(row.names, locale), ...cells(row)]) },
    {
      head: t('hour'),
      rows: waits.hours.map((row) => [t('hourOf', { from: row.hour, to: row.hour + 1 }), ...cells(row)]),
    },
  ].filter(({ rows }) => rows.length > 0);
  const total = cells(waits.total).map((value, place) => [heads[place] ?? '', value] as const);
  const title = t('letter.title', { hall: name, days });
  const td = 'padding:4px 10px;border-bottom:1px solid #ccc;text-align:';
  return {
    subject: oneLine(title),
    text: [
      title,
      '',
      ...total.map(([head, value]) => `${head}: ${value}`),
      ...tables.flatMap(({ head, rows }) => ['', [head, ...heads].join(' | '), ...rows.map((row) => row.join(' | '))]),
      '',
      t('letter.attached'),
    ].join('\n'),
    html: [
      `<html lang="${locale}"><body style="font-family:sans-serif;color:#111">`,
      `<h1 style="font-size:20px">${safe(title)}</h1><table>`,
      ...total.map(
        ([head, value]) =>
          `<tr><th style="${td}left">${safe(head)}</th><td style="${td}right">${safe(value)}</td></tr>`,
      ),
      '</table>',
      ...tables.map(
        ({ head, rows }) =>
          `<h2 style="font-size:16px">${safe(head)}</h2><table><tr>${[head, ...heads]
            .map((one, place) => `<th style="${td}${place ? 'right' : 'left'}">${safe(one)}</th>`)
            .join('')}</tr>${rows
            .map(
              (row) =>
                `<tr>${row.map((one, place) => `<td style="${td}${place ? 'right' : 'left'}">${safe(one)}</td>`).join('')}</tr>`,
            )
            .join('')}</table>`,
      ),
      `<p>${safe(t('letter.attached'))}</p></body></html>`,
    ].join(''),
  };
}
