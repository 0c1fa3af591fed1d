'use client';

import { CalendarPlus, CalendarSync } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { formatHallDateTime, formatHallTime } from '@/lib/i18n/hall-time';
import type { CustomerTicketView } from '@/lib/realtime/contract';

const linkClass =
  'inline-flex min-h-touch items-center gap-2 font-semibold text-primary underline [&_svg]:size-5 [&_svg]:shrink-0';

/** The booked time, what the rules make of it, and the ways to keep it in a calendar or change it. */
export function BookingPart({
  token,
  hall,
  booking,
}: {
  token: string;
  hall: CustomerTicketView['hall'];
  booking: NonNullable<CustomerTicketView['booking']>;
}) {
  const t = useTranslations('myTicket');
  const locale = useLocale();
  const time = (at: string) => formatHallTime(at, locale, hall.timeZone);
  return (
    <section className="rounded-xl border border-border bg-surface p-4 text-center shadow-card">
      <p className="text-sm">{t('bookedAt')}</p>
      <p className="font-bold text-2xl tabular-nums leading-tight">
        {formatHallDateTime(booking.at, locale, hall.timeZone)}
      </p>
      <p className="mt-2">
        {booking.mayCheckIn ? null : <>{t('checkInFrom', { time: time(booking.checkInFrom) })} </>}
        {t('checkInUntil', { late: time(booking.onTimeUntil), lapse: time(booking.lapsesAt) })}
      </p>
      <p className="flex flex-wrap justify-center gap-x-6">
        <a href={`/t/${token}/calendar`} className={linkClass}>
          <CalendarPlus aria-hidden="true" />
          {t('calendar')}
        </a>
        {booking.mayChange ? (
          <a href={`/halls/${hall.slug}/book?change=${token}`} className={linkClass}>
            <CalendarSync aria-hidden="true" />
            {t('changeBooking')}
          </a>
        ) : null}
      </p>
    </section>
  );
}
