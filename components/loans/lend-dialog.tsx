'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { LoadingState } from '@/components/ui/loading-state';
import { showToast } from '@/components/ui/toast-store';
import { formatMoney } from '@/lib/core/money';
import { LOAN_KINDS, type LoanKind } from '@/lib/loans/loan';
import type { LoanItems, LoanItemView } from '@/lib/loans/schema';

/** Numbers that lie ready for the hand; more are of no use in a choice. */
const shown = 40;

/** Lends an umbrella or a locker: one tap on a number that is free. */
export function LendDialog({
  hall,
  ticket,
  onDone,
  onClose,
}: {
  /** Slug. */
  hall: string;
  /** Whose it is then; nothing: the number is asked for, and may be left out. */
  ticket: { id: string; number: string } | null;
  onDone?: () => void;
  onClose: () => void;
}) {
  const t = useTranslations('loan');
  const common = useTranslations('common');
  const locale = useLocale();
  const problemText = useProblemText();
  const [items, setItems] = useState<LoanItemView[]>();
  const [currency, setCurrency] = useState('CNY');
  const [kind, setKind] = useState<LoanKind>('umbrella');
  const [pending, setPending] = useState<string>();
  const [problem, setProblem] = useState<ApiProblem>();
  const [number, setNumber] = useState('');
  const noSuchNumber = problem?.errors?.some(({ path }) => path === 'ticketNumber');
  useEffect(() => {
    let gone = false;
    void callApi<LoanItems>('GET', `/halls/${encodeURIComponent(hall)}/loan-items`).then((answer) => {
      if (gone) return;
      if (!answer.ok) {
        setProblem(answer.problem);
        return;
      }
      setCurrency(answer.value.currency);
      setItems(answer.value.items);
    });
    return () => {
      gone = true;
    };
  }, [hall]);
  const free = items?.filter((item) => item.kind === kind && !item.loan) ?? [];
  const lend = async (item: LoanItemView) => {
    if (pending) return;
    setPending(item.id);
    const whose = ticket ? { ticketId: ticket.id } : number.trim() ? { ticketNumber: number.trim() } : {};
    const answer = await callApi('POST', `/loan-items/${item.id}/lend`, whose);
    setPending(undefined);
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    showToast({ message: t('lent', { what: t(`item.${item.kind}`, { number: item.number }) }) });
    onDone?.();
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={ticket ? t('lendTo', { number: ticket.number }) : t('lend')}
      description={t('lendIntro')}
      closeLabel={common('close')}
    >
      <div className="space-y-4">
        {ticket ? null : (
          <Field
            id="lend-number"
            label={t('ticketNumber')}
            hint={t('ticketNumberHint')}
            optionalLabel={common('optional')}
            error={noSuchNumber ? t('ticketNumberWrong') : undefined}
          >
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                autoCapitalize="characters"
                maxLength={6}
                className="max-w-40 text-xl uppercase tabular-nums"
                value={number}
                onChange={(event) => setNumber(event.target.value)}
              />
            )}
          </Field>
        )}
        <div className="flex flex-wrap gap-2">
          {LOAN_KINDS.map((one) => (
            <Chip key={one} pressed={kind === one} onPressedChange={() => setKind(one)}>
              {t(`kind.${one}`)}
            </Chip>
          ))}
        </div>
        {items === undefined && !problem ? <LoadingState label={common('loading')} lines={3} /> : null}
        {items !== undefined && free.length === 0 ? (
          <EmptyState title={t('noneFree')}>{t('noneFreeHint')}</EmptyState>
        ) : null}
        {free.length > 0 ? (
          <ul aria-label={t('free')} className="grid grid-cols-5 gap-2">
            {free.slice(0, shown).map((item, index) => (
              <li key={item.id}>
                <Button
                  block
                  variant="secondary"
                  pending={pending === item.id}
                  data-autofocus={index === 0 ? '' : undefined}
                  aria-label={t(`item.${item.kind}`, { number: item.number })}
                  onClick={() => lend(item)}
                >
                  {item.number}
                </Button>
              </li>
            ))}
          </ul>
        ) : null}
        {free[0] && free[0].deposit > 0 ? (
          <p className="text-muted-foreground">
            {t('deposit', { amount: formatMoney(free[0].deposit, currency, locale) })}
          </p>
        ) : null}
        {problem && !noSuchNumber ? (
          <p role="alert" className="font-medium text-danger">
            <span aria-hidden="true">⚠ </span>
            {problemText(problem)}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
