'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { DeedForm } from './deed-form';

/** A number for messages about this ticket, in halls that send any; taken back with one tap. */
export function PhoneForm({
  token,
  left: initiallyLeft,
  deed,
}: {
  token: string;
  left: boolean;
  deed: (form: FormData) => Promise<void>;
}) {
  const t = useTranslations('myTicket.phone');
  const problemText = useProblemText();
  const [left, setLeft] = useState(initiallyLeft);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function send(method: 'POST' | 'DELETE', body?: object) {
    setPending(true);
    const answer = await callApi(method, `/tickets/${token}/phone`, body);
    setPending(false);
    setProblem(
      answer.ok ? undefined : answer.problem.code === 'invalid-input' ? t('wrong') : problemText(answer.problem),
    );
    if (answer.ok) setLeft(method === 'POST');
  }

  return (
    <Card title={t('title')}>
      {left ? (
        <DeedForm
          token={token}
          name="forget-phone"
          deed={deed}
          onDeed={() => send('DELETE')}
          className="flex flex-wrap items-center justify-between gap-2"
        >
          <p role="status">{t('left')}</p>
          <Button type="submit" variant="secondary" pending={pending}>
            {t('forget')}
          </Button>
        </DeedForm>
      ) : (
        <DeedForm
          token={token}
          name="leave-phone"
          deed={deed}
          onDeed={(form) => send('POST', { phone: form.get('phone') })}
          noValidate
          className="space-y-3"
        >
          <Field id="message-phone" label={t('label')} hint={t('hint')} error={problem} required>
            {(control) => (
              <Input {...control} name="phone" type="tel" inputMode="tel" autoComplete="tel" maxLength={30} />
            )}
          </Field>
          <Button type="submit" variant="secondary" block pending={pending}>
            {t('send')}
          </Button>
        </DeedForm>
      )}
    </Card>
  );
}
