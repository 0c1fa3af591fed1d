'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { FormFailure } from '@/components/manage/form-failure';
import { useApiForm } from '@/components/manage/use-api-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { Touchpoint } from '@/lib/touchpoints/registry';
import type { WeakPointView } from '@/lib/weak-points/schema';
import { useFindingText } from './use-finding-text';

export type Colleague = { id: string; name: string };

/** A new weak point, or the plan for one that is on the board: cause, action, owner, date. */
export function PlanForm({
  hall,
  month,
  colleagues,
  touchpointKeys,
  point,
  onClose,
  onSaved,
}: {
  hall: string;
  month: string;
  colleagues: readonly Colleague[];
  /** All of them, in their order. */
  touchpointKeys: readonly Touchpoint[];
  point?: WeakPointView;
  onClose: () => void;
  onSaved: (point: WeakPointView) => void;
}) {
  const t = useTranslations('weakPoints');
  const touchpoints = useTranslations('touchpoints');
  const common = useTranslations('common');
  const id = useId();
  const findingText = useFindingText();
  const { send, pending, errorOf, failure } = useApiForm<WeakPointView>(onSaved);
  const described = point?.description !== '';
  const submit = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const plan = {
      ...(described ? { description: text('description') } : {}),
      cause: text('cause') || null,
      action: text('action') || null,
      ownerId: text('ownerId') || null,
      dueOn: text('dueOn') || null,
    };
    return point
      ? send('PATCH', `/weak-points/${point.id}`, plan)
      : send('POST', `/halls/${encodeURIComponent(hall)}/weak-points`, {
          ...plan,
          month,
          touchpoint: text('touchpoint'),
        });
  };
  return (
    <Dialog
      open
      size="lg"
      keepOnOutsideTap
      onOpenChange={onClose}
      closeLabel={common('close')}
      title={point ? t('planOf', { what: touchpoints(point.touchpoint) }) : t('add')}
      description={point && !described ? findingText(point) : undefined}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" form={id} pending={pending}>
            {common('save')}
          </Button>
        </>
      }
    >
      <FormFailure text={failure} />
      <form
        id={id}
        noValidate
        className="grid gap-4 sm:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(new FormData(event.currentTarget));
        }}
      >
        {point ? null : (
          <Field id={`${id}-touchpoint`} label={t('field.touchpoint')} required className="sm:col-span-2">
            {(control) => (
              <Select {...control} name="touchpoint" defaultValue="environment">
                {touchpointKeys.map((key) => (
                  <option key={key} value={key}>
                    {touchpoints(key)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        {described ? (
          <Field
            id={`${id}-description`}
            label={t('field.description')}
            required
            error={errorOf('description')}
            className="sm:col-span-2"
          >
            {(control) => (
              <Textarea {...control} name="description" rows={2} maxLength={1000} defaultValue={point?.description} />
            )}
          </Field>
        ) : null}
        <Field id={`${id}-cause`} label={t('cause')} error={errorOf('cause')}>
          {(control) => (
            <Textarea {...control} name="cause" rows={2} maxLength={1000} defaultValue={point?.cause ?? ''} />
          )}
        </Field>
        <Field id={`${id}-action`} label={t('action')} error={errorOf('action')}>
          {(control) => (
            <Textarea {...control} name="action" rows={2} maxLength={1000} defaultValue={point?.action ?? ''} />
          )}
        </Field>
        <Field id={`${id}-owner`} label={t('owner')} error={errorOf('ownerId')}>
          {(control) => (
            <Select {...control} name="ownerId" defaultValue={point?.owner?.id ?? ''}>
              <option value="">{t('noOwner')}</option>
              {colleagues.map((colleague) => (
                <option key={colleague.id} value={colleague.id}>
                  {colleague.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id={`${id}-due`} label={t('field.dueOn')} error={errorOf('dueOn')}>
          {(control) => <Input {...control} type="date" name="dueOn" defaultValue={point?.dueOn ?? ''} />}
        </Field>
      </form>
    </Dialog>
  );
}
