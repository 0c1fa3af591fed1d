import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { StatTile } from '@/components/ui/stat-tile';
import { Table, TableBody, TableHead, Td, Th } from '@/components/ui/table';
import { formatDuration } from '@/lib/i18n/format-duration';
import { localName } from '@/lib/i18n/local-name';
import type { WaitReport, WorkReport } from '@/lib/reports/schema';
import { WaitDistribution } from './wait-distribution';
import { WeekHeatMap } from './week-heat-map';

const none = '–';

/** Reports of a hall for the days chosen: readable, printable and complete without script. */
export async function ReportPage({
  hall,
  waits,
  work,
  asked,
  nav,
}: {
  /** Slug. */
  hall: string;
  /** Null: the days asked for make no report (too many, or the last before the first). */
  waits: WaitReport | null;
  work: WorkReport | null;
  asked: { from?: string; to?: string };
  nav: ReactNode;
}) {
  const t = await getTranslations('reports');
  const format = await getFormatter();
  const locale = await getLocale();
  const percent = (share: number | null) =>
    share === null ? none : format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  const duration = (seconds: number | null) => (seconds === null ? none : formatDuration(seconds));
  const from = waits?.from ?? asked.from;
  const to = waits?.to ?? asked.to;
  const cells = (row: WaitReport['total']) => (
    <>
      <Td numeric>{row.waits}</Td>
      <Td numeric>{percent(row.level.honest.share)}</Td>
      <Td numeric>{percent(row.level.servedOnly.share)}</Td>
      <Td numeric>{duration(row.meanWaitSeconds)}</Td>
      <Td numeric>{row.level.leftBefore + row.level.leftAfter}</Td>
      <Td numeric>{row.noShow}</Td>
      <Td numeric>{duration(row.meanHandlingSeconds)}</Td>
      <Td numeric>{percent(row.targetShare)}</Td>
      <Td numeric>{percent(row.promiseShare)}</Td>
    </>
  );
  const head = (first: string) => (
    <TableHead>
      <tr>
        <Th>{first}</Th>
        {(
          ['waits', 'honest', 'servedOnly', 'meanWait', 'left', 'noShow', 'meanHandling', 'target', 'promise'] as const
        ).map((column) => (
          <Th key={column} numeric>
            {t(`columns.${column}`)}
          </Th>
        ))}
      </tr>
    </TableHead>
  );
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-[90rem] flex-col gap-3 p-4 print:max-w-none print:p-0">
      {nav}
      <header className="flex flex-wrap items-end gap-x-6 gap-y-2">
        <div className="me-auto">
          <h1 className="font-bold text-2xl leading-tight">{t('title')}</h1>
          {waits ? (
            <p className="text-muted-foreground">
              {waits.from === waits.to ? waits.from : t('range', { from: waits.from, to: waits.to })}
            </p>
          ) : null}
        </div>
        <form method="get" className="flex flex-wrap items-end gap-2 print:hidden">
          <Field id="report-from" label={t('from')}>
            {(control) => <Input {...control} type="date" name="from" defaultValue={from} />}
          </Field>
          <Field id="report-to" label={t('to')}>
            {(control) => <Input {...control} type="date" name="to" defaultValue={to} />}
          </Field>
          <Button type="submit">{t('show')}</Button>
          {waits ? (
            <a
              href={`/manage/${encodeURIComponent(hall)}/reports/csv?from=${waits.from}&to=${waits.to}`}
              className="grid min-h-touch place-items-center rounded-lg px-3 font-medium text-primary underline"
            >
              {t('csv')}
            </a>
          ) : null}
        </form>
      </header>
      {waits === null || work === null ? (
        <Banner tone="danger">{t('badDays')}</Banner>
      ) : (
        <>
          <section aria-label={t('total')} className="grid grid-cols-2 gap-2 sm:grid-cols-4 xl:grid-cols-8">
            <StatTile label={t('columns.waits')} value={waits.total.waits} />
            <StatTile
              label={t('columns.honest')}
              value={percent(waits.total.level.honest.share)}
              detail={t('honestHint')}
            />
            <StatTile
              label={t('columns.servedOnly')}
              value={percent(waits.total.level.servedOnly.share)}
              detail={t('servedOnlyHint')}
            />
            <StatTile label={t('columns.meanWait')} value={duration(waits.total.meanWaitSeconds)} />
            <StatTile label={t('columns.crossed')} value={waits.total.crossed} />
            <StatTile
              label={t('columns.left')}
              value={waits.total.level.leftBefore + waits.total.level.leftAfter}
              detail={t('leftHint', { count: waits.total.level.leftBefore })}
            />
            <StatTile label={t('columns.meanHandling')} value={duration(waits.total.meanHandlingSeconds)} />
            <StatTile
              label={t('columns.promise')}
              value={percent(waits.total.promiseShare)}
              detail={t('promiseHint', { time: duration(waits.total.errorSeconds) })}
            />
          </section>
          <div className="grid items-start gap-3 lg:grid-cols-2">
            <WaitDistribution report={waits} />
            <WeekHeatMap report={waits} />
          </div>
          <Card title={t('byService')} flush>
            <Table caption={t('byService')} captionHidden>
              {head(t('service'))}
              <TableBody>
                {waits.services.map((row) => (
                  <tr key={row.serviceCode}>
                    <Th scope="row">{localName(row.names, locale)}</Th>
                    {cells(row)}
                  </tr>
                ))}
              </TableBody>
            </Table>
          </Card>
          <Card title={t('byHour')} flush>
            <Table caption={t('byHour')} captionHidden>
              {head(t('hour'))}
              <TableBody>
                {waits.hours.map((row) => (
                  <tr key={row.hour}>
                    <Th scope="row">{t('hourOf', { from: row.hour, to: row.hour + 1 })}</Th>
                    {cells(row)}
                  </tr>
                ))}
              </TableBody>
            </Table>
          </Card>
          {waits.days.length > 1 ? (
            <Card title={t('byDay')} flush>
              <Table caption={t('byDay')} captionHidden>
                {head(t('day'))}
                <TableBody>
                  {waits.days.map((row) => (
                    <tr key={row.day}>
                      <Th scope="row">{row.day}</Th>
                      {cells(row)}
                    </tr>
                  ))}
                </TableBody>
              </Table>
            </Card>
          ) : null}
          <div className="grid items-start gap-3 lg:grid-cols-2">
            <WorkTable title={t('byClerk')} first={t('clerk')} hint={t('fairHint')}>
              {work.clerks.map((row) => (
                <WorkRow key={row.staffId ?? ''} name={row.name ?? t('noClerk')} row={row} />
              ))}
            </WorkTable>
            <WorkTable title={t('byCounter')} first={t('counter')} hint={t('fairHint')}>
              {work.counters.map((row) => (
                <WorkRow
                  key={row.counterNumber ?? ''}
                  name={row.counterNumber === null ? t('noCounter') : t('counterOf', { number: row.counterNumber })}
                  row={row}
                />
              ))}
            </WorkTable>
          </div>
        </>
      )}
    </main>
  );
}

