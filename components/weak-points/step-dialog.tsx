'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { FormFailure } from '@/components/manage/form-failure';
import { useApiForm } from '@/components/manage/use-api-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import type { WeakPointView } from '@/lib/weak-points/schema';
import { useFindingText } from './use-finding-text';

/** A step that wants words: the result, why it does not hold, why it is none. */
export function StepDialog({
  point,
  step,
  onClose,
  onSaved,
}: {
  point: WeakPointView;
  step: 'finish' | 'reopen' | 'drop';
  onClose: () => void;
  onSaved: (point: WeakPointView) => void;
}) {
  const t = useTranslations('weakPoints');
  const common = useTranslations('common');
  const id = useId();
  const what = useFindingText()(point);
  const { send, pending, errorOf, failure } = useApiForm<WeakPointView>(onSaved);
  const name = step === 'finish' ? 'result' : 'remark';
  return (
    <Dialog
      open
      keepOnOutsideTap
      onOpenChange={onClose}
      closeLabel={common('close')}
      title={t(`${step}Of`, { what })}
      description={t(`${step}Hint`)}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" form={id} pending={pending}>
            {t(step)}
          </Button>
        </>
      }
    >
      <FormFailure text={failure} />
      <form
        id={id}
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          void send('POST', `/weak-points/${point.id}/${step}`, Object.fromEntries(form));
        }}
      >
        <Field
          id={`${id}-text`}
          label={step === 'finish' ? t('result') : t('field.reason')}
          required
          error={errorOf(name)}
        >
          {(control) => <Textarea {...control} name={name} rows={3} maxLength={1000} data-autofocus />}
        </Field>
        {step === 'reopen' ? (
          <Field id={`${id}-due`} label={t('newDueOn')} required error={errorOf('dueOn')}>
            {(control) => <Input {...control} type="date" name="dueOn" />}
          </Field>
        ) : null}
      </form>
    </Dialog>
  );
}
