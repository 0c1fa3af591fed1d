import { getLocale, getTranslations } from 'next-intl/server';
import { cn } from '@/components/ui/class-names';
import type { SlotsView } from '@/lib/bookings/schema';
import { formatNearDay } from '@/lib/i18n/hall-time';

/** The days as links and the times of one of them as a choice: all by the server, nothing needs script. */
export async function SlotChoice({
  slots,
  day,
  hrefOf,
}: {
  slots: SlotsView;
  /** The day whose times are shown. */
  day: string;
  hrefOf: (day: string) => string;
}) {
  const t = await getTranslations('booking');
  const locale = await getLocale();
  const times = slots.items.find((item) => item.day === day)?.slots ?? [];
  return (
    <>
      <nav aria-label={t('day')}>
        <ul className="grid grid-cols-3 gap-2 sm:grid-cols-5">
          {slots.items.map((item) => (
            <li key={item.day}>
              <a
                href={hrefOf(item.day)}
                aria-current={item.day === day ? 'date' : undefined}
                className={cn(
                  'flex min-h-touch items-center justify-center rounded-lg border px-1 text-center text-sm tabular-nums',
                  item.day === day
                    ? 'border-primary bg-primary-soft font-semibold text-primary-soft-foreground'
                    : 'border-border-strong',
                )}
              >
                {formatNearDay(item.day, locale)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {times.length === 0 ? <p>{t('noneThatDay')}</p> : null}
      <fieldset>
        <legend className="mb-1 font-medium">{t('time')}</legend>
        <div className="grid grid-cols-3 gap-2 sm:grid-cols-4">
          {times.map(({ at, time, free }) => (
            <label
              key={at}
              className={cn(
                'flex min-h-touch flex-col items-center justify-center rounded-lg border border-border-strong px-2 py-1 has-focus-visible:outline-3 has-focus-visible:outline-ring has-checked:border-primary has-checked:bg-primary-soft',
                free === 0 ? 'bg-surface-sunken text-muted-foreground' : 'cursor-pointer',
              )}
            >
              <span className="flex items-center gap-2 font-semibold tabular-nums">
                <input
                  type="radio"
                  name="at"
                  value={at}
                  required
                  disabled={free === 0}
                  className="size-4 accent-primary"
                />
                {time}
              </span>
              <span className="text-xs">{free === 0 ? t('full') : t('free', { count: free })}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}
