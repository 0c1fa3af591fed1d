'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { FormFailure } from '@/components/manage/form-failure';
import { LocalizedFields, localizedText } from '@/components/manage/localized-fields';
import { useApiForm } from '@/components/manage/use-api-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { localName } from '@/lib/i18n/local-name';
import { MATERIAL_CONDITIONS, MATERIAL_KINDS } from '@/lib/promotions/material';
import type { MaterialView } from '@/lib/promotions/schema';

/** Adds material, or changes what is known of it. */
export function MaterialForm({
  hall,
  zones,
  today,
  material,
  onClose,
  onSaved,
}: {
  hall: string;
  zones: readonly { id: string; names: Record<string, string> }[];
  /** Service day. */
  today: string;
  /** Left out: a new one. */
  material?: MaterialView;
  onClose: () => void;
  onSaved: (material: MaterialView) => void;
}) {
  const t = useTranslations('material');
  const common = useTranslations('common');
  const locale = useLocale();
  const id = useId();
  const { send, pending, errorOf, failure } = useApiForm<MaterialView>(onSaved);
  const submit = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '');
    const body = {
      kind: text('kind'),
      titles: localizedText(form, 'titles'),
      zoneId: text('zoneId') || null,
      place: text('place'),
      quantity: Number(text('quantity')),
      condition: text('condition'),
      validFrom: text('validFrom'),
      validUntil: text('validUntil') || null,
      warnDays: Number(text('warnDays')),
    };
    return material
      ? send('PATCH', `/material/${material.id}`, body)
      : send('POST', `/halls/${encodeURIComponent(hall)}/material`, body);
  };
  return (
    <Dialog
      open
      size="lg"
      keepOnOutsideTap
      onOpenChange={onClose}
      closeLabel={common('close')}
      title={material ? t('changeOf', { title: localName(material.titles, locale) }) : t('add')}
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
        <div className="sm:col-span-2">
          <LocalizedFields
            name="titles"
            legend={t('field.titles')}
            values={material?.titles}
            maxLength={200}
            required
            errorOf={errorOf}
          />
        </div>
        <Field id={`${id}-kind`} label={t('field.kind')} required>
          {(control) => (
            <Select {...control} name="kind" defaultValue={material?.kind ?? 'poster'}>
              {MATERIAL_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`kind.${kind}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id={`${id}-condition`} label={t('field.condition')} required>
          {(control) => (
            <Select {...control} name="condition" defaultValue={material?.condition ?? 'good'}>
              {MATERIAL_CONDITIONS.map((condition) => (
                <option key={condition} value={condition}>
                  {t(`condition.${condition}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id={`${id}-zone`} label={t('field.zone')} error={errorOf('zoneId')}>
          {(control) => (
            <Select {...control} name="zoneId" defaultValue={material?.zone?.id ?? ''}>
              <option value="">{t('field.noZone')}</option>
              {zones.map((zone) => (
                <option key={zone.id} value={zone.id}>
                  {localName(zone.names, locale)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id={`${id}-place`} label={t('field.place')} hint={t('field.placeHint')} error={errorOf('place')}>
          {(control) => <Input {...control} name="place" maxLength={200} defaultValue={material?.place} />}
        </Field>
        <Field id={`${id}-from`} label={t('field.validFrom')} required error={errorOf('validFrom')}>
          {(control) => <Input {...control} type="date" name="validFrom" defaultValue={material?.validFrom ?? today} />}
        </Field>
        <Field
          id={`${id}-until`}
          label={t('field.validUntil')}
          hint={t('field.validUntilHint')}
          error={errorOf('validUntil')}
        >
          {(control) => <Input {...control} type="date" name="validUntil" defaultValue={material?.validUntil ?? ''} />}
        </Field>
        <Field id={`${id}-quantity`} label={t('field.quantity')} required error={errorOf('quantity')}>
          {(control) => (
            <Input {...control} type="number" min={1} name="quantity" defaultValue={material?.quantity ?? 1} />
          )}
        </Field>
        <Field id={`${id}-warn`} label={t('field.warnDays')} required error={errorOf('warnDays')}>
          {(control) => (
            <Input {...control} type="number" min={0} name="warnDays" defaultValue={material?.warnDays ?? 3} />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
