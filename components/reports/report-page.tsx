import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LocaleSwitch } from '@/components/i18n/locale-switch';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { localName } from '@/lib/i18n/local-name';
import type { WaitReport, WorkReport } from '@/lib/reports/schema';
import { FiguresTable } from './figures-table';
import { HourChart } from './hour-chart';
import { PrintButton } from './print-button';
import { ReportDaysForm } from './report-days-form';
import { ReportTiles } from './report-tiles';
import { TruthTable } from './truth-table';
import { WaitDistribution } from './wait-distribution';
import { WeekHeatMap } from './week-heat-map';
import { WorkTable } from './work-table';

const linkClass = 'flex min-h-touch items-center px-2 font-medium text-primary underline';

/** Reports of a hall for the days chosen: readable, printable and complete without script. */
export async function ReportPage({
  hall,
  waits,
  work,
  asked,
  today,
  links,
  nav,
}: {
  /** Slug, and names. */
  hall: { slug: string; names: Record<string, string> };
  /** Null: the days asked for make no report (too many, or the last before the first). */
  waits: WaitReport | null;
  work: WorkReport | null;
  asked: { from?: string; to?: string };
  today: string;
  /** Where this person may go on to. */
  links: { halls: boolean; mail: boolean };
  nav: ReactNode;
}) {
  const t = await getTranslations('reports');
  const locale = await getLocale();
  const path = `/manage/${encodeURIComponent(hall.slug)}/reports`;
  const oneDay = waits !== null && waits.from === waits.to;
  const days = `from=${waits?.from}&to=${waits?.to}`;
  const hourName = (hour: number) => t('hourOf', { from: hour, to: hour + 1 });
  return (
    <main className="paper-report mx-auto flex min-h-dvh w-full max-w-[90rem] flex-col gap-3 p-4 print:block print:max-w-none print:space-y-3 print:p-0">
      {nav}
      <header className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <div className="me-auto">
          <h1 className="font-bold text-2xl leading-tight">
            {oneDay ? t('dayReport') : t('title')} · {localName(hall.names, locale)}
          </h1>
          {waits ? (
            <p className="text-muted-foreground">
              {oneDay ? waits.from : t('range', { from: waits.from, to: waits.to })}
            </p>
          ) : null}
        </div>
        <div className="flex flex-wrap items-center gap-1 print:hidden">
          {links.halls ? (
            <a href={`/manage/reports${waits ? `?${days}` : ''}`} className={linkClass}>
              {t('allHalls')}
            </a>
          ) : null}
          {links.mail ? (
            <a href={`${path}/mail`} className={linkClass}>
              {t('mail.open')}
            </a>
          ) : null}
          <LocaleSwitch />
        </div>
      </header>
      <ReportDaysForm path={path} from={waits?.from ?? asked.from} to={waits?.to ?? asked.to} today={today}>
        {waits ? (
          <nav aria-label={t('files')} className="flex flex-wrap items-center gap-1">
            <a href={`${path}/xlsx?${days}`} className={linkClass}>
              {t('xlsx')}
            </a>
            <a href={`${path}/csv?${days}`} className={linkClass}>
              {t('csv')}
            </a>
            <a href={`${path}/csv?${days}&table=work`} className={linkClass}>
              {t('csvWork')}
            </a>
            <PrintButton label={t('print')} />
          </nav>
        ) : null}
      </ReportDaysForm>
      {waits === null || work === null ? (
        <Banner tone="danger">{t('badDays')}</Banner>
      ) : waits.total.waits === 0 ? (
        <Card>
          <EmptyState title={t('empty')} />
        </Card>
      ) : (
        <>
          <ReportTiles total={waits.total} />
          <div className="grid items-start gap-3 lg:grid-cols-2 print:grid-cols-2">
            <HourChart hours={waits.hours} />
            <WaitDistribution report={waits} />
          </div>
          {oneDay ? null : <WeekHeatMap report={waits} />}
          <FiguresTable
            title={t('byService')}
            first={t('service')}
            rows={waits.services.map((row) => ({ key: row.serviceCode, name: localName(row.names, locale), row }))}
          />
          <FiguresTable
            title={t('byHour')}
            first={t('hour')}
            rows={waits.hours.map((row) => ({ key: String(row.hour), name: hourName(row.hour), row }))}
          />
          <TruthTable report={waits} />
          <WorkTable
            title={t('byClerk')}
            first={t('clerk')}
            care
            rows={work.clerks.map((row) => ({ key: row.staffId ?? '', name: row.name ?? t('noClerk'), row }))}
          />
          <WorkTable
            title={t('byCounter')}
            first={t('counter')}
            care={false}
            rows={work.counters.map((row) => ({
              key: String(row.counterNumber),
              name: row.counterNumber === null ? t('noCounter') : t('counterOf', { number: row.counterNumber }),
              row,
            }))}
          />
          {oneDay ? null : (
            <FiguresTable
              title={t('byDay')}
              first={t('day')}
              rows={waits.days.map((row) => ({ key: row.day, name: row.day, row }))}
            />
          )}
        </>
      )}
    </main>
  );
}
