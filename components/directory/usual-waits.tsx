import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';

/** How long people waited at each hour of the same weekdays before: low bars are good hours to come. */
export async function UsualWaits({ waits }: { waits: readonly { hour: number; waitSeconds: number }[] }) {
  const t = await getTranslations('halls.hall');
  if (waits.length < 2) return null;
  const sorted = [...waits].sort((a, b) => a.waitSeconds - b.waitSeconds);
  const least = sorted.slice(0, 2).sort((a, b) => a.hour - b.hour);
  const most = sorted.at(-1)?.waitSeconds ?? 1;
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  return (
    <Card title={t('best')}>
      <p className="font-semibold">{t('bestHours', { hours: least.map(({ hour }) => clock(hour)).join(', ') })}</p>
      <ul className="mt-3 flex h-28 items-end gap-1">
        {waits.map(({ hour, waitSeconds }) => (
          <li key={hour} className="flex h-full min-w-0 flex-1 flex-col justify-end text-center">
            <span className="sr-only">
              {t('usualWait', { hour: clock(hour), minutes: Math.round(waitSeconds / 60) })}
            </span>
            <span
              aria-hidden="true"
              className={`block rounded-t-sm ${least.some((one) => one.hour === hour) ? 'bg-primary' : 'bg-border-strong'}`}
              style={{ height: `${Math.max(4, (waitSeconds / Math.max(most, 60)) * 100)}%` }}
            />
            <span aria-hidden="true" className="text-xs tabular-nums">
              {hour}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-1 text-muted-foreground text-sm">{t('bestFrom')}</p>
    </Card>
  );
}
