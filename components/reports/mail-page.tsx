import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { EntryTable } from '@/components/ui/entry-table';
import { Td, Th } from '@/components/ui/table';
import { formatHallTime } from '@/lib/i18n/hall-time';
import { retryDeliveryForm } from '@/lib/reports/actions';
import { clockText, FREQUENCIES } from '@/lib/reports/mailing';
import type { Delivery, Mailing } from '@/lib/reports/schema';
import { MailingForm } from './mailing-form';

/** Which reports go out by e-mail, to whom and when; and what became of the last ones. Works without script. */
export async function MailPage({
  hall,
  mailings,
  deliveries,
  hasServer,
  readOnly,
  told,
  nav,
}: {
  hall: { slug: string; timeZone: string };
  mailings: readonly Mailing[];
  deliveries: readonly Delivery[];
  hasServer: boolean;
  readOnly: boolean;
  /** What became of the last tap. */
  told: { saved?: string; failed?: string };
  nav: ReactNode;
}) {
  const t = await getTranslations('reports.mail');
  const errors = await getTranslations('errors');
  const reports = await getTranslations('reports');
  const locale = await getLocale();
  const time = (at: Date) =>
    `${new Intl.DateTimeFormat(locale, { timeZone: hall.timeZone, dateStyle: 'medium' }).format(at)} ${formatHallTime(at.toISOString(), locale, hall.timeZone)}`;
  const path = `/manage/${encodeURIComponent(hall.slug)}/reports`;
  const problem = told.failed ? errors(told.failed === 'forbidden' ? 'forbidden' : 'not-found') : null;
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-[70rem] flex-col gap-3 p-4">
      {nav}
      <header>
        <h1 className="font-bold text-2xl leading-tight">{t('title')}</h1>
        <p className="text-muted-foreground">{t('intro')}</p>
        <a href={path} className="inline-flex min-h-touch items-center font-medium text-primary underline">
          {t('back')}
        </a>
      </header>
      {hasServer ? null : <Banner tone="warning">{t('noServer')}</Banner>}
      {problem ? <Banner tone="danger">{problem}</Banner> : null}
      {mailings.length === 0 ? (
        <Card>
          <EmptyState title={t('none')} />
        </Card>
      ) : null}
      {mailings.map((mailing) => (
        <Card
          key={mailing.id}
          title={t('edit', { frequency: t(mailing.frequency), time: clockText(mailing.sendAt) })}
          actions={
            told.saved === mailing.id ? (
              <span role="status" className="font-medium text-success">
                ✓ {t('saved')}
              </span>
            ) : null
          }
        >
          <MailingForm
            key={`${mailing.id} ${told.saved}`}
            hall={hall.slug}
            id={mailing.id}
            initial={{ ...mailing, sendAt: clockText(mailing.sendAt), recipients: mailing.recipients.join('\n') }}
            frequencies={FREQUENCIES}
            readOnly={readOnly}
          />
        </Card>
      ))}
      {readOnly ? null : (
        <Card title={t('add')}>
          <MailingForm
            key={mailings.length}
            hall={hall.slug}
            initial={{ frequency: 'daily', sendAt: '07:30', recipients: '', locale, active: true }}
            frequencies={FREQUENCIES}
            readOnly={false}
          />
        </Card>
      )}
      <Card title={t('deliveries')} flush>
        <EntryTable
          caption={t('deliveries')}
          columns={[t('about'), t('due'), t('state')]}
          actions={t('retry')}
          empty={deliveries.length === 0 ? <EmptyState title={t('noDeliveries')} /> : null}
        >
          {deliveries.map(({ id, fromDay, toDay, dueAt, state, problem: why, attempts, nextAt, sentAt }) => {
            const days = fromDay === toDay ? fromDay : reports('range', { from: fromDay, to: toDay });
            return (
              <tr key={id}>
                <Th scope="row">{days}</Th>
                <Td>{time(dueAt)}</Td>
                <Td>
                  <span className={state === 'failed' ? 'font-semibold text-danger' : undefined}>
                    {state === 'failed' ? '⚠ ' : ''}
                    {t(`states.${state}`)}
                  </span>
                  {sentAt ? ` · ${time(sentAt)}` : ''}
                  {why ? ` · ${t(`problems.${why}`)} · ${t('attempts', { count: attempts })}` : ''}
                  {why && state === 'waiting' && nextAt ? ` · ${t('nextTry', { time: time(nextAt) })}` : ''}
                </Td>
                <Td numeric>
                  {!readOnly && (state === 'failed' || (state === 'waiting' && why)) ? (
                    <form action={retryDeliveryForm}>
                      <input type="hidden" name="hall" value={hall.slug} />
                      <input type="hidden" name="delivery" value={id} />
                      <Button type="submit" size="sm" variant="secondary" aria-label={t('retryOf', { days })}>
                        {t('retry')}
                      </Button>
                    </form>
                  ) : null}
                </Td>
              </tr>
            );
          })}
        </EntryTable>
      </Card>
    </main>
  );
}
