import { LOCALES, type Locale } from '@/lib/core/locale';
import type { HallConfig } from '@/lib/halls/hall-config';
import { formatHallTime } from '@/lib/i18n/hall-time';
import { noticeTexts } from '@/lib/i18n/own-texts';
import type { NoticeEvent } from '@/lib/notices/notice';
import type { NoticeFacts } from '@/lib/notices/schema';
import type { WebhookMessage } from '@/lib/webhooks/schema';

/** A notice with what is needed to say it. */
export interface Notice {
  event: NoticeEvent;
  ticketId: string;
  facts: NoticeFacts;
  hall: Pick<HallConfig, 'id' | 'slug' | 'names' | 'timeZone' | 'languages' | 'services'>;
  /** The customer's own page of the ticket. */
  url: string;
}

/** In one sentence, for a phone. */
export function noticeText({ event, facts, hall, url }: Notice, locale: Locale): string {
  const t = noticeTexts(locale);
  const { number, counterNumber, callCount, peopleAhead, bookedFor } = facts;
  switch (event) {
    case 'ticket.issued':
      return t('issued', { hall: hall.names[locale], number, url });
    case 'ticket.twoAhead':
      return t('twoAhead', { number, count: peopleAhead ?? 0 });
    case 'ticket.called':
      return t('called', { number, counter: counterNumber ?? 0 });
    case 'ticket.lapsed':
      // Nobody called who missed his appointment, or was still waiting when the day ended.
      return t(callCount > 0 ? 'lapsed' : 'ended', { number });
    case 'booking.reminder':
      return t('reminder', { number, time: bookedFor ? formatHallTime(bookedFor, locale, hall.timeZone) : '' });
  }
}

/** The customer's language, or the hall's first. */
export function noticeLocale({ facts, hall }: Pick<Notice, 'facts' | 'hall'>): Locale {
  return facts.locale ?? hall.languages[0] ?? LOCALES[0];
}

/** What a program is told. */
export function webhookMessage(notice: Notice, phone: string | null): WebhookMessage {
  const { event, ticketId, facts, hall, url } = notice;
  const { at, number, status, serviceCode, counterNumber, callCount, peopleAhead, bookedFor } = facts;
  const locale = noticeLocale(notice);
  const names = hall.services.find(({ code }) => code === serviceCode)?.names ?? {};
  return {
    type: event,
    timestamp: at,
    data: {
      hall: { id: hall.id, slug: hall.slug, names: hall.names, timeZone: hall.timeZone },
      ticket: {
        id: ticketId,
        number,
        status,
        service: { code: serviceCode, names },
        counterNumber,
        callCount,
        peopleAhead,
        bookedFor,
        url,
      },
      message: { locale, text: noticeText(notice, locale) },
      contact: phone === null ? null : { phone },
    },
  };
}

/** What the customer's own browser is told: `public/t/sw.js` shows it. */
export function pushMessage(
  notice: Notice,
  locale: Locale,
): { title: string; body: string; path: string; lang: string } {
  return {
    title: notice.hall.names[locale],
    body: noticeText(notice, locale),
    path: new URL(notice.url).pathname,
    lang: locale,
  };
}
