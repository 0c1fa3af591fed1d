'use client';

import { CircleAlert, Coffee, LogOut } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { DeskBanners } from '@/components/desk/desk-banners';
import { RegisterMenu } from '@/components/desk/register-menu';
import { useHelp } from '@/components/help/use-help';
import { callApi } from '@/components/live/call-api';
import { useLiveView } from '@/components/live/use-live-view';
import { useProblemText } from '@/components/live/use-problem-text';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Chip } from '@/components/ui/chip';
import { Kbd } from '@/components/ui/kbd';
import { StateChip } from '@/components/ui/state-chip';
import { Tabs } from '@/components/ui/tabs';
import { showToast } from '@/components/ui/toast-store';
import { WeakPointNotice } from '@/components/weak-points/weak-point-notice';
import { serviceDay } from '@/lib/halls/service-day';
import { localName } from '@/lib/i18n/local-name';
import type { CounterDeskView } from '@/lib/realtime/contract';
import type { Snapshot } from '@/lib/realtime/freshness';
import { CustomerCard } from './customer-card';
import { CounterTools, StepButtons } from './deed-buttons';
import { HelpLine } from './help-line';
import { nextStep } from './next-step';
import { NoCustomer } from './no-customer';
import { finishPanel, type Question, QuestionDialog, stillAsked } from './question-dialog';
import { ParkedList, QueueList, RecentList } from './queue-list';
import { SuggestionLine } from './suggestion-line';
import { UndoLine } from './undo-line';
import { lastUndoable } from './undoable';
import { useCallNextAfter } from './use-call-next-after';
import { type Deed, useCounterActions } from './use-counter-actions';
import { useShortcuts } from './use-shortcuts';
import { useVisitContext } from './use-visit-context';

