'use client';

import { CheckCheck, CircleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { StateChip } from '@/components/ui/state-chip';
import { showToast } from '@/components/ui/toast-store';
import { formatMoney } from '@/lib/core/money';
import { formatHallTime } from '@/lib/i18n/hall-time';
import { LOAN_KINDS } from '@/lib/loans/loan';
import type { LoanItemView } from '@/lib/loans/schema';

/** What is out, longest first, each taken back by one tap; then what is free. */
export function LoanLists({
  items,
  currency,
  timeZone,
  onDone,
}: {
  items: readonly LoanItemView[];
  /** Of the deposits. */
  currency: string;
  timeZone: string;
  onDone: () => Promise<void>;
}) {
  const t = useTranslations('loan');
  const locale = useLocale();
  const problemText = useProblemText();
  const [pending, setPending] = useState<string>();
  const out = items.flatMap((item) => (item.loan ? [item.loan] : [])).sort((a, b) => a.lentAt.localeCompare(b.lentAt));
  const takeBack = async (id: string) => {
    setPending(id);
    const answer = await callApi('POST', `/loans/${id}/return`);
    if (!answer.ok) showToast({ message: problemText(answer.problem), tone: 'danger' });
    await onDone();
    setPending(undefined);
  };
  return (
    <>
      {out.length === 0 ? (
        <EmptyState icon={<CheckCheck aria-hidden="true" className="text-success" />} title={t('noneOut')} />
      ) : (
        <ul aria-label={t('out')} className="divide-y divide-border rounded-xl border border-border bg-surface">
          {out.map((loan) => {
            const what = t(`item.${loan.kind}`, { number: loan.number });
            return (
              <li key={loan.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
                <p className="min-w-0 flex-1">
                  <span className="block font-semibold text-lg">{what}</span>
                  <span className="block text-muted-foreground">
                    {t('since', { time: formatHallTime(loan.lentAt, locale, timeZone) })}
                    {loan.ticketNumber ? ` · ${loan.ticketNumber}` : ''}
                    {loan.deposit > 0
                      ? ` · ${t('deposit', { amount: formatMoney(loan.deposit, currency, locale) })}`
                      : ''}
                  </span>
                </p>
                {loan.overdueAt ? (
                  <StateChip tone="danger" icon={<CircleAlert aria-hidden="true" />}>
                    {t('overdue')}
                  </StateChip>
                ) : null}
                <Button
                  variant="secondary"
                  pending={pending === loan.id}
                  aria-label={t('returnOf', { what })}
                  onClick={() => takeBack(loan.id)}
                >
                  {t('return')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <dl className="grid gap-2 sm:grid-cols-2">
        {LOAN_KINDS.map((kind) => {
          const all = items.filter((item) => item.kind === kind);
          const free = all.filter((item) => !item.loan).length;
          return (
            <div key={kind} className="flex items-baseline justify-between rounded-lg bg-surface-sunken px-4 py-2">
              <dt>{t(`kind.${kind}`)}</dt>
              <dd className="font-semibold tabular-nums">{t('freeOf', { free, all: all.length })}</dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}