async function WorkTable({
  title,
  first,
  hint,
  children,
}: {
  title: string;
  first: string;
  hint: string;
  children: ReactNode;
}) {
  const t = await getTranslations('reports');
  return (
    <Card title={title} flush>
      <p className="px-4 text-muted-foreground text-sm">{hint}</p>
      <Table caption={title} captionHidden>
        <TableHead>
          <tr>
            <Th>{first}</Th>
            {(['handled', 'meanHandling', 'expected', 'target', 'transferred', 'noShow'] as const).map((column) => (
              <Th key={column} numeric>
                {t(`columns.${column}`)}
              </Th>
            ))}
          </tr>
        </TableHead>
        <TableBody>{children}</TableBody>
      </Table>
    </Card>
  );
}

async function WorkRow({
  name,
  row,
}: {
  name: string;
  row: WorkReport['counters'][number] | WorkReport['clerks'][number];
}) {
  const format = await getFormatter();
  const duration = (seconds: number | null) => (seconds === null ? none : formatDuration(seconds));
  return (
    <tr>
      <Th scope="row">{name}</Th>
      <Td numeric>{row.handled}</Td>
      <Td numeric>{duration(row.meanHandlingSeconds)}</Td>
      <Td numeric>{duration(row.expectedHandlingSeconds)}</Td>
      <Td numeric>
        {row.targetShare === null
          ? none
          : format.number(row.targetShare, { style: 'percent', maximumFractionDigits: 0 })}
      </Td>
      <Td numeric>{row.transferred}</Td>
      <Td numeric>{row.noShow}</Td>
    </tr>
  );
}
