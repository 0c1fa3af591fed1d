import { getTranslations } from 'next-intl/server';
import { QrCode } from '@/components/ui/qr-code';
import { estimateText } from '@/components/waiting/estimate-text';
import { formatHallDateTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import type { TicketSlip as Slip } from '@/lib/tickets/slip';
import './ticket-slip.css';

/**
 * The paper slip for a printer of 80 mm (and 58 mm, whose driver scales it): black on white, no fine lines. Rendered on
 * the server, so that no screen carries the drawing of QR codes.
 */
export async function TicketSlip({ slip }: { slip: Slip }) {
  const { locale, secondLocale } = slip;
  const t = await getTranslations({ locale, namespace: 'guide.slip' });
  const common = await getTranslations({ locale, namespace: 'common' });
  const estimates = await getTranslations({ locale, namespace: 'estimate' });
  const second = secondLocale ? localName(slip.serviceNames, secondLocale) : '';
  return (
    <article data-slip lang={locale} className="ticket-slip">
      <p className="ticket-slip-hall">{localName(slip.hallNames, locale)}</p>
      <p>{t('number')}</p>
      <p className="ticket-slip-number">{slip.number}</p>
      <p className="ticket-slip-service">{localName(slip.serviceNames, locale)}</p>
      {secondLocale && second ? <p lang={secondLocale}>{second}</p> : null}
      <dl>
        {slip.peopleAhead === null ? null : (
          <div>
            <dt>{t('ahead')}</dt>
            <dd>{common('people', { count: slip.peopleAhead })}</dd>
          </div>
        )}
        {slip.estimate ? (
          <div>
            <dt>{t('estimate')}</dt>
            <dd>{estimateText(estimates, slip.estimate)}</dd>
          </div>
        ) : null}
        {slip.zoneNames ? (
          <div>
            <dt>{t('zone')}</dt>
            <dd>{localName(slip.zoneNames, locale)}</dd>
          </div>
        ) : null}
      </dl>
      {slip.papers.length > 0 ? (
        <>
          <p className="ticket-slip-bring">{t('bring')}</p>
          <ul>
            {slip.papers.map((names) => (
              <li key={names.en}>{localName(names, locale)}</li>
            ))}
          </ul>
        </>
      ) : null}
      <QrCode text={slip.followUrl} label={t('follow')} className="ticket-slip-qr" />
      <p>{t('follow')}</p>
      <p className="ticket-slip-foot">{formatHallDateTime(slip.issuedAt, locale, slip.timeZone)}</p>
    </article>
  );
}
