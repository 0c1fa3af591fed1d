'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { FormFailure } from '@/components/manage/form-failure';
import { useApiForm } from '@/components/manage/use-api-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { formatHallDateTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import { MATERIAL_CONDITIONS } from '@/lib/promotions/material';
import type { MaterialView, MaterialWithChecks } from '@/lib/promotions/schema';

/** How a piece of material looks now: one tap on its condition, and what was found before. */
export function CheckDialog({
  material,
  timeZone,
  onClose,
  onChecked,
}: {
  material: MaterialView;
  timeZone: string;
  onClose: () => void;
  onChecked: (material: MaterialView) => void;
}) {
  const t = useTranslations('material');
  const common = useTranslations('common');
  const locale = useLocale();
  const id = useId();
  const [note, setNote] = useState('');
  const [checks, setChecks] = useState<MaterialWithChecks['checks']>();
  const { send, pending, errorOf, failure } = useApiForm<MaterialView>(onChecked);
  useEffect(() => {
    void callApi<MaterialWithChecks>('GET', `/material/${material.id}`).then((answer) => {
      if (answer.ok) setChecks(answer.value.checks);
    });
  }, [material.id]);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      closeLabel={common('close')}
      title={t('checkOf', { title: localName(material.titles, locale) })}
      description={t('checkHint')}
    >
      <FormFailure text={failure} />
      <Field id={`${id}-note`} label={t('field.note')} optionalLabel={common('optional')} error={errorOf('note')}>
        {(control) => (
          <Input {...control} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
      <div className="mt-3 grid grid-cols-3 gap-2">
        {MATERIAL_CONDITIONS.map((condition) => (
          <Button
            key={condition}
            size="lg"
            variant={condition === 'good' ? 'primary' : 'secondary'}
            data-autofocus={condition === 'good' || undefined}
            pending={pending}
            onClick={() => send('POST', `/material/${material.id}/check`, { condition, ...(note ? { note } : {}) })}
          >
            {t(`condition.${condition}`)}
          </Button>
        ))}
      </div>
      <h3 className="mt-5 font-semibold">{t('history')}</h3>
      {checks === undefined ? (
        <p className="text-muted-foreground">{common('loading')}</p>
      ) : checks.length === 0 ? (
        <p className="text-muted-foreground">{t('noHistory')}</p>
      ) : (
        <ul className="divide-y divide-border">
          {checks.map((check) => (
            <li key={check.id} className="py-1.5">
              <span className="font-medium">{t(`condition.${check.condition}`)}</span>
              {check.note ? ` · ${check.note}` : null}
              <span className="block text-muted-foreground text-sm">
                {check.by ?? t('somebody')} · {formatHallDateTime(check.at, locale, timeZone)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
