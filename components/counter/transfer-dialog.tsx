'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { localName } from '@/lib/i18n/local-name';
import type { CounterDeskView } from '@/lib/realtime/contract';
import { DigitChoices } from './digit-choices';

export type TransferTarget = { serviceCode?: string; counterId?: string; keepPlace: boolean };

/** Where a customer goes on: another service, or a certain counter that is at work. */
export function TransferDialog({
  view,
  number,
  serviceCode,
  failure,
  pending,
  onTransfer,
  onClose,
}: {
  view: Pick<CounterDeskView, 'services' | 'counters' | 'counter'>;
  number: string;
  /** The service now, which is no target. */
  serviceCode: string;
  failure?: string;
  pending: boolean;
  onTransfer: (target: TransferTarget) => void;
  onClose: () => void;
}) {
  const t = useTranslations('counter');
  const state = useTranslations('counterState');
  const common = useTranslations('common');
  const locale = useLocale();
  const [keepPlace, setKeepPlace] = useState(true);
  const [chosen, setChosen] = useState<string>();
  const choose = (id: string, target: Omit<TransferTarget, 'keepPlace'>) => {
    if (pending) return;
    setChosen(id);
    onTransfer({ ...target, keepPlace });
  };
  const services = view.services
    .filter(({ code }) => code !== serviceCode)
    .map(({ code, letter, names, waiting, openCounters }) => ({
      id: code,
      label: `${letter} ${localName(names, locale)}`,
      detail: openCounters === 0 ? t('transfer.nobodyServes') : t('transfer.waiting', { count: waiting }),
    }));
  const counters = view.counters
    .filter((counter) => counter.id !== view.counter.id && counter.state !== 'closed')
    .map((counter) => ({
      id: counter.id,
      label: t('name', { number: counter.number }),
      detail: state(counter.state),
    }));
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t('transfer.title', { number })}
      closeLabel={common('close')}
      size="lg"
    >
      <div className="grid gap-6 md:grid-cols-2">
        <section aria-label={t('transfer.service')}>
          <h3 className="mb-2 font-semibold">{t('transfer.service')}</h3>
          <DigitChoices
            choices={services}
            autoFocus
            pendingId={pending ? chosen : undefined}
            onChoose={(id) => choose(id, { serviceCode: id })}
          />
        </section>
        <section aria-label={t('transfer.counter')}>
          <h3 className="mb-2 font-semibold">{t('transfer.counter')}</h3>
          {counters.length > 0 ? (
            <DigitChoices
              choices={counters}
              firstDigit={services.length + 1}
              pendingId={pending ? chosen : undefined}
              onChoose={(id) => choose(id, { counterId: id })}
            />
          ) : (
            <p className="text-muted-foreground">{t('transfer.noCounters')}</p>
          )}
        </section>
      </div>
      <Checkbox
        className="mt-4"
        label={t('transfer.keepPlace')}
        checked={keepPlace}
        onChange={(event) => setKeepPlace(event.target.checked)}
      />
      {failure ? (
        <p role="alert" className="mt-3 font-medium text-danger">
          <span aria-hidden="true">⚠ </span>
          {failure}
        </p>
      ) : null}
    </Dialog>
  );
}
