'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { ApiProblem } from '@/components/live/call-api';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';

/** A question that cannot be answered now: how the customer is reached, and what has to be found out. */
export function KeepForm({
  pending,
  problem,
  onKeep,
}: {
  pending: boolean;
  problem: ApiProblem | null;
  onKeep: (body: { note?: string; customer?: { name?: string; phone?: string } }) => void;
}) {
  const t = useTranslations('enquiries');
  const common = useTranslations('common');
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [note, setNote] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    const customer = {
      ...(name.trim() ? { name: name.trim() } : {}),
      ...(phone.trim() ? { phone: phone.trim() } : {}),
    };
    onKeep({
      ...(note.trim() ? { note: note.trim() } : {}),
      ...(Object.keys(customer).length > 0 ? { customer } : {}),
    });
  };
  const wrongPhone = problem?.errors?.some(({ path }) => path.endsWith('customer.phone'));
  return (
    <form onSubmit={send} className="space-y-3" noValidate>
      <Field id="keep-name" label={t('customerName')} optionalLabel={common('optional')}>
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={100}
            autoComplete="off"
            onChange={(e) => setName(e.target.value)}
          />
        )}
      </Field>
      <Field
        id="keep-phone"
        label={t('customerPhone')}
        hint={t('phoneHint')}
        optionalLabel={common('optional')}
        error={wrongPhone ? t('phoneWrong') : undefined}
      >
        {(control) => (
          <Input
            {...control}
            type="tel"
            value={phone}
            maxLength={26}
            autoComplete="off"
            onChange={(e) => setPhone(e.target.value)}
          />
        )}
      </Field>
      <Field id="keep-note" label={t('note')} optionalLabel={common('optional')}>
        {(control) => (
          <Textarea {...control} rows={3} value={note} maxLength={500} onChange={(e) => setNote(e.target.value)} />
        )}
      </Field>
      <Button type="submit" block size="lg" pending={pending}>
        {t('keepIt')}
      </Button>
    </form>
  );
}
