import { getLocale, getTranslations } from 'next-intl/server';
import { calendarFile } from '@/lib/bookings/calendar';
import { loadCalendarFacts } from '@/lib/bookings/loaders';
import { formatHallTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import { env } from '@/lib/platform/env';

/** A booking as a calendar file, in the customer's language. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  const facts = await loadCalendarFacts(token);
  if (!facts) return new Response(null, { status: 404 });
  const t = await getTranslations('booking');
  const locale = await getLocale();
  const hall = localName(facts.hallNames, locale);
  const origin = env().BASE_URL?.replace(/\/+$/, '') ?? `http://${request.headers.get('host')}`;
  const url = `${origin}/t/${token}`;
  const file = calendarFile({
    uid: `${facts.id}@${facts.number}`,
    at: facts.at,
    minutes: facts.minutes,
    title: t('bookingOf', { hall, service: localName(facts.serviceNames, locale) }),
    description: t('calendarText', {
      number: facts.number,
      from: formatHallTime(facts.checkInFrom, locale, facts.timeZone),
      link: url,
    }),
    location: [hall, localName(facts.address, locale)].filter(Boolean).join(', '),
    url,
    remindMinutes: facts.remindMinutes,
  });
  return new Response(file, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${facts.number}.ics"`,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    },
  });
}