/** A clerk's counter: one dominant button for the usual next step, everything by keyboard. */
export function CounterDesk({
  hall,
  initial,
  build,
  mine,
  canRelease,
  localeSwitch,
}: {
  /** Slug. */
  hall: string;
  initial: Snapshot<CounterDeskView>;
  build?: string;
  /** Reference of the person who is signed in. */
  mine: string;
  /** May free the counter of a colleague who is gone. */
  canRelease: boolean;
  localeSwitch: ReactNode;
}) {
  const t = useTranslations('counter');
  const locale = useLocale();
  const problemText = useProblemText();
  const live = useLiveView({ hall, view: 'counter', id: initial.data.counter.id, initial, build });
  const { serverOffsetMs } = live;
  const at = live.at ?? initial.at;
  const {
    shown: view,
    pending,
    outcome,
    dismiss,
    remembered,
    act,
  } = useCounterActions({ hall, view: live.data ?? initial.data, version: live.version, serverOffsetMs });
  const [question, setQuestion] = useState<Question | null>(null);
  const [serviceCodes, setServiceCodes] = useState<readonly string[]>(initial.data.counter.serviceCodes);
  const [callNextAfter, setCallNextAfter] = useCallNextAfter();
  const [notGreeted, setNotGreeted] = useState<string>();
  const [aside, setAside] = useState(false);
  const primary = useRef<HTMLButtonElement>(null);

  const step = nextStep(view, mine);
  const { ticket, counter } = view;
  const { context, refresh } = useVisitContext(hall, step === 'start' || step === 'finish' ? ticket?.id : undefined);
  const help = useHelp(hall);
  const helpCall = help.data.items.find((call) => call.counterId === counter.id);
  const asked = question && stillAsked(question, view) ? question : null;
  const undo = lastUndoable(view, mine, remembered, at);
  const failure = outcome && !outcome.ok ? t('failed', { problem: problemText(outcome.problem) }) : undefined;
  const free = step === 'callNext' && pending === null;

  // After each step the next one is under the thumb: whatever was pressed, Space goes on from here.
  const settled = pending === null && asked === null;
  useEffect(() => {
    if (settled && step !== 'taken') primary.current?.focus({ preventScroll: true });
  }, [settled, step]);

  // The finish is the next press of most: its panel is there before it is wanted.
  useEffect(() => {
    if (step === 'finish') void finishPanel();
  }, [step]);

  /** Something beside the ticket's own steps: told as a line that passes where it fails. */
  const beside = async (path: string, body?: object) => {
    if (aside) return;
    setAside(true);
    const answer = await callApi('POST', path, body);
    if (!answer.ok) showToast({ message: problemText(answer.problem), tone: 'danger' });
    await Promise.all([refresh(), help.refresh()]);
    setAside(false);
  };
  const greeted = ticket !== null && notGreeted !== ticket.id;
  const offer = (suggestionId: string, accepted: boolean) =>
    ticket ? beside(`/tickets/${ticket.id}/suggestion`, { suggestionId, accepted }) : undefined;
  const suggestion = step === 'finish' && context?.suggestion && !context.offered ? context.suggestion : null;

  const ask = (next: Question) => {
    dismiss();
    setQuestion(next);
  };
  const askAboutCustomer = (kind: 'finish' | 'hold' | 'transfer' | 'addService') =>
    ticket && pending === null ? () => ask({ kind, ticketId: ticket.id }) : undefined;
  const answer = async (...deeds: Deed[]) => {
    if (await act(...deeds)) setQuestion(null);
  };

  const steps: Record<typeof step, (() => void) | undefined> = {
    open: serviceCodes.length > 0 ? () => act({ kind: 'open', serviceCodes: [...serviceCodes] }) : undefined,
    continue: () => act({ kind: 'open' }),
    callNext: () => act({ kind: 'callNext' }),
    start: ticket ? () => act({ kind: 'start', ticketId: ticket.id, greeted }) : undefined,
    finish: askAboutCustomer('finish'),
    taken: undefined,
  };
  const goOn = pending === null ? steps[step] : undefined;
  const called = step === 'start' && ticket && pending === null ? ticket : null;
  const withCustomer = (step === 'start' || step === 'finish') && ticket !== null;
  const keys = {
    Space: goOn,
    Enter: goOn,
    F: step === 'finish' ? goOn : undefined,
    R: called ? () => act({ kind: 'recall', ticketId: called.id }) : undefined,
    N: called ? () => act({ kind: 'noShow', ticketId: called.id }) : undefined,
    H: withCustomer ? askAboutCustomer('hold') : undefined,
    T: withCustomer ? askAboutCustomer('transfer') : undefined,
    A: step === 'finish' ? askAboutCustomer('addService') : undefined,
    P: free ? () => ask({ kind: 'pause' }) : undefined,
    X: (step === 'callNext' || step === 'continue') && pending === null ? () => act({ kind: 'close' }) : undefined,
    G: called ? () => setNotGreeted(greeted ? called.id : undefined) : undefined,
    Y: suggestion ? () => offer(suggestion.id, true) : undefined,
    D: suggestion ? () => offer(suggestion.id, false) : undefined,
    L:
      step === 'callNext' || withCustomer
        ? () => (helpCall ? beside(`/help/${helpCall.id}/end`) : beside(`/counters/${counter.id}/help`))
        : undefined,
    B: withCustomer && ticket ? () => ask({ kind: 'lend', ticket }) : undefined,
    E: withCustomer && ticket ? () => ask({ kind: 'unaccepted', ticket, fromFinish: false }) : undefined,
    V: withCustomer && ticket ? () => ask({ kind: 'followUp', ticket, fromFinish: false }) : undefined,
    K: step === 'taken' ? undefined : () => ask({ kind: 'guide', serviceCode: ticket?.serviceCode }),
    U: undo && pending === null ? () => act({ kind: 'undo', ticketId: undo.ticketId }) : undefined,
  };
  useShortcuts(keys);

  return (
    <main className="flex min-h-dvh flex-col gap-3 px-4 pt-4 lg:h-dvh">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="flex min-w-0 flex-1 basis-60 items-baseline gap-x-3">
          <h1 className="shrink-0 font-bold text-2xl leading-tight">{t('name', { number: counter.number })}</h1>
          <p className="truncate text-muted-foreground">
            {localName(view.hall.names, locale)}
            {counter.clerk?.name ? ` · ${counter.clerk.name}` : ''}
          </p>
        </div>
        {view.hall.open ? null : <StateChip icon={<CircleAlert aria-hidden="true" />}>{t('hallClosed')}</StateChip>}
        {view.flagged > 0 ? (
          <StateChip tone="danger" icon={<CircleAlert aria-hidden="true" />}>
            {t('flagged', { count: view.flagged })}
          </StateChip>
        ) : null}
        <RegisterMenu hall={hall} about={ticket ? { ticketId: ticket.id, number: ticket.number } : undefined} />
        {localeSwitch}
        {step === 'callNext' ? (
          <Button variant="secondary" shortcut="P" disabled={!keys.P} onClick={keys.P}>
            <Coffee aria-hidden="true" className="size-5" />
            {t('deed.pause')}
          </Button>
        ) : null}
        {step === 'callNext' || step === 'continue' ? (
          <Button variant="secondary" shortcut="X" pending={pending === 'close'} onClick={keys.X}>
            <LogOut aria-hidden="true" className="size-5" />
            {t('deed.close')}
          </Button>
        ) : null}
        {step === 'open' || step === 'taken' ? (
          <ButtonLink variant="secondary" href={`/desk/${hall}/counter`}>
            {t('otherCounter')}
          </ButtonLink>
        ) : null}
      </header>

      {/* A new version can wait until the customer has gone. */}
      <DeskBanners
        live={{ ...live, shouldReload: live.shouldReload && !ticket }}
        path={`/desk/${hall}/counter/${counter.number}`}
      />
      {/* Nor does the clerk read it in front of a customer. */}
      {ticket ? null : <WeakPointNotice hall={hall} />}

      <div className="grid min-h-0 flex-1 gap-3 lg:grid-cols-[minmax(0,1fr)_27rem] lg:grid-rows-[minmax(0,1fr)]">
        {/* Room for the focus ring, which the edge of a scrolling box would cut. */}
        <div className="-m-1 flex min-h-0 flex-col gap-3 overflow-y-auto p-1">
          {withCustomer && ticket ? (
            <CustomerCard
              view={view}
              ticket={ticket}
              context={context}
              greeting={
                <Chip
                  pressed={greeted}
                  onPressedChange={(on) => setNotGreeted(on ? undefined : ticket.id)}
                  aria-keyshortcuts="G"
                >
                  {t('greeted')} <Kbd keys="G" />
                </Chip>
              }
              suggestion={<SuggestionLine context={context} pending={aside} onOffer={offer} />}
              at={at}
              serverOffsetMs={serverOffsetMs}
            />
          ) : (
            <NoCustomer
              view={view}
              step={step}
              at={at}
              serverOffsetMs={serverOffsetMs}
              serviceCodes={serviceCodes}
              onServiceCodesChange={setServiceCodes}
              release={canRelease && step === 'taken' ? () => ask({ kind: 'release' }) : undefined}
            />
          )}

          <div className="sticky -bottom-1 space-y-2 bg-background pt-1 pb-4">
            {failure && !asked ? (
              <Banner
                tone="danger"
                assertive
                icon={<CircleAlert aria-hidden="true" />}
                action={
                  <Button size="sm" variant="secondary" onClick={dismiss}>
                    {t('dismiss')}
                  </Button>
                }
              >
                {failure}
              </Banner>
            ) : null}
            <UndoLine
              change={undo}
              said={outcome?.ok ? outcome.said : null}
              serviceName={(code) => {
                const service = view.services.find((s) => s.code === code);
                return service ? localName(service.names, locale) : code;
              }}
              at={at}
              serverOffsetMs={serverOffsetMs}
              pending={pending === 'undo'}
              onUndo={keys.U}
            />

            {helpCall ? (
              <HelpLine
                call={helpCall}
                serverOffsetMs={help.serverOffsetMs}
                pending={aside}
                onExplain={(reason) => beside(`/help/${helpCall.id}/reason`, { reason })}
                onEnd={() => beside(`/help/${helpCall.id}/end`)}
              />
            ) : null}
            {keys.K ? (
              <CounterTools
                keys={keys}
                withCustomer={withCustomer}
                helpAsked={helpCall !== undefined}
                pending={aside}
              />
            ) : null}
            {step === 'taken' ? null : (
              <StepButtons
                primary={primary}
                step={step}
                keys={keys}
                withCustomer={withCustomer}
                // Whatever is on its way: a press now would be lost, and the button must not look as if it were not.
                pending={pending !== null && !asked}
                deed={pending}
                disabled={step === 'open' && serviceCodes.length === 0}
              />
            )}
          </div>
        </div>

        <aside className="mb-4 min-h-0 overflow-y-auto rounded-xl border border-border bg-surface px-3 pt-1 shadow-card">
          <Tabs
            label={t('list.label')}
            tabs={[
              {
                id: 'queue',
                label: `${t('list.queue')} ${view.waitingForMe}`,
                content: (
                  <QueueList
                    view={view}
                    at={at}
                    serverOffsetMs={serverOffsetMs}
                    canCall={free}
                    onCall={(row) => ask({ kind: 'call', row })}
                  />
                ),
              },
              {
                id: 'parked',
                label: `${t('list.parked')} ${view.parked.length}`,
                content: (
                  <ParkedList
                    view={view}
                    at={at}
                    serverOffsetMs={serverOffsetMs}
                    pending={pending === 'resume'}
                    onBringBack={(row) => act({ kind: 'resume', ticketId: row.id })}
                  />
                ),
              },
              {
                id: 'recent',
                label: t('list.recent'),
                content: (
                  <RecentList
                    view={view}
                    mine={mine}
                    pending={pending === 'undo'}
                    onUndo={(row) => act({ kind: 'undo', ticketId: row.id })}
                  />
                ),
              },
            ]}
          />
        </aside>
      </div>

      {asked ? (
        <QuestionDialog
          hall={hall}
          question={asked}
          view={view}
          today={serviceDay(new Date(at), view.hall.timeZone)}
          context={context}
          aside={aside}
          onOffer={offer}
          onReturn={(loanId) => beside(`/loans/${loanId}/return`)}
          onAsk={setQuestion}
          onLent={refresh}
          failure={failure}
          pending={pending !== null}
          callNextAfter={callNextAfter}
          onCallNextAfterChange={setCallNextAfter}
          onAnswer={answer}
          onClose={() => setQuestion(null)}
        />
      ) : null}
    </main>
  );
}
