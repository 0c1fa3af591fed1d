import { getLocale, getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/class-names';
import type { HallView } from '@/lib/halls/schema';
import { localTime } from '@/lib/halls/service-day';
import { formatSpan } from '@/lib/i18n/format-range';
import { formatHallDay } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';

type Spans = HallView['today'];

// A Monday; the days of a week follow it.
const monday = Date.UTC(2024, 0, 1);

/** The week and the days that differ from it. */
export async function HallHours({ hall, now }: { hall: HallView; now: Date }) {
  const t = await getTranslations('halls.hall');
  const locale = await getLocale();
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const text = (spans: Spans) => (spans.length === 0 ? t('closedDay') : spans.map(formatSpan).join(', '));
  const today = localTime(now, hall.timeZone).weekday;
  return (
    <Card title={t('week')}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
        {hall.weeklyHours.map((spans, day) => {
          const name = weekday.format(monday + day * 86_400_000);
          return (
            <div key={name} className={cn('contents', day === today && 'font-semibold')}>
              <dt>{name}</dt>
              <dd className="tabular-nums">{text(spans)}</dd>
            </div>
          );
        })}
      </dl>
      {hall.exceptions.length > 0 ? (
        <>
          <h3 className="mt-4 mb-1 font-semibold">{t('exceptions')}</h3>
          <dl className="space-y-1">
            {hall.exceptions.slice(0, 10).map(({ date, hours, reason }) => (
              <div key={date} className="flex flex-wrap gap-x-4">
                <dt>{formatHallDay(`${date}T12:00:00Z`, locale, 'UTC')}</dt>
                <dd className="tabular-nums">
                  {text(hours)} {localName(reason, locale)}
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
    </Card>
  );
}
