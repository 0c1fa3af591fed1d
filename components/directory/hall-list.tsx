import { getLocale, getTranslations } from 'next-intl/server';
import { estimateText } from '@/components/waiting/estimate-text';
import type { HallView } from '@/lib/halls/schema';
import { localName } from '@/lib/i18n/local-name';
import { OpenChip } from './open-chip';

/** Halls with what decides where to go: open, how far, how many wait, how long it takes. */
export async function HallList({
  entries,
  now,
}: {
  entries: readonly { hall: HallView; distanceKm: number | null }[];
  now: Date;
}) {
  const t = await getTranslations('halls');
  const estimates = await getTranslations('estimate');
  const locale = await getLocale();
  return (
    <ul className="space-y-3">
      {entries.map(({ hall, distanceKm }) => (
        <li key={hall.slug}>
          <a
            href={`/halls/${hall.slug}`}
            className="block rounded-xl border border-border-strong/60 bg-surface p-4 shadow-card hover:border-primary"
          >
            <span className="flex flex-wrap items-center justify-between gap-2">
              <span className="font-semibold text-xl leading-snug">{localName(hall.names, locale)}</span>
              <OpenChip hall={hall} now={now} />
            </span>
            <span className="mt-1 block text-muted-foreground leading-snug">
              {[localName(hall.district, locale), localName(hall.address, locale)].filter(Boolean).join(' · ')}
            </span>
            <span className="mt-2 flex flex-wrap gap-x-5 gap-y-1">
              <span>
                {t('waiting')} <strong className="tabular-nums">{hall.waiting}</strong>
              </span>
              {hall.open ? (
                <span>
                  {t('estimate')} <strong>{estimateText(estimates, hall.estimate)}</strong>
                </span>
              ) : null}
              {distanceKm === null ? null : (
                <span className="text-muted-foreground">{t('distance', { km: kilometres(distanceKm) })}</span>
              )}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function kilometres(km: number): string {
  return km < 10 ? String(Math.max(0.5, Math.round(km * 2) / 2)) : String(Math.round(km));
}
