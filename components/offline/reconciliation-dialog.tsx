'use client';

import { CircleCheck, TriangleAlert, Undo2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Select } from '@/components/ui/select';
import { StateChip } from '@/components/ui/state-chip';
import { showToast } from '@/components/ui/toast-store';
import { formatHallDateTime, formatHallTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import type { OutboxEntry } from '@/lib/offline/outbox';
import type { OfflineTicketView } from '@/lib/offline/schema';
import type { QueueView } from '@/lib/realtime/contract';

/** What became of the tickets that were given out without a connection; first those that need somebody. */
export function ReconciliationDialog({
  view,
  items,
  refused,
  onChanged,
  onClose,
}: {
  view: QueueView;
  items: OfflineTicketView[];
  /** Kept on this tablet because the house would not take them. */
  refused: OutboxEntry[];
  onChanged: () => Promise<void>;
  onClose: () => void;
}) {
  const t = useTranslations('offline');
  const common = useTranslations('common');
  const locale = useLocale();
  const problemText = useProblemText();
  const open = items.filter(({ state }) => state === 'attention');
  const settled = items.filter(({ state }) => state !== 'attention');
  const taken = settled.filter(({ state }) => state === 'taken').length;
  return (
    <Dialog
      open
      size="lg"
      shape="sheet"
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('reconciliation')}
      description={t('summary', { taken, open: open.length + refused.length })}
      closeLabel={common('close')}
    >
      <div className="space-y-5">
        {open.length + refused.length > 0 ? (
          <section aria-labelledby="offline-open">
            <h3 id="offline-open" className="pb-2 font-semibold text-lg">
              {t('needed')}
            </h3>
            <ul className="space-y-2">
              {refused.map((entry) => (
                <li key={entry.id} className="rounded-xl border border-danger p-3">
                  <p className="font-bold text-xl tabular-nums">{entry.number}</p>
                  <p>{problemText({ code: (entry.refused ?? 'internal') as ApiProblem['code'] })}</p>
                  <p className="text-muted-foreground">{t('refusedHint')}</p>
                </li>
              ))}
              {open.map((item) => (
                <Unclear key={item.id} item={item} view={view} onChanged={onChanged} />
              ))}
            </ul>
          </section>
        ) : null}
        <section aria-labelledby="offline-settled">
          <h3 id="offline-settled" className="pb-2 font-semibold text-lg">
            {t('today')}
          </h3>
          <ul className="divide-y divide-border">
            {settled.map((item) => (
              <li key={item.id} className="flex min-h-touch flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
                <span className="font-bold text-lg tabular-nums">{item.number}</span>
                <span className="text-muted-foreground tabular-nums">
                  {formatHallTime(item.issuedAt, locale, view.hall.timeZone)}
                </span>
                <span className="min-w-0 flex-1 truncate text-muted-foreground text-sm">
                  {item.ticketNumber && item.ticketNumber !== item.number
                    ? t('newNumber', { number: item.ticketNumber })
                    : item.timeMoved
                      ? t('timeMoved')
                      : (item.receivedFrom ?? '')}
                </span>
                {item.state === 'taken' ? (
                  <StateChip icon={<CircleCheck aria-hidden="true" />} tone="success">
                    {t('state.taken')}
                  </StateChip>
                ) : (
                  <StateChip icon={<Undo2 aria-hidden="true" />}>
                    {t(item.state === 'withdrawn' ? 'state.withdrawn' : 'state.dismissed')}
                  </StateChip>
                )}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Dialog>
  );
}

function Unclear({
  item,
  view,
  onChanged,
}: {
  item: OfflineTicketView;
  view: QueueView;
  onChanged: () => Promise<void>;
}) {
  const t = useTranslations('offline');
  const locale = useLocale();
  const problemText = useProblemText();
  const offered = view.services.some(({ code }) => code === item.serviceCode);
  const [serviceCode, setServiceCode] = useState(offered ? item.serviceCode : '');
  const [pending, setPending] = useState(false);
  const settle = async (body: object) => {
    setPending(true);
    const answer = await callApi<OfflineTicketView>('POST', `/offline-tickets/${item.id}/settle`, body);
    setPending(false);
    if (!answer.ok) showToast({ tone: 'danger', message: `${item.number}: ${problemText(answer.problem)}` });
    else if (answer.value.ticketNumber)
      showToast({ message: t('takenIn', { number: answer.value.ticketNumber }), durationMs: 8_000 });
    await onChanged();
  };
  return (
    <li className="space-y-2 rounded-xl border border-danger p-3">
      <p className="flex flex-wrap items-center gap-3">
        <span className="font-bold text-xl tabular-nums">{item.number}</span>
        <span className="text-muted-foreground tabular-nums">
          {formatHallDateTime(item.issuedAt, locale, view.hall.timeZone)}
        </span>
      </p>
      {item.reason ? (
        <>
          <p className="flex items-start gap-2 font-semibold">
            <TriangleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-danger" />
            {t(`reason.${item.reason}`)}
          </p>
          <p className="text-muted-foreground">{t(`todo.${item.reason}`)}</p>
        </>
      ) : null}
      <div className="flex flex-wrap items-end gap-2">
        {item.mayTakeIn ? (
          <>
            <Select
              aria-label={t('service')}
              value={serviceCode}
              onChange={(event) => setServiceCode(event.target.value)}
              className="max-w-60"
            >
              {serviceCode === '' ? <option value="">{t('chooseService')}</option> : null}
              {view.services.map((service) => (
                <option key={service.code} value={service.code}>
                  {service.letter} {localName(service.names, locale)}
                </option>
              ))}
            </Select>
            <Button
              pending={pending}
              disabled={serviceCode === ''}
              onClick={() => settle({ action: 'takeIn', serviceCode })}
            >
              {t('takeIn')}
            </Button>
          </>
        ) : null}
        <Button variant="secondary" pending={pending} onClick={() => settle({ action: 'dismiss' })}>
          {t('dismiss')}
        </Button>
      </div>
    </li>
  );
}
