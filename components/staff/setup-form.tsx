'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { type SetupState, setUp } from '@/lib/staff/actions';

/** Makes the first administrator of a new installation. */
export function SetupForm() {
  const t = useTranslations('setup');
  const errors = useTranslations('errors');
  const [state, submit] = useActionState<SetupState, FormData>(setUp, {});
  return (
    <form action={submit} className="space-y-4" noValidate>
      {state.code ? (
        <Banner tone="danger" assertive icon={<span aria-hidden="true">⚠</span>}>
          {errors(state.code)}
        </Banner>
      ) : null}
      <Field id="name" label={t('name')} required error={state.wrong?.name && t('nameMissing')}>
        {(control) => <Input {...control} name="name" autoComplete="name" defaultValue={state.name} />}
      </Field>
      <Field
        id="username"
        label={t('username')}
        hint={t('usernameHint')}
        required
        error={state.wrong?.username && t('usernameWrong')}
      >
        {(control) => (
          <Input
            {...control}
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={state.username}
          />
        )}
      </Field>
      <Field
        id="password"
        label={t('password')}
        hint={t('passwordHint')}
        required
        error={state.wrong?.password && t('passwordWrong')}
      >
        {(control) => <Input {...control} name="password" type="password" autoComplete="new-password" />}
      </Field>
      <SubmitButton size="lg" block>
        {t('submit')}
      </SubmitButton>
    </form>
  );
}
