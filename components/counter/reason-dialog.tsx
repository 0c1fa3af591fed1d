'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Input } from '@/components/ui/input';
import { type Choice, DigitChoices } from './digit-choices';

export type ReasonGroup = { id: string; label?: string; choices: readonly Choice[] };

/**
 * Asks why: usual reasons by one press or digit, any other in words.
 *
 * @param otherFlag a question beside the reason in words; its answer is the group's id
 */
export function ReasonDialog({
  title,
  intro,
  groups,
  otherFlag,
  failure,
  pending,
  onChoose,
  onClose,
  children,
}: {
  title: ReactNode;
  intro?: ReactNode;
  groups: readonly ReasonGroup[];
  otherFlag?: { label: string; on: string; off: string };
  failure?: string;
  pending: boolean;
  onChoose: (reason: string, group: string) => void;
  onClose: () => void;
  /** What is asked before the reason. */
  children?: ReactNode;
}) {
  const t = useTranslations('reason');
  const common = useTranslations('common');
  const id = useId();
  const [words, setWords] = useState('');
  const [flag, setFlag] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const choose = (reason: string, group: string) => {
    if (pending) return;
    setChosen(reason);
    onChoose(reason, group);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const reason = words.trim();
    if (reason) choose(reason, otherFlag ? (flag ? otherFlag.on : otherFlag.off) : (groups[0]?.id ?? ''));
  };
  let first = 1;
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={title}
      description={intro}
      closeLabel={common('close')}
      size={groups.length > 1 ? 'lg' : 'md'}
    >
      {children}
      <div className={groups.length > 1 ? 'grid gap-5 md:grid-cols-2' : 'grid gap-5'}>
        {groups.map((group, index) => {
          const firstDigit = first;
          first += group.choices.length;
          return (
            <section key={group.id} aria-label={group.label}>
              {group.label ? <h3 className="mb-2 font-semibold">{group.label}</h3> : null}
              <DigitChoices
                choices={group.choices}
                firstDigit={firstDigit}
                autoFocus={index === 0}
                pendingId={pending ? chosen : undefined}
                onChoose={(reason) => choose(reason, group.id)}
              />
            </section>
          );
        })}
      </div>
      <form onSubmit={onSubmit} className="mt-4 space-y-2">
        <label htmlFor={id} className="block font-medium">
          {t('other')}
        </label>
        <div className="flex gap-2">
          <Input id={id} value={words} maxLength={200} onChange={(event) => setWords(event.target.value)} />
          <Button
            type="submit"
            variant="secondary"
            className="shrink-0"
            disabled={words.trim() === ''}
            pending={pending && chosen === words.trim()}
          >
            {t('confirm')}
          </Button>
        </div>
        {otherFlag ? (
          <Checkbox label={otherFlag.label} checked={flag} onChange={(event) => setFlag(event.target.checked)} />
        ) : null}
      </form>
      {failure ? (
        <p role="alert" className="mt-3 font-medium text-danger">
          <span aria-hidden="true">⚠ </span>
          {failure}
        </p>
      ) : null}
    </Dialog>
  );
}
