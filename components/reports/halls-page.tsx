import { getLocale, getTranslations } from 'next-intl/server';
import { LocaleSwitch } from '@/components/i18n/locale-switch';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { localName } from '@/lib/i18n/local-name';
import type { HallsReport } from '@/lib/reports/schema';
import { FiguresTable } from './figures-table';
import { HourChart } from './hour-chart';
import { PrintButton } from './print-button';
import { ReportDaysForm } from './report-days-form';
import { ReportTiles } from './report-tiles';

/** All halls that somebody may read the reports of: together, and beside each other. */
export async function HallsPage({
  report,
  asked,
  today,
}: {
  /** Null: the days asked for make no report. */
  report: HallsReport | null;
  asked: { from?: string; to?: string };
  today: string;
}) {
  const t = await getTranslations('reports');
  const locale = await getLocale();
  const from = report?.from ?? asked.from;
  const to = report?.to ?? asked.to;
  return (
    <main className="paper-report mx-auto flex min-h-dvh w-full max-w-[90rem] flex-col gap-3 p-4 print:block print:max-w-none print:space-y-3 print:p-0">
      <header className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <div className="me-auto">
          <h1 className="font-bold text-2xl leading-tight">
            {t('title')} · {t('allHalls')}
          </h1>
          {report ? (
            <p className="text-muted-foreground">
              {report.from === report.to ? report.from : t('range', { from: report.from, to: report.to })} ·{' '}
              {t('hallCount', { count: report.halls.length })}
            </p>
          ) : null}
        </div>
        <div className="print:hidden">
          <LocaleSwitch />
        </div>
      </header>
      {report ? (
        <ul aria-label={t('byHall')} className="flex flex-wrap gap-x-3 print:hidden">
          {report.halls.map((row) => (
            <li key={row.hall}>
              <a
                href={`/manage/${encodeURIComponent(row.hall)}/reports?from=${report.from}&to=${report.to}`}
                className="flex min-h-touch items-center font-medium text-primary underline"
              >
                {t('oneHall', { hall: localName(row.names, locale) })}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <ReportDaysForm path="/manage/reports" from={from} to={to} today={today}>
        {report ? <PrintButton label={t('print')} /> : null}
      </ReportDaysForm>
      {report === null ? (
        <Banner tone="danger">{t('badDays')}</Banner>
      ) : report.total.waits === 0 ? (
        <Card>
          <EmptyState title={t('empty')} />
        </Card>
      ) : (
        <>
          <ReportTiles total={report.total} />
          <FiguresTable
            title={t('byHall')}
            first={t('hall')}
            rows={report.halls.map((row) => ({ key: row.hall, name: localName(row.names, locale), row }))}
          />
          <HourChart hours={report.hours} />
          <FiguresTable
            title={t('byHour')}
            first={t('hour')}
            rows={report.hours.map((row) => ({
              key: String(row.hour),
              name: t('hourOf', { from: row.hour, to: row.hour + 1 }),
              row,
            }))}
          />
          {report.days.length > 1 ? (
            <FiguresTable
              title={t('byDay')}
              first={t('day')}
              rows={report.days.map((row) => ({ key: row.day, name: row.day, row }))}
            />
          ) : null}
        </>
      )}
    </main>
  );
}
