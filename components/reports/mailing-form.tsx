'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/textarea';
import { localeNames, locales } from '@/lib/i18n/config';
import { type MailingAnswer, type MailingTyped, saveMailingForm } from '@/lib/reports/actions';
import type { Frequency } from '@/lib/reports/mailing';

/** A new mailing or one to change. What was typed stays when it is refused, also without script. */
export function MailingForm({
  hall,
  id: mailingId,
  initial,
  frequencies,
  readOnly,
}: {
  /** Slug. */
  hall: string;
  /** Left out: a new one. */
  id?: string;
  initial: MailingTyped;
  frequencies: readonly Frequency[];
  readOnly: boolean;
}) {
  const t = useTranslations('reports.mail');
  const errors = useTranslations('errors');
  const [{ tries, typed = initial, bad, failed }, submit] = useActionState<MailingAnswer, FormData>(saveMailingForm, {
    tries: 0,
  });
  const id = (name: string) => `${name}-${mailingId ?? 'new'}`;
  return (
    // React empties a form that it has sent: drawn anew, it begins with what was typed.
    <form action={submit} key={tries} noValidate>
      {failed ? <Banner tone="danger">{errors(failed)}</Banner> : null}
      {bad && bad !== 'recipients' && bad !== 'sendAt' ? <Banner tone="danger">{t('bad.other')}</Banner> : null}
      <fieldset
        disabled={readOnly}
        className="grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-[18rem_9rem_9rem_1fr]"
      >
        <input type="hidden" name="hall" value={hall} />
        <input type="hidden" name="id" value={mailingId ?? ''} />
        <Field id={id('frequency')} label={t('frequency')} required>
          {(control) => (
            <Select {...control} name="frequency" defaultValue={typed.frequency}>
              {frequencies.map((frequency) => (
                <option key={frequency} value={frequency}>
                  {t(frequency)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id={id('sendAt')} label={t('sendAt')} required error={bad === 'sendAt' ? t('bad.other') : undefined}>
          {(control) => (
            <Input
              {...control}
              type="time"
              name="sendAt"
              // The first field to correct has the focus.
              autoFocus={bad === 'sendAt'}
              defaultValue={typed.sendAt}
            />
          )}
        </Field>
        <Field id={id('locale')} label={t('locale')} required>
          {(control) => (
            <Select {...control} name="locale" defaultValue={typed.locale}>
              {locales.map((one) => (
                <option key={one} value={one}>
                  {localeNames[one]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field
          id={id('recipients')}
          label={t('recipients')}
          hint={t('recipientsHint')}
          required
          error={bad === 'recipients' ? t('bad.recipients') : undefined}
        >
          {(control) => (
            <Textarea
              {...control}
              name="recipients"
              rows={2}
              autoFocus={bad === 'recipients'}
              defaultValue={typed.recipients}
            />
          )}
        </Field>
        <Checkbox name="active" label={t('active')} defaultChecked={typed.active} />
        <div>
          <SubmitButton>{t('save')}</SubmitButton>
        </div>
      </fieldset>
    </form>
  );
}
