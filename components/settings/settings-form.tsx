'use client';

import { type FieldMetadata, parse, useForm } from '@conform-to/react';
import { useTranslations } from 'next-intl';
import { startTransition, useActionState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { type FormTarget, type SettingsAnswer, saveSettings } from '@/lib/settings/actions';
import type { FormValues } from '@/lib/settings/form-values';
import type { FieldView } from './field-view';
import { FormPreview, type PreviewFacts } from './form-preview';
import { type SecretKind, SecretNote } from './secret-note';
import { type FormControls, SettingsField } from './settings-field';

/**
 * One form of the settings, drawn from the list of its fields. It is checked on the server alone, so that the rules
 * are in one place and no validator is sent along; what was typed stays, and the first field to correct gets the focus.
 * Works without script: then lines of lists are added and removed by the server.
 */
export function SettingsForm({
  target,
  fields,
  values,
  readOnly = false,
  preview,
  secret,
  submitLabel,
}: {
  target: FormTarget;
  fields: FieldView[];
  values: FormValues;
  /** Somebody who may look but not change. */
  readOnly?: boolean;
  preview?: PreviewFacts;
  /** What the answer shows once. */
  secret?: SecretKind;
  submitLabel?: string;
}) {
  const t = useTranslations('settingsForm');
  const [answer, submit, pending] = useActionState<SettingsAnswer, FormData>(saveSettings.bind(null, target), {});
  const [form, metadata] = useForm<Record<string, string>>({
    id: `${target.form}-form`,
    lastResult: answer.lastResult,
    // The values are texts, lists and groups of texts; the library's type only knows one level of them.
    defaultValue: values as Record<string, string>,
    // Nothing is judged here: this only lets the library add and remove lines of lists by itself.
    onValidate: ({ formData }) => parse(formData, { resolve: () => ({ value: {} }) }),
  });
  const controls: FormControls = {
    field: (name) => metadata[name] as FieldMetadata<string>,
    add: (name, defaultValue) =>
      form.insert.getButtonProps({ name: name as never, defaultValue: defaultValue as never }),
    remove: (name, index) => form.remove.getButtonProps({ name: name as never, index }),
  };
  const wrong = form.status === 'error';
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <form
        id={form.id}
        action={submit}
        noValidate
        onSubmit={(event) => {
          form.onSubmit(event);
          if (event.defaultPrevented) return;
          // Sent by hand: React empties a form that it has sent itself, and what was typed would be gone.
          event.preventDefault();
          const { submitter } = event.nativeEvent as SubmitEvent;
          const sent = new FormData(event.currentTarget, submitter);
          startTransition(() => submit(sent));
        }}
        className="space-y-4"
      >
        {/* Enter presses a form's first button: it must be the one that saves, not one that removes a line. */}
        <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
        {wrong ? (
          <Banner tone="danger" assertive icon={<span aria-hidden="true">⚠</span>}>
            {form.errors?.join(' ') || t('check')}
          </Banner>
        ) : null}
        {answer.secret && secret ? <SecretNote kind={secret} value={answer.secret} /> : null}
        <fieldset disabled={readOnly} className="min-w-0 space-y-4">
          {fields.map((field) => (
            <SettingsField key={field.name} field={field} controls={controls} isNew={target.id === undefined} />
          ))}
        </fieldset>
        {readOnly ? null : (
          <div className="flex min-h-touch items-center gap-4">
            <Button type="submit" pending={pending}>
              {submitLabel ?? t('save')}
            </Button>
            <p role="status" className="font-medium text-success">
              {answer.saved && !pending && !wrong ? (
                <span key={answer.saved}>
                  <span aria-hidden="true">✓ </span>
                  {t('saved')}
                </span>
              ) : null}
            </p>
          </div>
        )}
      </form>
      {preview ? (
        <Card title={t('preview.title')} className="lg:sticky lg:top-4">
          <FormPreview facts={preview} values={(form.value ?? values) as FormValues} />
        </Card>
      ) : null}
    </div>
  );
}
