'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { LOCALES, type Locale } from '@/lib/core/locale';

// In their own language: whoever writes Spanish knows the word.
const LANGUAGES: Record<Locale, string> = { 'zh-CN': '中文', en: 'English', es: 'Español' };

/** One text in every language of the product. Names of the fields: `<name>.<locale>`. */
export function LocalizedFields({
  name,
  legend,
  values,
  maxLength,
  required = false,
  errorOf,
  onChange,
}: {
  name: string;
  legend: string;
  values?: Record<string, string>;
  maxLength: number;
  required?: boolean;
  errorOf: (path: string) => string | undefined;
  onChange?: (locale: Locale, text: string) => void;
}) {
  return (
    <fieldset className="min-w-0 space-y-2">
      <legend className="font-medium">{legend}</legend>
      {LOCALES.map((locale) => (
        <Field
          key={locale}
          id={`${name}-${locale}`}
          label={<span className="text-muted-foreground text-sm">{LANGUAGES[locale]}</span>}
          required={required}
          error={errorOf(`${name}.${locale}`)}
        >
          {(control) => (
            <Input
              {...control}
              name={`${name}.${locale}`}
              lang={locale}
              defaultValue={values?.[locale] ?? ''}
              maxLength={maxLength}
              autoComplete="off"
              onChange={onChange && ((event) => onChange(locale, event.target.value))}
            />
          )}
        </Field>
      ))}
    </fieldset>
  );
}

/** What was typed into the fields of this name. */
export function localizedText(form: FormData, name: string): Record<Locale, string> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, String(form.get(`${name}.${locale}`) ?? '')])) as Record<
    Locale,
    string
  >;
}
