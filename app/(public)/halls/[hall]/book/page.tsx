import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { SlotChoice } from '@/components/bookings/slot-choice';
import { PublicHeader } from '@/components/doorway/public-header';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { bookTime, changeMyBooking } from '@/lib/bookings/actions';
import { loadBookPage } from '@/lib/bookings/loaders';
import { formatHallDateTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('booking'))('title'), robots: { index: false }, referrer: 'same-origin' };
}

/** Service, day, time: each step a link, the last one a form; also for moving and cancelling one's own booking. */
export default async function BookPage({ params, searchParams }: PageProps<'/halls/[hall]/book'>) {
  const { hall: slug } = await params;
  const query = await searchParams;
  const one = (name: string) => (typeof query[name] === 'string' ? query[name] : undefined);
  const page = await loadBookPage(slug, { serviceCode: one('service'), change: one('change') });
  if (!page) notFound();
  const { hall, service, slots, moved } = page;
  const [t, common, errors] = [
    await getTranslations('booking'),
    await getTranslations('common'),
    await getTranslations('errors'),
  ];
  const locale = await getLocale();
  const problem = one('problem');
  const day = slots?.items.find((item) => item.day === one('day'))?.day ?? slots?.items[0]?.day ?? '';
  const hrefOf = (more: Record<string, string>) => {
    const about: Record<string, string> = moved ? { change: moved.token } : service ? { service: service.code } : {};
    return `/halls/${hall.slug}/book?${new URLSearchParams({ ...about, ...more })}`;
  };
  return (
    <>
      <PublicHeader />
      <main className="mx-auto w-full max-w-2xl space-y-4 px-4 pb-12">
        <a href={`/halls/${hall.slug}`} className="inline-flex min-h-touch items-center gap-2 font-medium text-primary">
          <ArrowLeft aria-hidden="true" className="size-5" />
          {localName(hall.names, locale)}
        </a>
        <h1 className="font-bold text-3xl leading-tight">{t(moved ? 'moveTitle' : 'title')}</h1>
        {problem ? (
          <Banner tone="danger" assertive>
            {t('failed', {
              problem: errors.has(problem as 'internal') ? errors(problem as 'internal') : errors('internal'),
            })}
          </Banner>
        ) : null}
        {moved ? (
          <p className="font-semibold text-lg">
            {t('now', { when: formatHallDateTime(moved.at, locale, hall.timeZone) })}
          </p>
        ) : null}
        {moved && !moved.mayChange ? <p>{t('fixed')}</p> : null}
        {service === null ? (
          <Card title={t('service')}>
            {page.services.length === 0 ? <p>{t('none')}</p> : null}
            <ul className="space-y-2">
              {page.services.map(({ code, names }) => (
                <li key={code}>
                  <a
                    href={hrefOf({ service: code })}
                    className="flex min-h-touch items-center rounded-lg border border-border-strong px-3 py-2 font-medium hover:border-primary"
                  >
                    {localName(names, locale)}
                  </a>
                </li>
              ))}
            </ul>
          </Card>
        ) : slots && (!moved || moved.mayChange) ? (
          <Card title={localName(service.names, locale)}>
            {slots.items.length === 0 ? (
              <p>{t('none')}</p>
            ) : (
              <form action={moved ? changeMyBooking : bookTime} className="space-y-4">
                <input type="hidden" name="hall" value={hall.slug} />
                <input type="hidden" name="service" value={service.code} />
                <input type="hidden" name="day" value={day} />
                {moved ? <input type="hidden" name="token" value={moved.token} /> : null}
                <SlotChoice slots={slots} day={day} hrefOf={(other) => hrefOf({ day: other })} />
                {moved ? null : (
                  <Field id="book-name" label={t('name')} optionalLabel={common('optional')} hint={t('private')}>
                    {(control) => <Input {...control} name="name" autoComplete="name" maxLength={100} />}
                  </Field>
                )}
                <SubmitButton size="lg" block>
                  {t(moved ? 'move' : 'submit')}
                </SubmitButton>
              </form>
            )}
            {moved ? null : (
              <p className="mt-3">
                <a
                  href={`/halls/${hall.slug}/book`}
                  className="inline-flex min-h-touch items-center font-semibold text-primary underline"
                >
                  {t('otherService')}
                </a>
              </p>
            )}
          </Card>
        ) : null}
        {moved?.mayChange ? (
          <form action={changeMyBooking}>
            <input type="hidden" name="hall" value={hall.slug} />
            <input type="hidden" name="token" value={moved.token} />
            <input type="hidden" name="deed" value="cancel" />
            <SubmitButton variant="secondary" size="lg" block>
              {t('cancel')}
            </SubmitButton>
          </form>
        ) : null}
      </main>
    </>
  );
}
