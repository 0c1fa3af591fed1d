'use client';

import { ArrowRightLeft, CirclePlus, CircleX, LogIn, Printer, RotateCcw, Umbrella } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { CareActionButtons } from '@/components/care/care-action-buttons';
import { useWhereabouts } from '@/components/care/care-card';
import { ReasonDialog } from '@/components/counter/reason-dialog';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Badge } from '@/components/ui/badge';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { showToast } from '@/components/ui/toast-store';
import { WaitClock } from '@/components/waiting/wait-clock';
import type { CareAction } from '@/lib/care/care-visit';
import { formatHallTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import type { QueueRow, QueueView } from '@/lib/realtime/contract';
import { CANCEL_REASONS } from '@/lib/tickets/cancel-reasons';
import { UndoButton } from './undo-button';

type Step = 'menu' | 'transfer' | 'cancel';

/** Everything that can be done with one ticket from a list; failures are said inside. */
export function TicketDialog({
  row,
  view,
  me,
  may,
  machines,
  onClose,
  onPrint,
  onSecond,
  onLend,
  onGive,
}: {
  row: QueueRow;
  view: QueueView;
  me: string;
  may: { route: boolean };
  /** Machines that could do it as well. */
  machines?: ReactNode;
  onClose: () => void;
  onPrint?: (row: QueueRow) => void;
  /** One more service in the same visit. */
  onSecond?: (row: QueueRow) => void;
  /** An umbrella or a locker for this customer. */
  onLend?: (row: QueueRow) => void;
  onGive: (action: CareAction) => void;
}) {
  const t = useTranslations('ticketMenu');
  const common = useTranslations('common');
  const states = useTranslations('ticketState');
  const cancelReason = useTranslations('cancelReason');
  const locale = useLocale();
  const whereabouts = useWhereabouts();
  const problemText = useProblemText();
  const [step, setStep] = useState<Step>('menu');
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const { number, status } = row;
  const service = view.services.find((s) => s.code === row.serviceCode);
  const nameOf = (list: readonly { code: string; names: Record<string, string> }[], code: string) => {
    const found = list.find((entry) => entry.code === code);
    return found ? localName(found.names, locale) : code;
  };
  const waits = status === 'waiting' || status === 'called';
  const inHall = waits || status === 'held';
  const time = (at: string) => formatHallTime(at, locale, view.hall.timeZone);

  const run = async (verb: string, body: unknown, message: string) => {
    setPending(true);
    setProblem(null);
    const answer = await callApi('POST', `/tickets/${row.id}/${verb}`, body);
    setPending(false);
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    showToast({ message });
    onClose();
  };

  if (step === 'cancel')
    return (
      <ReasonDialog
        title={`${number} · ${t('cancelWhy')}`}
        groups={[{ id: 'cancel', choices: CANCEL_REASONS.map((id) => ({ id, label: cancelReason(id) })) }]}
        pending={pending}
        failure={problem ? problemText(problem) : undefined}
        onChoose={(reason) => run('cancel', { reason }, t('cancelled', { number }))}
        onClose={() => setStep('menu')}
      />
    );

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      closeLabel={common('close')}
      title={
        <span className="flex flex-wrap items-center gap-3">
          <span className="font-bold text-3xl tabular-nums">{number}</span>
          <Badge>{states(status)}</Badge>
        </span>
      }
      description={service ? localName(service.names, locale) : row.serviceCode}
      footer={
        step === 'menu' ? undefined : (
          <Button variant="secondary" onClick={() => setStep('menu')}>
            {common('back')}
          </Button>
        )
      }
    >
      <div className="space-y-4">
        {problem ? (
          <Banner tone="danger" assertive>
            {problemText(problem)}
          </Banner>
        ) : null}
        {step === 'menu' ? (
          <>
            <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1">
              <Fact name={t('issued')}>
                {time(row.issuedAt)} · {t(`channels.${row.channel}`)}
              </Fact>
              {waits && row.waitingSince ? (
                <Fact name={states('waiting')}>
                  <WaitClock
                    since={row.waitingSince}
                    excusedSeconds={row.excusedSeconds}
                    limitSeconds={row.limitSeconds}
                    early={row.earlyFlaggedAt !== null}
                  />{' '}
                  · {whereabouts(row)}
                </Fact>
              ) : null}
              {row.papers > 0 ? (
                <Fact name={t('papers')}>{t('papersReady', { ready: row.prepared, all: row.papers })}</Fact>
              ) : null}
            </dl>
            {row.customerClass || row.needs.length > 0 ? (
              <p className="flex flex-wrap gap-1.5">
                {row.customerClass ? <Badge tone="primary">{nameOf(view.classes, row.customerClass)}</Badge> : null}
                {row.needs.map((code) => (
                  <Badge key={code} tone="primary">
                    {nameOf(view.needs, code)}
                  </Badge>
                ))}
              </p>
            ) : null}
            <div className="grid gap-2 sm:grid-cols-2">
              {status === 'booked' ? (
                <Button
                  size="lg"
                  pending={pending}
                  onClick={() => run('check-in', undefined, t('checkedIn', { number }))}
                >
                  <LogIn aria-hidden="true" className="size-5" />
                  {t('checkIn')}
                </Button>
              ) : null}
              {status === 'noShow' || status === 'held' ? (
                <Button size="lg" pending={pending} onClick={() => run('resume', undefined, t('returned', { number }))}>
                  <RotateCcw aria-hidden="true" className="size-5" />
                  {t('return')}
                </Button>
              ) : null}
              {onPrint && (inHall || status === 'booked') ? (
                <Button variant="secondary" onClick={() => onPrint(row)}>
                  <Printer aria-hidden="true" className="size-5" />
                  {t('reprint')}
                </Button>
              ) : null}
              <UndoButton
                row={row}
                me={me}
                pending={pending}
                onClick={() => run('undo', undefined, t('undone', { number }))}
              />
              {onSecond && status !== 'booked' ? (
                <Button variant="secondary" onClick={() => onSecond(row)}>
                  <CirclePlus aria-hidden="true" className="size-5" />
                  {t('second')}
                </Button>
              ) : null}
              {onLend && status !== 'booked' ? (
                <Button variant="secondary" onClick={() => onLend(row)}>
                  <Umbrella aria-hidden="true" className="size-5" />
                  {t('lend')}
                </Button>
              ) : null}
              {may.route && (status === 'waiting' || status === 'held') ? (
                <Button variant="secondary" onClick={() => setStep('transfer')}>
                  <ArrowRightLeft aria-hidden="true" className="size-5" />
                  {t('transfer')}
                </Button>
              ) : null}
              {status === 'waiting' || status === 'held' || status === 'booked' || status === 'noShow' ? (
                <Button variant="secondary" onClick={() => setStep('cancel')}>
                  <CircleX aria-hidden="true" className="size-5" />
                  {t('cancel')}
                </Button>
              ) : null}
            </div>
            {waits ? (
              <section className="space-y-2">
                <h3 className="font-semibold">{t('care')}</h3>
                <CareActionButtons
                  number={number}
                  onGive={(action) => {
                    onGive(action);
                    onClose();
                  }}
                />
              </section>
            ) : null}
            {/* Last: it may come when a finger is on its way to one of the others. */}
            {status === 'waiting' ? machines : null}
          </>
        ) : null}
        {step === 'transfer' ? (
          <section className="space-y-2">
            <h3 className="font-semibold">{t('transferTo')}</h3>
            <div className="grid gap-2 sm:grid-cols-2">
              {view.services
                .filter((s) => s.code !== row.serviceCode)
                .map((s) => {
                  const name = localName(s.names, locale);
                  return (
                    <Button
                      key={s.code}
                      variant="secondary"
                      className="justify-start! text-start"
                      pending={pending}
                      onClick={() =>
                        run(
                          'transfer',
                          { serviceCode: s.code, keepPlace: true },
                          t('transferred', { number, service: name }),
                        )
                      }
                    >
                      <span className="font-bold text-primary">{s.letter}</span>
                      {name}
                    </Button>
                  );
                })}
            </div>
          </section>
        ) : null}
      </div>
    </Dialog>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted-foreground">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
