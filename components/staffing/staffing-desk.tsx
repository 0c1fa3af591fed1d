'use client';

import { CircleAlert, Printer } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { FormFailure } from '@/components/manage/form-failure';
import { useApiForm } from '@/components/manage/use-api-form';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { serviceDay } from '@/lib/halls/service-day';
import { formatDuration } from '@/lib/i18n/format-duration';
import { formatHallTime, formatServiceDay } from '@/lib/i18n/hall-time';
import type { StaffingView } from '@/lib/staffing/schema';
import { ServiceShortfalls, ShortHalfHours } from './service-shortfalls';
import { StaffingChart } from './staffing-chart';
import { StaffingOutcomes } from './staffing-outcomes';
import { StaffingTable } from './staffing-table';

/** A Monday: what the names of weekdays are made from. */
const monday = Date.UTC(2024, 0, 1);

/** How many counters a weekday needs, how many are intended, and what either comes to. */
export function StaffingDesk({
  hall,
  hallName,
  timeZone,
  initial,
  mayPlan,
  nav,
  localeSwitch,
}: {
  /** Slug. */
  hall: string;
  hallName: string;
  timeZone: string;
  initial: StaffingView;
  mayPlan: boolean;
  nav: ReactNode;
  localeSwitch: ReactNode;
}) {
  const t = useTranslations('staffing');
  const format = useFormatter();
  const locale = useLocale();
  const [view, setView] = useState(initial);
  // By half hour; what is not here is as saved.
  const [edited, setEdited] = useState<Record<number, string>>({});
  const { send, pending, failure } = useApiForm<StaffingView>((saved) => {
    setView(saved);
    setEdited({});
  });
  const { steps, target, weekday } = view;
  const minutes = Math.round(target.seconds / 60);
  const countersOf = (halfHour: number) =>
    edited[halfHour] ?? String(steps.find((step) => step.halfHour === halfHour)?.intended?.counters ?? '');
  const save = () => {
    const counters = Array(48).fill(0) as number[];
    for (const { halfHour } of steps) counters[halfHour] = Math.max(0, Math.round(Number(countersOf(halfHour)) || 0));
    return send('POST', `/halls/${encodeURIComponent(hall)}/staffing`, { weekday, counters });
  };
  const nameOf = (day: number, style: 'short' | 'long') =>
    format.dateTime(new Date(monday + day * 86_400_000), { weekday: style, timeZone: 'UTC' });
  const address = `/manage/${encodeURIComponent(hall)}/staffing`;
  const isShort = steps.some(
    ({ needed }) => needed.share !== null && needed.share < target.share - 0.01 && needed.counters >= view.mostCounters,
  );
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-[90rem] flex-col gap-3 p-4 print:max-w-none print:p-0">
      {nav}
      <header className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <div className="me-auto">
          <div className="flex flex-wrap items-baseline gap-x-3">
            <h1 className="font-bold text-2xl leading-tight">{t('title')}</h1>
            <p className="text-lg text-muted-foreground">
              {hallName} · {nameOf(weekday, 'long')}
            </p>
          </div>
          <p className="text-muted-foreground">
            {t('intro', { share: format.number(target.share, { style: 'percent' }), minutes })}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2 print:hidden">
          <a
            href={`${address}/csv?weekday=${weekday}`}
            className="grid min-h-touch place-items-center rounded-lg px-3 font-medium text-primary underline"
          >
            {t('csv')}
          </a>
          <Button variant="ghost" onClick={() => window.print()}>
            <Printer aria-hidden="true" className="size-5" />
            {t('print')}
          </Button>
          {localeSwitch}
        </div>
      </header>
      <nav aria-label={t('weekday')} className="flex flex-wrap gap-1 print:hidden">
        {Array.from({ length: 7 }, (_, day) => (
          <Link
            key={nameOf(day, 'long')}
            href={`${address}?weekday=${day}`}
            prefetch={false}
            aria-current={day === weekday ? 'page' : undefined}
            aria-label={nameOf(day, 'long')}
            className={cn(
              'grid min-h-touch min-w-14 place-items-center rounded-lg px-3 font-medium',
              day === weekday ? 'bg-primary text-primary-foreground' : 'bg-surface hover:bg-surface-sunken',
            )}
          >
            {nameOf(day, 'short')}
          </Link>
        ))}
      </nav>
      {steps.length === 0 ? (
        <Banner tone="neutral">{t('closed')}</Banner>
      ) : (
        <>
          {isShort ? (
            <Banner tone="warning" icon={<CircleAlert aria-hidden="true" />}>
              {t('short', { count: view.mostCounters })}
            </Banner>
          ) : null}
          <div className="grid items-start gap-3 xl:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
            <StaffingOutcomes view={view} />
            <ServiceShortfalls view={view} />
          </div>
          <StaffingChart steps={steps} />
          <FormFailure text={failure} />
          <StaffingTable
            steps={steps}
            minutes={minutes}
            editing={
              mayPlan
                ? { countersOf, onChange: (halfHour, value) => setEdited({ ...edited, [halfHour]: value }) }
                : null
            }
            actions={
              mayPlan ? (
                <div className="flex flex-wrap items-center gap-2 print:hidden">
                  <p aria-live="polite" className="text-muted-foreground text-sm">
                    {Object.keys(edited).length > 0
                      ? t('unsaved')
                      : view.intendedAt
                        ? t('savedAt', {
                            time: `${formatServiceDay(serviceDay(new Date(view.intendedAt), timeZone), locale)} ${formatHallTime(view.intendedAt, locale, timeZone)}`,
                          })
                        : ''}
                  </p>
                  <Button
                    variant="secondary"
                    onClick={() =>
                      setEdited(
                        Object.fromEntries(steps.map(({ halfHour, needed }) => [halfHour, String(needed.counters)])),
                      )
                    }
                  >
                    {t('takeOver')}
                  </Button>
                  <Button pending={pending} onClick={save}>
                    {t('save')}
                  </Button>
                </div>
              ) : null
            }
          />
          <ShortHalfHours view={view} />
          <section className="space-y-1 text-muted-foreground text-sm">
            <h2 className="font-semibold text-foreground">{t('assumed')}</h2>
            <p>{t('basis', { days: view.learnedDays, time: formatDuration(view.meanHandlingSeconds) })}</p>
            <p>{t('assumedNumbers')}</p>
            <p>{t('assumedServices', { counters: view.counterOrder.join(', ') })}</p>
          </section>
        </>
      )}
    </main>
  );
}
