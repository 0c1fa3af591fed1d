import { getLocale, getTranslations } from 'next-intl/server';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { estimateText } from '@/components/waiting/estimate-text';
import type { HallView } from '@/lib/halls/schema';
import { localName } from '@/lib/i18n/local-name';
import { takeNumber } from '@/lib/remote/actions';

/** A number before coming, where the hall gives them: a plain form that works without script. */
export async function JoinCard({
  hall,
  mine,
  full,
  problem,
  service,
}: {
  hall: HallView;
  mine: { number: string; token: string } | null;
  full: boolean;
  /** Code of the refusal of the last try. */
  problem: string | undefined;
  service: string | undefined;
}) {
  const t = await getTranslations('halls.join');
  if (!hall.remoteTickets) return <p className="text-muted-foreground">{t('onSite')}</p>;
  return (
    <Card id="join" title={t('title')}>
      {mine ? (
        <div className="space-y-3">
          <p className="font-semibold text-lg">{t('mine', { number: mine.number })}</p>
          <ButtonLink href={`/t/${mine.token}`} size="lg" block prefetch={false}>
            {t('show')}
          </ButtonLink>
        </div>
      ) : (
        <div className="space-y-3">
          {problem ? <Refusal code={problem} /> : null}
          {!hall.open ? <p>{t('closed')}</p> : full ? <p>{t('full')}</p> : <JoinForm hall={hall} service={service} />}
        </div>
      )}
    </Card>
  );
}

async function Refusal({ code }: { code: string }) {
  const t = await getTranslations('halls.join');
  const errors = await getTranslations('errors');
  return (
    <Banner tone="danger" assertive>
      {t('failed', { problem: errors.has(code as 'internal') ? errors(code as 'internal') : errors('internal') })}
    </Banner>
  );
}

async function JoinForm({ hall, service }: { hall: HallView; service: string | undefined }) {
  const t = await getTranslations('halls.join');
  const common = await getTranslations('common');
  const estimates = await getTranslations('estimate');
  const locale = await getLocale();
  return (
    <form action={takeNumber} className="space-y-4">
      <input type="hidden" name="hall" value={hall.slug} />
      <p className="text-muted-foreground">{t('intro')}</p>
      <fieldset>
        <legend className="mb-1 font-medium">{t('service')}</legend>
        <div className="space-y-2">
          {hall.services.map(({ code, names, estimate }) => (
            <label
              key={code}
              className="flex min-h-touch cursor-pointer items-center gap-3 rounded-lg border border-border-strong px-3 py-2 has-checked:border-primary has-checked:bg-primary-soft"
            >
              <input
                type="radio"
                name="service"
                value={code}
                required
                defaultChecked={code === service}
                className="size-5 accent-primary"
              />
              <span className="min-w-0 flex-1 font-medium leading-snug">{localName(names, locale)}</span>
              <span className="text-sm">{estimateText(estimates, estimate)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field id="join-name" label={t('name')} optionalLabel={common('optional')}>
        {(control) => <Input {...control} name="name" autoComplete="name" maxLength={100} />}
      </Field>
      <Field id="join-phone" label={t('phone')} optionalLabel={common('optional')} hint={t('private')}>
        {(control) => (
          <Input
            {...control}
            name="phone"
            type="tel"
            autoComplete="tel"
            maxLength={25}
            pattern="\+?[0-9][0-9 \(\)\-]{3,24}"
          />
        )}
      </Field>
      <SubmitButton size="lg" block>
        {t('submit')}
      </SubmitButton>
    </form>
  );
}
