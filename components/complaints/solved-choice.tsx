import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { COMPLAINT_CAUSES, type ComplaintCause } from '@/lib/complaints/complaint';

/** Why it came about and how it is kept from coming back, of what was solved face to face. */
export type Solved = { cause: ComplaintCause | ''; prevention: string };

const NOT_SAID: Solved = { cause: '', prevention: '' };

/** It is solved already: then only the cause is asked for. */
export function SolvedChoice({
  solved,
  missing,
  onChange,
}: {
  /** null: it is not. */
  solved: Solved | null;
  /** It was sent without a cause. */
  missing: boolean;
  onChange: (solved: Solved | null) => void;
}) {
  const t = useTranslations('register');
  const code = useTranslations('complaintCode');
  const common = useTranslations('common');
  const id = useId();
  return (
    <div className="space-y-3 rounded-lg bg-surface-sunken p-3">
      <Checkbox
        label={t('solved')}
        hint={t('solvedHint')}
        checked={solved !== null}
        onChange={(event) => onChange(event.target.checked ? NOT_SAID : null)}
      />
      {solved ? (
        <div className="grid gap-3 sm:grid-cols-2">
          <Field
            id={`${id}-cause`}
            label={t('cause')}
            required
            error={missing && !solved.cause ? t('needCause') : undefined}
          >
            {(control) => (
              <Select
                {...control}
                value={solved.cause}
                onChange={(event) => onChange({ ...solved, cause: event.target.value as ComplaintCause })}
              >
                <option value="">–</option>
                {COMPLAINT_CAUSES.map((key) => (
                  <option key={key} value={key}>
                    {code(`cause.${key}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field id={`${id}-prevention`} label={t('prevention')} optionalLabel={common('optional')}>
            {(control) => (
              <Input
                {...control}
                maxLength={2000}
                value={solved.prevention}
                onChange={(event) => onChange({ ...solved, prevention: event.target.value })}
              />
            )}
          </Field>
        </div>
      ) : null}
    </div>
  );
}
