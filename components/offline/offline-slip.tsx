'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { Locale } from '@/lib/i18n/config';
import { formatHallDateTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import type { OutboxEntry } from '@/lib/offline/outbox';

/** Only the slip is printed, on paper as long as it is; the rest of the page is not for paper. */
const RULES = `
@media screen { [data-offline-slip] { display: none } }
@media print {
  body > :not([data-offline-slip]) { display: none !important }
  [data-offline-slip] { width: 72mm; margin: 0 auto; background: #fff; color: #000; font-size: 11pt; line-height: 1.35; text-align: center }
  [data-offline-slip] .number { font-size: 46pt; font-weight: 700; line-height: 1.1 }
  [data-offline-slip] .service { font-size: 15pt; font-weight: 600 }
  [data-offline-slip] .mark { margin: 2mm 0; border: 0.4mm solid #000; padding: 1.5mm; font-weight: 600 }
}
@page { size: 80mm 95mm; margin: 3mm 4mm }`;

/**
 * The paper of a ticket that was given out without a connection: the tablet makes it itself. It says what it is, and has
 * no code to follow, because the house does not know of it yet.
 */
export function OfflineSlip({
  entry,
  hallNames,
  serviceNames,
  zoneNames,
  locale,
  timeZone,
  onPrinted,
}: {
  entry: OutboxEntry;
  hallNames: Record<string, string>;
  serviceNames: Record<string, string>;
  zoneNames: Record<string, string> | null;
  locale: Locale;
  timeZone: string;
  onPrinted: () => void;
}) {
  const t = useTranslations('offline.slip');
  const done = useRef(onPrinted);
  done.current = onPrinted;
  useEffect(() => {
    // The browser's dialog holds the page until it is answered; a browser without one returns at once.
    window.print();
    done.current();
  }, []);
  return createPortal(
    <article data-offline-slip lang={locale}>
      <style>{RULES}</style>
      <p>{localName(hallNames, locale)}</p>
      <p>{t('number')}</p>
      <p className="number">{entry.number}</p>
      <p className="service">{localName(serviceNames, locale)}</p>
      {zoneNames ? <p>{localName(zoneNames, locale)}</p> : null}
      <p className="mark">{t('offline')}</p>
      <p>{t('keep')}</p>
      <p>{formatHallDateTime(entry.issuedAt, locale, timeZone)}</p>
    </article>,
    document.body,
  );
}
