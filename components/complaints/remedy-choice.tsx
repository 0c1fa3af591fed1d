import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { Chip } from '@/components/ui/chip';
import { cn } from '@/components/ui/class-names';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { REMEDY_KINDS, type RemedyKind } from '@/lib/complaints/complaint';
import { isFree } from '@/lib/complaints/remedy';
import type { ComplaintForm } from '@/lib/complaints/schema';
import { currencySymbol, formatMoney } from '@/lib/core/money';

/** What is offered to make up for it, with the amount as it was typed. */
export type Remedies = Partial<Record<RemedyKind, string>>;

/** As the API takes them. */
export function remediesOf(remedies: Remedies): { kind: RemedyKind; amount: number }[] {
  return REMEDY_KINDS.filter((kind) => remedies[kind] !== undefined).map((kind) => ({
    kind,
    amount: isFree(kind) ? 0 : amountOf(remedies[kind]),
  }));
}

function amountOf(text: string | undefined): number {
  return Number.parseInt(text || '0', 10) || 0;
}

/** Something to make up for it: what costs nothing by one tap, the rest with its amount and the own limit beside it. */
export function RemedyChoice({
  form,
  remedies,
  onChange,
}: {
  /** None before it was read. */
  form: ComplaintForm | undefined;
  remedies: Remedies;
  onChange: (remedies: Remedies) => void;
}) {
  const t = useTranslations('register');
  const code = useTranslations('complaintCode');
  const locale = useLocale();
  const id = useId();
  const cost = REMEDY_KINDS.reduce((sum, kind) => sum + (isFree(kind) ? 0 : amountOf(remedies[kind])), 0);
  const overLimit = form?.limit !== null && form !== undefined && cost > (form.limit ?? 0);
  const choose = (kind: RemedyKind, on: boolean) => {
    const { [kind]: _, ...rest } = remedies;
    onChange(on ? { ...rest, [kind]: '' } : rest);
  };
  return (
    <fieldset className="space-y-1.5">
      <legend className="font-medium">{t('remedy')}</legend>
      <div className="flex flex-wrap gap-1.5">
        {REMEDY_KINDS.map((kind) => (
          <Chip key={kind} pressed={remedies[kind] !== undefined} onPressedChange={(on) => choose(kind, on)}>
            {code(`remedy.${kind}`)}
          </Chip>
        ))}
      </div>
      {REMEDY_KINDS.some((kind) => !isFree(kind) && remedies[kind] !== undefined) ? (
        <div className="flex flex-wrap items-end gap-3">
          {REMEDY_KINDS.filter((kind) => !isFree(kind) && remedies[kind] !== undefined).map((kind) => (
            <Field
              key={kind}
              id={`${id}-${kind}`}
              label={t('amountOf', {
                kind: code(`remedy.${kind}`),
                currency: form ? currencySymbol(form.currency, locale) : '…',
              })}
              className="w-48"
            >
              {(control) => (
                <Input
                  {...control}
                  inputMode="numeric"
                  maxLength={7}
                  value={remedies[kind] ?? ''}
                  onChange={(event) => onChange({ ...remedies, [kind]: event.target.value.replace(/\D/g, '') })}
                />
              )}
            </Field>
          ))}
          <p
            aria-live="polite"
            className={cn('min-h-touch content-center text-sm', !overLimit && 'text-muted-foreground')}
          >
            {overLimit ? <strong>{t('needsApproval')} · </strong> : null}
            {form?.limit ? t('remedyLimit', { limit: formatMoney(form.limit * 100, form.currency, locale) }) : null}
          </p>
        </div>
      ) : null}
    </fieldset>
  );
}
