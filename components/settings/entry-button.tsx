'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { Button, type ButtonProps } from '@/components/ui/button';
import { type ActAnswer, actOnEntry, type EntryAct } from '@/lib/settings/actions';
import { type SecretKind, SecretNote } from './secret-note';

/** One thing to do with one entry. What cannot be taken back asks for a second press. */
export function EntryButton({
  act,
  hall,
  id,
  label,
  name,
  final = false,
  secret = 'code',
  variant = 'secondary',
  doneText,
}: {
  act: EntryAct;
  hall: string;
  id: string;
  label: string;
  /** Full name for screen readers, where the label alone does not say which entry. */
  name?: string;
  final?: boolean;
  /** What the answer may show once. */
  secret?: SecretKind;
  variant?: ButtonProps['variant'];
  /** Said when it was done, where nothing on the page shows it. */
  doneText?: string;
}) {
  const t = useTranslations('settingsForm');
  const [answer, submit, pending] = useActionState<ActAnswer, FormData>(actOnEntry.bind(null, { act, hall, id }), {});
  const [asked, setAsked] = useState(false);
  const asking = final && asked && !pending && !answer.done;
  return (
    <form
      action={submit}
      onSubmit={(event) => {
        if (!final || asked) return;
        event.preventDefault();
        setAsked(true);
      }}
      onBlur={() => setAsked(false)}
      className="space-y-1"
    >
      <Button
        type="submit"
        size="sm"
        variant={asking ? 'danger' : variant}
        pending={pending}
        aria-label={name && !asking ? name : undefined}
      >
        {asking ? t('sure') : label}
      </Button>
      <div aria-live="polite">
        {answer.problem ? <p className="font-medium text-danger text-sm">⚠ {answer.problem}</p> : null}
        {answer.done && doneText ? <p className="max-w-52 text-muted-foreground text-sm">{doneText}</p> : null}
        {answer.secret ? <SecretNote kind={secret} value={answer.secret} /> : null}
      </div>
    </form>
  );
}
