'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

/** The code from the settings, typed on the device that is to belong to the hall; then the device opens its screen. */
export function PairForm() {
  const t = useTranslations('pair');
  const problemText = useProblemText();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();

  async function pair(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code') ?? '').trim();
    setPending(true);
    const answer = await callApi<{ hall: string; kind: string }>('POST', '/screens/pair', { code });
    if (answer.ok) {
      window.location.assign(`/screens/${encodeURIComponent(answer.value.hall)}/${answer.value.kind}`);
      return;
    }
    setProblem(answer.problem);
    setPending(false);
  }

  const wrongCode = problem?.code === 'wrong-credentials' || problem?.code === 'invalid-input';
  return (
    <form onSubmit={pair} className="space-y-4" noValidate>
      <Field
        id="pairing-code"
        label={t('code')}
        hint={t('codeHint')}
        error={problem ? (wrongCode ? t('failed') : problemText(problem)) : undefined}
      >
        {(control) => (
          <Input
            {...control}
            name="code"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            autoFocus
            className="font-semibold text-2xl uppercase tracking-widest"
          />
        )}
      </Field>
      <Button type="submit" size="lg" block pending={pending}>
        {t('submit')}
      </Button>
    </form>
  );
}
