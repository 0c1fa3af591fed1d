import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { PRESETS, presetDays } from '@/lib/reports/report-days';

/** Which days a report is about: the usual ones in one tap, any others by date. Works without script. */
export async function ReportDaysForm({
  path,
  from,
  to,
  today,
  children,
}: {
  path: string;
  from: string | undefined;
  to: string | undefined;
  today: string;
  /** What can be done with the report, beside it. */
  children?: ReactNode;
}) {
  const t = await getTranslations('reports');
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2 print:hidden">
      <nav aria-label={t('presets')} className="flex flex-wrap gap-1">
        {PRESETS.map((preset) => {
          const days = presetDays(preset, today);
          const here = days.from === from && days.to === to;
          return (
            <Link
              key={preset}
              href={`${path}?from=${days.from}&to=${days.to}`}
              prefetch={false}
              aria-current={here ? 'page' : undefined}
              className={cn(
                'flex min-h-touch items-center rounded-lg border px-3 font-medium',
                here ? 'border-primary bg-primary text-primary-foreground' : 'border-border hover:bg-surface-sunken',
              )}
            >
              {t(`preset.${preset}`)}
            </Link>
          );
        })}
      </nav>
      <form method="get" action={path} className="flex flex-wrap items-end gap-2">
        <Field id="report-from" label={t('from')}>
          {(control) => <Input {...control} type="date" name="from" defaultValue={from} key={from} />}
        </Field>
        <Field id="report-to" label={t('to')}>
          {(control) => <Input {...control} type="date" name="to" defaultValue={to} key={to} />}
        </Field>
        <Button type="submit">{t('show')}</Button>
      </form>
      {children}
    </div>
  );
}
