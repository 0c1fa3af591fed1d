'use client';

import type { FieldMetadata } from '@conform-to/react';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ComponentProps, ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { LOCALES, type Locale } from '@/lib/core/locale';
import { localeNames } from '@/lib/i18n/config';
import type { FieldView } from './field-view';
import { WeekGrid } from './week-grid';

type Names = Record<Locale, string>;
type ButtonProps = Pick<ComponentProps<'button'>, 'name' | 'value' | 'form' | 'formNoValidate'>;

/** What a field needs of the form it stands in. */
export interface FormControls {
  field(name: string): FieldMetadata<string>;
  add(name: string, defaultValue: unknown): ButtonProps;
  remove(name: string, index: number): ButtonProps;
}

/** A field of a form is one control, or a group of controls for a list, a week or a text in three languages. */
export function SettingsField({
  field,
  controls,
  isNew,
}: {
  field: FieldView;
  controls: FormControls;
  isNew: boolean;
}) {
  const t = useTranslations('settingsForm');
  const meta = controls.field(field.name);
  const error = meta.errors?.[0];
  const { label, hintText: hint, required } = field;
  const single = { id: meta.id, label, hint, required, error };
  switch (field.kind) {
    case 'text': {
      const suggestions = field.suggest ? `${meta.id}-list` : undefined;
      return (
        <Field {...single} className={field.short ? 'max-w-sm' : undefined}>
          {(control) => (
            <>
              <Input
                key={meta.key}
                {...control}
                name={meta.name}
                defaultValue={meta.initialValue}
                readOnly={field.once === true && !isNew}
                list={suggestions}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                className={field.once && !isNew ? 'bg-surface-sunken' : undefined}
              />
              {suggestions ? (
                <datalist id={suggestions}>
                  {field.choices?.map(({ value }) => (
                    <option key={value} value={value} />
                  ))}
                </datalist>
              ) : null}
            </>
          )}
        </Field>
      );
    }
    case 'password':
      return (
        <Field {...single} className="max-w-sm">
          {(control) => (
            <Input key={meta.key} {...control} name={meta.name} type="password" autoComplete="new-password" />
          )}
        </Field>
      );
    case 'date':
      return (
        <Field {...single} className="max-w-60">
          {(control) => (
            <Input key={meta.key} {...control} name={meta.name} type="date" defaultValue={meta.initialValue} />
          )}
        </Field>
      );
    case 'clockLength':
      return (
        <Field {...single}>
          {(control) => (
            <Input
              key={meta.key}
              {...control}
              name={meta.name}
              defaultValue={meta.initialValue}
              autoComplete="off"
              className="max-w-32 tabular-nums"
            />
          )}
        </Field>
      );
    case 'number':
      return (
        <Field {...single}>
          {(control) => (
            <Input
              key={meta.key}
              {...control}
              name={meta.name}
              type="number"
              min={field.min}
              max={field.max}
              step={field.step ?? 1}
              defaultValue={meta.initialValue}
              className="max-w-40 tabular-nums"
            />
          )}
        </Field>
      );
    case 'numbers': {
      const numbers = (meta as unknown as FieldMetadata<Record<string, string>>).getFieldset();
      return (
        <Group label={label} hint={hint} error={error} id={meta.id}>
          <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 md:grid-cols-3">
            {field.choices?.map((choice) => {
              const one = numbers[choice.value] as FieldMetadata<string>;
              return (
                <Field key={choice.value} id={one.id} label={choice.label} required error={one.errors?.[0]}>
                  {(control) => (
                    <Input
                      key={one.key}
                      {...control}
                      name={one.name}
                      type="number"
                      min={field.min}
                      max={field.max}
                      defaultValue={one.initialValue}
                      className="max-w-40 tabular-nums"
                    />
                  )}
                </Field>
              );
            })}
          </div>
        </Group>
      );
    }
    case 'localized': {
      const names = (meta as unknown as FieldMetadata<Names>).getFieldset();
      return (
        <Group label={label} hint={hint} error={error} id={meta.id}>
          <div className="grid gap-3 md:grid-cols-3">
            {LOCALES.map((locale) => (
              <LanguageField
                key={locale}
                meta={names[locale] as FieldMetadata<string>}
                locale={locale}
                long={field.long === true}
                required={required}
              />
            ))}
          </div>
        </Group>
      );
    }
    case 'check':
      return (
        <div>
          <Checkbox
            key={meta.key}
            id={meta.id}
            name={meta.name}
            label={label}
            hint={hint}
            defaultChecked={isOn(meta.initialValue)}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${meta.id}-error` : undefined}
          />
          <Problem id={meta.id} text={error} />
        </div>
      );
    case 'select':
      return (
        <Field {...single} className="max-w-sm">
          {(control) => (
            <Select key={meta.key} {...control} name={meta.name} defaultValue={meta.initialValue ?? ''}>
              {field.none ? <option value="">{t('noChoice')}</option> : null}
              {required ? <option value="">{t('choose')}</option> : null}
              {field.choices?.map(({ value, label: text }) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </Select>
          )}
        </Field>
      );
    case 'checks': {
      const chosen = listed(meta.initialValue);
      return (
        <Group label={label} hint={hint} error={error} id={meta.id}>
          <div className="grid gap-x-4 sm:grid-cols-2 xl:grid-cols-3">
            {field.choices?.map(({ value, label: text }) => (
              <Checkbox
                key={`${meta.key} ${value}`}
                name={meta.name}
                value={value}
                label={text}
                defaultChecked={chosen.includes(value)}
              />
            ))}
          </div>
        </Group>
      );
    }
    case 'ordered': {
      const chosen = listed(meta.initialValue);
      return (
        <Group label={label} hint={hint} error={error} id={meta.id}>
          <div className="grid gap-3 sm:grid-cols-3">
            {PLACES.slice(0, field.places).map((place) => (
              <Select
                key={`${meta.key} ${place}`}
                name={`${meta.name}[${place - 1}]`}
                defaultValue={chosen[place - 1] ?? ''}
                aria-label={t('place', { label, place })}
                aria-describedby={error ? `${meta.id}-error` : undefined}
                aria-invalid={error ? true : undefined}
              >
                <option value="">{t('noChoice')}</option>
                {field.choices?.map(({ value, label: text }) => (
                  <option key={value} value={value}>
                    {text}
                  </option>
                ))}
              </Select>
            ))}
          </div>
        </Group>
      );
    }
    case 'spans':
      return <SpansField meta={meta} label={label} controls={controls} />;
    case 'week':
      return (
        <Group label={label} hint={hint} error={error} id={meta.id}>
          <WeekGrid name={meta.name} values={meta.initialValue} />
        </Group>
      );
    case 'papers':
      return <PapersField meta={meta} label={label} controls={controls} />;
  }
}

const PLACES = [1, 2, 3, 4, 5, 6];

function isOn(value: unknown): boolean {
  return value === true || value === 'on';
}

/** Chosen values of a list; one alone may come as a text. */
function listed(value: unknown): string[] {
  if (Array.isArray(value)) return value.map((one) => String(one ?? ''));
  return typeof value === 'string' && value !== '' ? [value] : [];
}

function Problem({ id, text }: { id: string; text: string | undefined }) {
  return text ? (
    <p id={`${id}-error`} className="font-medium text-danger text-sm">
      <span aria-hidden="true">⚠ </span>
      {text}
    </p>
  ) : null;
}

function Group({
  label,
  hint,
  error,
  id,
  children,
}: {
  label: string;
  hint?: string;
  error?: string;
  id: string;
  children: ReactNode;
}) {
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <fieldset className="min-w-0 space-y-1" aria-describedby={describedBy || undefined}>
      <legend className="mb-1 font-medium">{label}</legend>
      {hint ? (
        <p id={`${id}-hint`} className="text-muted-foreground text-sm">
          {hint}
        </p>
      ) : null}
      {children}
      <Problem id={id} text={error} />
    </fieldset>
  );
}

function LanguageField({
  meta,
  locale,
  long,
  required,
}: {
  meta: FieldMetadata<string>;
  locale: Locale;
  long: boolean;
  required?: boolean;
}) {
  return (
    <Field id={meta.id} label={localeNames[locale]} required={required} error={meta.errors?.[0]}>
      {(control) =>
        long ? (
          <Textarea
            key={meta.key}
            {...control}
            name={meta.name}
            lang={locale}
            defaultValue={meta.initialValue}
            rows={2}
          />
        ) : (
          <Input key={meta.key} {...control} name={meta.name} lang={locale} defaultValue={meta.initialValue} />
        )
      }
    </Field>
  );
}

type Span = { opens: string; closes: string };

/** The opening hours of one day: any number of spans; none is closed. */
function SpansField({ meta, label, controls }: { meta: FieldMetadata<string>; label: string; controls: FormControls }) {
  const t = useTranslations('settingsForm');
  const spans = (meta as unknown as FieldMetadata<Span[]>).getFieldList();
  const error = meta.errors?.[0];
  return (
    <fieldset className="min-w-0" aria-describedby={error ? `${meta.id}-error` : undefined}>
      <legend className="sr-only">{label}</legend>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2 border-border border-b pb-3">
        <span aria-hidden="true" className="flex min-h-touch w-28 items-center font-medium">
          {label}
        </span>
        {spans.length === 0 ? (
          <span className="flex min-h-touch items-center text-muted-foreground">{t('closedDay')}</span>
        ) : null}
        {spans.map((span, place) => {
          const { opens, closes } = span.getFieldset();
          return (
            <div key={span.key}>
              <div className="flex items-center gap-1">
                <ClockInput meta={opens} label={t('opens', { label })} />
                <span aria-hidden="true">–</span>
                <ClockInput meta={closes} label={t('closes', { label })} />
                <Button
                  {...controls.remove(meta.name, place)}
                  type="submit"
                  variant="ghost"
                  size="icon"
                  aria-label={t('removeSpan', { label, place: place + 1 })}
                >
                  <Trash2 aria-hidden="true" className="size-5" />
                </Button>
              </div>
              <Problem id={opens.id} text={opens.errors?.[0]} />
              <Problem id={closes.id} text={closes.errors?.[0]} />
            </div>
          );
        })}
        <Button
          {...controls.add(meta.name, { opens: '', closes: '' })}
          type="submit"
          variant="ghost"
          size="icon"
          aria-label={t('addSpan', { label })}
        >
          <Plus aria-hidden="true" className="size-5" />
        </Button>
        <Problem id={meta.id} text={error} />
      </div>
    </fieldset>
  );
}

function ClockInput({ meta, label }: { meta: FieldMetadata<string>; label: string }) {
  const wrong = meta.errors !== undefined;
  return (
    <span className="w-24">
      <Input
        key={meta.key}
        id={meta.id}
        name={meta.name}
        defaultValue={meta.initialValue}
        aria-label={label}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${meta.id}-error` : undefined}
        autoComplete="off"
        placeholder="09:00"
        className="tabular-nums"
      />
    </span>
  );
}

