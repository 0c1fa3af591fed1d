'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type KeyboardEventHandler, useId } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { formatMoney, sayMoney } from '@/lib/core/money';
import { parseAmount } from '@/lib/tickets/amount';

export type Money = { due: string; received: string };

/** What is wrong with the amounts, or the payment; nothing where no money changed hands. */
export function readMoney({
  due,
  received,
}: Money): 'none' | 'dueWrong' | 'receivedWrong' | { due: number; received: number } {
  if (due.trim() === '' && received.trim() === '') return 'none';
  const dueMinor = parseAmount(due);
  const receivedMinor = received.trim() === '' ? dueMinor : parseAmount(received);
  if (dueMinor === null) return 'dueWrong';
  if (receivedMinor === null || receivedMinor < dueMinor) return 'receivedWrong';
  return { due: dueMinor, received: receivedMinor };
}

/** Money read aloud: due and received typed, the change in large digits with the sentence to say. */
export function MoneyCheck({
  money,
  currency,
  onChange,
  onKeyDown,
}: {
  money: Money;
  /** Of the hall. */
  currency: string;
  onChange: (money: Money) => void;
  onKeyDown: KeyboardEventHandler<HTMLInputElement>;
}) {
  const t = useTranslations('counter.finish');
  const locale = useLocale();
  const id = useId();
  const read = readMoney(money);
  const amounts = typeof read === 'object' ? read : null;
  return (
    <section aria-label={t('moneyTitle')} className="space-y-2 rounded-lg border border-border p-3">
      <div className="grid grid-cols-2 gap-3">
        <Field id={`${id}-due`} label={t('due')} error={read === 'dueWrong' ? t('amountWrong') : undefined}>
          {(control) => (
            <Input
              {...control}
              inputMode="decimal"
              autoComplete="off"
              maxLength={10}
              value={money.due}
              onChange={(event) => onChange({ ...money, due: event.target.value })}
              onKeyDown={onKeyDown}
            />
          )}
        </Field>
        <Field
          id={`${id}-received`}
          label={t('received')}
          error={read === 'receivedWrong' ? t('receivedWrong') : undefined}
        >
          {(control) => (
            <Input
              {...control}
              inputMode="decimal"
              autoComplete="off"
              maxLength={10}
              value={money.received}
              onChange={(event) => onChange({ ...money, received: event.target.value })}
              onKeyDown={onKeyDown}
            />
          )}
        </Field>
      </div>
      <p role="status">
        {amounts ? (
          <>
            <span className="flex items-baseline gap-3">
              {t('change')}
              <strong className="text-4xl tabular-nums leading-tight">
                {formatMoney(amounts.received - amounts.due, currency, locale)}
              </strong>
            </span>
            <span className="mt-1 block font-medium text-lg">
              {amounts.received === amounts.due
                ? t('sayExact', { received: sayMoney(amounts.received, currency, locale) })
                : t('sayChange', {
                    received: sayMoney(amounts.received, currency, locale),
                    due: sayMoney(amounts.due, currency, locale),
                    change: sayMoney(amounts.received - amounts.due, currency, locale),
                  })}
            </span>
          </>
        ) : null}
      </p>
    </section>
  );
}
