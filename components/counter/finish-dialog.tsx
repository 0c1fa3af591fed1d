'use client';

import { CalendarClock, FileCheck2, Hand, MessageCircleQuestion, Umbrella } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Switch } from '@/components/ui/switch';
import { Textarea } from '@/components/ui/textarea';
import { localName } from '@/lib/i18n/local-name';
import type { CounterDeskView } from '@/lib/realtime/contract';
import type { VisitContext } from '@/lib/visit-context/schema';
import { DigitChoices } from './digit-choices';
import { type Money, MoneyCheck, readMoney } from './money-check';
import { SuggestionLine } from './suggestion-line';
import { useShortcuts } from './use-shortcuts';

/** How a service ended, as the API takes it. */
export type Finish = {
  outcome: string;
  notes?: string;
  papersChecked: boolean;
  belongings: boolean;
  payment?: { due: number; received: number };
};

/** How it ended: the usual outcome is one press away; money, papers, what is still lent and the farewell beside it. */
export function FinishDialog({
  number,
  currency,
  outcomes,
  context,
  busy,
  callNext,
  onCallNextChange,
  failure,
  pending,
  onOffer,
  onReturn,
  onPromise,
  onFinish,
  onClose,
}: {
  number: string;
  /** Of the money that changes hands. */
  currency: string;
  /** The hall's outcomes; the first is the usual one. */
  outcomes: CounterDeskView['outcomes'];
  context: VisitContext | undefined;
  /** Something beside the finish is on its way. */
  busy: boolean;
  /** Whether the next customer is called straight after. */
  callNext: boolean;
  onCallNextChange: (on: boolean) => void;
  failure?: string;
  pending: boolean;
  onOffer: (suggestionId: string, accepted: boolean) => void;
  onReturn: (loanId: string) => void;
  /** Opens the register of unaccepted business, or of follow-ups. */
  onPromise: (kind: 'unaccepted' | 'followUp') => void;
  onFinish: (finish: Finish) => void;
  onClose: () => void;
}) {
  const t = useTranslations('counter.finish');
  const loan = useTranslations('loan');
  const common = useTranslations('common');
  const locale = useLocale();
  const id = useId();
  const [notes, setNotes] = useState('');
  const [papers, setPapers] = useState(true);
  const [belongings, setBelongings] = useState(true);
  const [money, setMoney] = useState<Money>({ due: '', received: '' });
  const [chosen, setChosen] = useState<string>();
  const usual = outcomes[0];
  const payment = readMoney(money);
  const finish = (outcome: string) => {
    // Amounts that don't fit are told beside them.
    if (pending || payment === 'dueWrong' || payment === 'receivedWrong') return;
    setChosen(outcome);
    onFinish({
      outcome,
      notes: notes.trim() || undefined,
      papersChecked: papers,
      belongings,
      payment: payment === 'none' ? undefined : payment,
    });
  };
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat || !usual) return;
    event.preventDefault();
    finish(usual.code);
  };
  const promise = { unaccepted: () => onPromise('unaccepted'), followUp: () => onPromise('followUp') };
  useShortcuts({ E: promise.unaccepted, V: promise.followUp }, true);
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t('title', { number })}
      description={t('intro')}
      closeLabel={common('close')}
      size="lg"
    >
      <div className="grid gap-6 md:grid-cols-2">
        <div className="space-y-4">
          <section aria-label={t('outcomes')}>
            {usual ? (
              <DigitChoices
                choices={outcomes.map(({ code, names }) => ({ id: code, label: localName(names, locale) }))}
                autoFocus
                pendingId={pending ? chosen : undefined}
                onChoose={finish}
              />
            ) : (
              <EmptyState title={t('noOutcomes')} />
            )}
          </section>
          <div className="grid gap-2 sm:grid-cols-2">
            <Button variant="secondary" shortcut="E" onClick={promise.unaccepted}>
              <MessageCircleQuestion aria-hidden="true" className="size-5" />
              {t('unaccepted')}
            </Button>
            <Button variant="secondary" shortcut="V" onClick={promise.followUp}>
              <CalendarClock aria-hidden="true" className="size-5" />
              {t('followUp')}
            </Button>
          </div>
          <Switch
            label={t('callNext')}
            checked={callNext}
            onChange={(event) => onCallNextChange(event.target.checked)}
          />
        </div>
        <div className="space-y-3">
          {context?.loans.map((one) => (
            <section
              key={one.id}
              aria-label={t('stillOut')}
              className="flex flex-wrap items-center gap-2 rounded-lg bg-foreground px-4 py-2.5 font-semibold text-background"
            >
              <Umbrella aria-hidden="true" className="size-6 shrink-0" />
              <span className="min-w-0 flex-1">
                {t('loanOut', { what: loan(`item.${one.kind}`, { number: one.number }) })}
              </span>
              <Button variant="secondary" pending={busy} onClick={() => onReturn(one.id)}>
                {loan('return')}
              </Button>
            </section>
          ))}
          <MoneyCheck money={money} currency={currency} onChange={setMoney} onKeyDown={onEnter} />
          <SuggestionLine context={context} pending={busy} shortcuts={false} onOffer={onOffer} />
          <div className="flex flex-wrap gap-2">
            <Chip pressed={papers} onPressedChange={setPapers}>
              <FileCheck2 aria-hidden="true" className="size-5" />
              {t('papers')}
            </Chip>
            <Chip pressed={belongings} onPressedChange={setBelongings}>
              <Hand aria-hidden="true" className="size-5" />
              {t('belongings')}
            </Chip>
          </div>
          <p className="rounded-lg bg-primary-soft px-4 py-2.5 text-lg text-primary-soft-foreground">
            {t('more')} {t('farewell')}
          </p>
          <div className="space-y-1">
            <label htmlFor={id} className="block font-medium">
              {t('notes')} <span className="font-normal text-muted-foreground text-sm">{common('optional')}</span>
            </label>
            <Textarea
              id={id}
              rows={2}
              maxLength={1000}
              value={notes}
              aria-describedby={usual ? `${id}-hint` : undefined}
              onChange={(event) => setNotes(event.target.value)}
              onKeyDown={onEnter}
            />
            {usual ? (
              <p id={`${id}-hint`} className="text-muted-foreground text-sm">
                {t('notesHint', { outcome: localName(usual.names, locale) })}
              </p>
            ) : null}
          </div>
        </div>
      </div>
      {failure ? (
        <p role="alert" className="mt-3 font-medium text-danger">
          <span aria-hidden="true">⚠ </span>
          {failure}
        </p>
      ) : null}
    </Dialog>
  );
}