type Paper = { code: string; names: Names; form: string };

/** What a customer brings for a service, each with its name in three languages. */
function PapersField({
  meta,
  label,
  controls,
}: {
  meta: FieldMetadata<string>;
  label: string;
  controls: FormControls;
}) {
  const t = useTranslations('settingsForm');
  const papers = (meta as unknown as FieldMetadata<Paper[]>).getFieldList();
  return (
    <Group label={label} error={meta.errors?.[0]} id={meta.id}>
      <div className="space-y-3">
        {papers.map((paper, place) => {
          const { code, names, form } = paper.getFieldset();
          const inLanguage = (names as unknown as FieldMetadata<Names>).getFieldset();
          return (
            <fieldset key={paper.key} className="flex min-w-0 items-start gap-2 rounded-lg border border-border p-3">
              <legend className="sr-only">{t('paper', { place: place + 1 })}</legend>
              <input type="hidden" key={code.key} name={code.name} defaultValue={code.initialValue} />
              <div className="grid min-w-0 flex-1 gap-3 md:grid-cols-3">
                {LOCALES.map((locale) => (
                  <LanguageField
                    key={locale}
                    meta={inLanguage[locale] as FieldMetadata<string>}
                    locale={locale}
                    long={false}
                    required
                  />
                ))}
                <Checkbox
                  key={form.key}
                  id={form.id}
                  name={form.name}
                  label={t('paperIsForm')}
                  defaultChecked={isOn(form.initialValue)}
                />
              </div>
              <Button
                {...controls.remove(meta.name, place)}
                type="submit"
                variant="ghost"
                size="icon"
                className="mt-7"
                aria-label={t('removePaper', { place: place + 1 })}
              >
                <Trash2 aria-hidden="true" className="size-5" />
              </Button>
            </fieldset>
          );
        })}
        <Button
          {...controls.add(meta.name, { code: '', names: { 'zh-CN': '', en: '', es: '' }, form: false })}
          type="submit"
          variant="secondary"
          size="sm"
        >
          <Plus aria-hidden="true" className="size-4" />
          {t('addPaper')}
        </Button>
      </div>
    </Group>
  );
}
