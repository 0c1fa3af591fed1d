import { getLocale, getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import type { HallView } from '@/lib/halls/schema';
import { formatHallDateTime } from '@/lib/i18n/hall-time';

/** A time before coming, where the hall takes bookings; or the booking that this phone has. */
export async function BookCard({ hall, booked }: { hall: HallView; booked: { token: string; at: string } | null }) {
  const t = await getTranslations('booking');
  const locale = await getLocale();
  if (!hall.bookings && !booked) return null;
  return (
    <Card id="book" title={t('title')}>
      <div className="space-y-3">
        {booked ? (
          <>
            <p className="font-semibold text-lg">
              {t('mine', { when: formatHallDateTime(booked.at, locale, hall.timeZone) })}
            </p>
            <ButtonLink href={`/t/${booked.token}`} size="lg" block prefetch={false}>
              {t('show')}
            </ButtonLink>
          </>
        ) : (
          <>
            <p className="text-muted-foreground">{t('intro')}</p>
            <ButtonLink href={`/halls/${hall.slug}/book`} size="lg" block variant="secondary" prefetch={false}>
              {t('start')}
            </ButtonLink>
          </>
        )}
      </div>
    </Card>
  );
}
