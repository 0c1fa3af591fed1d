'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

/** A number for messages about this ticket, in halls that send any; taken back with one tap. */
export function PhoneForm({ token, left: initiallyLeft }: { token: string; left: boolean }) {
  const t = useTranslations('myTicket.phone');
  const problemText = useProblemText();
  const [left, setLeft] = useState(initiallyLeft);
  const [phone, setPhone] = useState('');
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
    if (answer.ok) setPhone('');
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void send('POST', { phone });
  }

  return (
    <Card title={t('title')}>
      {left ? (
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p role="status">{t('left')}</p>
          <Button variant="secondary" pending={pending} onClick={() => send('DELETE')}>
            {t('forget')}
          </Button>
        </div>
      ) : (
        <form onSubmit={submit} noValidate className="space-y-3">
          <Field id="message-phone" label={t('label')} hint={t('hint')} error={problem} required>
            {(control) => (
              <Input
                {...control}
                type="tel"
                inputMode="tel"
                autoComplete="tel"
                maxLength={30}
                value={phone}
                onChange={(event) => setPhone(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" variant="secondary" block pending={pending}>
            {t('send')}
          </Button>
        </form>
      )}
    </Card>
  );
}
