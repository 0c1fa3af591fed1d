import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { DeskList } from '@/components/bookings/desk-list';
import { DeskHeader } from '@/components/desk/desk-header';
import { ClientMessages } from '@/components/i18n/client-messages';
import { LocaleSwitch } from '@/components/i18n/locale-switch';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button-link';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { Td, Th } from '@/components/ui/table';
import { checkInBooking } from '@/lib/bookings/actions';
import { loadDeskBookings } from '@/lib/bookings/loaders';
import { formatHallDateTime, formatHallTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import { actorName } from '@/lib/staff/actor';
import { requireDesk } from '@/lib/staff/loaders';
import { permits } from '@/lib/staff/policy';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('booking.desk'))('title') };
}

/** A day's bookings for guide, manager and hotline: who comes when, check-in, and those that no longer fit. */
export default async function BookingsPage({ params, searchParams }: PageProps<'/desk/[hall]/bookings'>) {
  const { hall } = await params;
  const query = await searchParams;
  const one = (name: string) => (typeof query[name] === 'string' ? query[name] : '');
  const { house, hallId, actor } = await requireDesk(hall, 'booking.read', `/desk/${hall}/bookings`);
  const affected = one('affected') === 'true';
  const page = await loadDeskBookings(house, hallId, { day: one('day'), affected });
  const [t, states, errors] = [
    await getTranslations('booking.desk'),
    await getTranslations('ticketState'),
    await getTranslations('errors'),
  ];
  const locale = await getLocale();
  const problem = one('problem');
  const mayCheckIn = permits(actor, 'ticket.checkIn', hallId);
  return (
    <main className="mx-auto w-full max-w-5xl space-y-4 p-4">
      <DeskHeader
        title={t('title')}
        hallName={localName(page.hallNames, locale)}
        person={actorName(actor) ?? ''}
        tools={<LocaleSwitch />}
        hall={page.slug}
      />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="font-bold text-2xl">{t('title')}</h1>
        {page.takes ? <ButtonLink href={`/halls/${page.slug}/book`}>{t('give')}</ButtonLink> : null}
      </div>
      {problem ? (
        <Banner tone="danger" assertive>
          {errors.has(problem as 'internal') ? errors(problem as 'internal') : errors('internal')}
        </Banner>
      ) : null}
      {page.affectedCount > 0 ? (
        <Banner tone="danger">
          {t('affected', { count: page.affectedCount })}{' '}
          <a
            className="inline-flex min-h-8 items-center font-semibold underline"
            href={`/desk/${hall}/bookings${affected ? '' : '?affected=true'}`}
          >
            {t(affected ? 'seeDay' : 'seeAffected')}
          </a>
        </Banner>
      ) : null}
      <form className="flex flex-wrap items-end gap-2">
        <span className="w-48">
          <Input type="date" name="day" defaultValue={page.day} aria-label={t('title')} />
        </span>
        <SubmitButton variant="secondary">{t('show')}</SubmitButton>
      </form>
      <ClientMessages namespaces={['booking']}>
        <DeskList
          key={`${page.day} ${affected}`}
          rows={page.items.map(({ ticketId, number, status, at, serviceNames, customer, misfit, mayCheckIn: due }) => ({
            id: ticketId,
            words: [number, customer.name, customer.phone].filter(Boolean).join('\n').toLowerCase(),
            row: (
              <tr>
                <Td>
                  <span className="font-semibold tabular-nums">
                    {affected
                      ? formatHallDateTime(at, locale, page.timeZone)
                      : formatHallTime(at, locale, page.timeZone)}
                  </span>{' '}
                  {localName(serviceNames, locale)}
                  {misfit ? <span className="block font-medium text-danger text-sm">⚠ {t(misfit)}</span> : null}
                </Td>
                <Th scope="row">{number}</Th>
                <Td>{[customer.name, customer.phone].filter(Boolean).join(' · ')}</Td>
                <Td>{states(status)}</Td>
                <Td>
                  {due && mayCheckIn ? (
                    <form action={checkInBooking}>
                      <input type="hidden" name="hall" value={page.slug} />
                      <input type="hidden" name="ticket" value={ticketId} />
                      <SubmitButton size="sm" aria-label={t('checkInOf', { number })}>
                        {t('checkIn')}
                      </SubmitButton>
                    </form>
                  ) : null}
                </Td>
              </tr>
            ),
          }))}
        />
      </ClientMessages>
    </main>
  );
}
