'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { type SignInState, signIn } from '@/lib/staff/actions';

/** Works without script too: the action answers with the page and the same messages. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('signIn');
  const errors = useTranslations('errors');
  const [state, submit] = useActionState<SignInState, FormData>(signIn, {});
  const [readable, setReadable] = useState(false);
  return (
    <form action={submit} className="space-y-4" noValidate>
      <input type="hidden" name="next" value={next} />
      {state.code ? (
        <Banner tone="danger" assertive icon={<span aria-hidden="true">⚠</span>}>
          {state.code === 'locked-out' && state.retryAfterSeconds
            ? t('lockedFor', { minutes: Math.ceil(state.retryAfterSeconds / 60) })
            : errors(state.code)}
        </Banner>
      ) : null}
      <Field id="username" label={t('username')} required error={state.missing?.username && t('usernameMissing')}>
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
      <Field id="password" label={t('password')} required error={state.missing?.password && t('passwordMissing')}>
        {(control) => (
          <Input {...control} name="password" type={readable ? 'text' : 'password'} autoComplete="current-password" />
        )}
      </Field>
      <Checkbox
        label={t('showPassword')}
        checked={readable}
        onChange={(event) => setReadable(event.currentTarget.checked)}
      />
      <SubmitButton size="lg" block>
        {t('submit')}
      </SubmitButton>
    </form>
  );
}
