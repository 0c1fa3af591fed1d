'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { useEstimateText } from '@/components/waiting/use-estimate-text';
import { localName } from '@/lib/i18n/local-name';
import type { CounterDeskView } from '@/lib/realtime/contract';
import { DigitChoices } from './digit-choices';

/** One more number in the same visit, for a customer who wants a second thing. */
export function AddServiceDialog({
  number,
  services,
  failure,
  pending,
  onAdd,
  onClose,
}: {
  number: string;
  services: CounterDeskView['services'];
  failure?: string;
  pending: boolean;
  onAdd: (serviceCode: string) => void;
  onClose: () => void;
}) {
  const t = useTranslations('counter');
  const common = useTranslations('common');
  const estimateText = useEstimateText();
  const locale = useLocale();
  const [chosen, setChosen] = useState<string>();
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t('addService.title', { number })}
      description={t('addService.intro')}
      closeLabel={common('close')}
    >
      <DigitChoices
        choices={services.map(({ code, letter, names, openCounters, estimate }) => ({
          id: code,
          label: `${letter} ${localName(names, locale)}`,
          detail: openCounters === 0 ? t('transfer.nobodyServes') : estimateText(estimate),
        }))}
        autoFocus
        pendingId={pending ? chosen : undefined}
        onChoose={(code) => {
          if (pending) return;
          setChosen(code);
          onAdd(code);
        }}
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
