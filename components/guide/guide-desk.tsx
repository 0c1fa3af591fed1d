'use client';

import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useCare } from '@/components/care/use-care';
import { DeskBanners } from '@/components/desk/desk-banners';
import { DeskHeader } from '@/components/desk/desk-header';
import { HelpCalls } from '@/components/help/help-calls';
import { LiveTime } from '@/components/live/live-time';
import { useDeviceSetting } from '@/components/live/use-device-setting';
import { useHallData } from '@/components/live/use-hall-data';
import { useLiveView } from '@/components/live/use-live-view';
import { useProblemText } from '@/components/live/use-problem-text';
import { MachinesNotice } from '@/components/machines/machines-notice';
import { useDivert } from '@/components/machines/use-divert';
import { RoundNotice } from '@/components/rounds/round-notice';
import { StationNotices } from '@/components/stations/station-notices';
import { TicketDialog } from '@/components/tickets/ticket-dialog';
import { useTicketAction } from '@/components/tickets/use-ticket-action';
import { Banner } from '@/components/ui/banner';
import { EmptyState } from '@/components/ui/empty-state';
import { showToast } from '@/components/ui/toast-store';
import { WeakPointNotice } from '@/components/weak-points/weak-point-notice';
import { localName } from '@/lib/i18n/local-name';
import type { MachinesView } from '@/lib/machines/schema';
import type { PrintingView } from '@/lib/printing/schema';
import type { QueueRow, QueueView } from '@/lib/realtime/contract';
import type { Snapshot } from '@/lib/realtime/freshness';
import { AttentionList } from './attention-list';
import { IssuePanel } from './issue-panel';
import { IssuedPanel } from './issued-panel';
import { ServiceTiles } from './service-tiles';
import { TicketLists } from './ticket-lists';
import { useIssue } from './use-issue';
import { useSlips } from './use-slips';

// Only a guide who sends somebody to a machine or lends something needs them.
const loadMachineOffer = () => import('@/components/machines/machine-offer').then((m) => m.MachineOffer);
const loadAtMachines = () => import('@/components/machines/at-machines').then((m) => m.AtMachines);
const loadDivertedPanel = () => import('@/components/machines/diverted-panel').then((m) => m.DivertedPanel);
const loadLendDialog = () => import('@/components/loans/lend-dialog').then((m) => m.LendDialog);
const loadSlipAlerts = () => import('./slip-alerts').then((m) => m.SlipAlerts);
const MachineOffer = dynamic(loadMachineOffer, { loading: () => null });
const AtMachines = dynamic(loadAtMachines, { loading: () => null });
const DivertedPanel = dynamic(loadDivertedPanel, { loading: () => null });
const LendDialog = dynamic(loadLendDialog, { loading: () => null });
// Only where paper is missing.
const SlipAlerts = dynamic(loadSlipAlerts, { loading: () => null });

/** All of them beforehand: once the connection is gone it would be too late. */
const loadParts = () =>
  Promise.all([loadMachineOffer(), loadAtMachines(), loadDivertedPanel(), loadLendDialog(), loadSlipAlerts()]);

// After the page can be used: the desk without a connection must not make it slower with one.
const OfflinePart = dynamic(() => import('@/components/offline/offline-part').then((m) => m.OfflinePart), {
  ssr: false,
});

/** Every ticket of the view by its id. */
export function rowsById(view: QueueView): Map<string, QueueRow> {
  const lists = [view.recent, view.booked, view.held, view.serving, view.called, view.waiting];
  return new Map(lists.flat().map((row) => [row.id, row]));
}

/** The guide's tablet at the door: greet, ask, issue a number in ten seconds, and see who has waited too long. */
export function GuideDesk({
  hall,
  initial,
  build,
  machines: initialMachines,
  printing,
  me,
  may,
}: {
  /** Slug of the hall. */
  hall: string;
  initial: Snapshot<QueueView>;
  build: string;
  machines: MachinesView;
  printing: PrintingView;
  me: { ref: string; name: string };
  /** Beside issuing, which everybody here may: transfer to another service, take over care from a colleague. */
  may: { route: boolean; takeOver: boolean };
}) {
  const t = useTranslations('guide');
  const menu = useTranslations('ticketMenu');
  const locale = useLocale();
  const problemText = useProblemText();
  const live = useLiveView({ hall, view: 'queue', initial, build });
  const view = live.data ?? initial.data;
  const rows = rowsById(view);
  const care = useCare(view.care, me);
  const tickets = useTicketAction();
  const machines = useHallData({
    hall,
    path: `/halls/${hall}/machines`,
    touchpoints: ['self-service'],
    initial: initialMachines,
  });
  const [autoPrint, setAutoPrint] = useDeviceSetting('guide.autoPrint');
  const [offline, setOffline] = useState(false);
  const loaded = useLoaded();
  const [openId, setOpenId] = useState<string | null>(null);
  const [lendTo, setLendTo] = useState<QueueRow | null>(null);
  const issueButton = useRef<HTMLButtonElement>(null);
  const nextButton = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const opened = openId === null ? undefined : rows.get(openId);

  const serviceName = (code: string) => {
    const service = view.services.find((s) => s.code === code);
    return service ? localName(service.names, locale) : code;
  };

  const slips = useSlips({
    hall,
    initial: printing,
    onProblem: (ticket, problem) =>
      showToast({
        tone: 'danger',
        message: `${ticket.number}: ${problem ? problemText(problem) : t('printFailed')}`,
        action: { label: menu('print'), onSelect: () => print(ticket) },
      }),
  });
  const { print } = slips;

  const issuing = useIssue({
    hall,
    onIssued: (ticket, shown) => {
      if (autoPrint) print(ticket);
      if (!shown)
        showToast({
          message: t('issuedToast', { service: serviceName(ticket.serviceCode), number: ticket.number }),
          durationMs: 8_000,
          action: autoPrint ? undefined : { label: menu('print'), onSelect: () => print(ticket) },
        });
    },
    onRefused: (problem, code) =>
      showToast({ tone: 'danger', message: `${serviceName(code)}: ${problemText(problem)}` }),
  });

  const { stage, change, choose, clear, second, issue } = issuing;

  const divert = useDivert({
    hall,
    onChanged: machines.refresh,
    onProblem: (problem) => showToast({ tone: 'danger', message: problemText(problem) }),
    onBack: (ticket) => {
      if (autoPrint) print(ticket);
      showToast({
        message: t('issuedToast', { service: serviceName(ticket.serviceCode), number: ticket.number }),
        durationMs: 8_000,
        action: autoPrint ? undefined : { label: menu('print'), onSelect: () => print(ticket) },
      });
    },
  });
  const sentTo = machines.data.machines.find((machine) => machine.id === divert.sentTo);
  const startAfresh = (code: string) => {
    divert.clear();
    choose(code);
  };

  // Who works with the keyboard goes on where the next step is, not at the page's start.
  const kind = stage.kind;
  const shownKind = useRef(kind);
  useEffect(() => {
    if (shownKind.current === kind) return;
    shownKind.current = kind;
    if (kind === 'issuing') nextButton.current?.focus({ preventScroll: true });
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, [kind]);

  const act = async (row: QueueRow, verb: string, done: string) => {
    const problem = await tickets.run(row.id, verb);
    showToast(problem ? { tone: 'danger', message: `${row.number}: ${problemText(problem)}` } : { message: done });
  };
  const undo = async (ticket: { id: string; number: string }) => {
    const problem = await tickets.run(ticket.id, 'undo');
    if (problem) showToast({ tone: 'danger', message: `${ticket.number}: ${problemText(problem)}` });
    else {
      showToast({ message: menu('undone', { number: ticket.number }) });
      if (stage.kind === 'issued' && stage.ticket.id === ticket.id) clear();
    }
  };

  // Letters choose a service while the focus is in the half that issues: elsewhere a letter must not do anything.
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
    if (event.key === 'Escape') {
      divert.clear();
      clear();
      return;
    }
    const service = view.services.find((s) => s.letter === event.key.toUpperCase());
    if (!service) return;
    event.preventDefault();
    startAfresh(service.code);
    // After the tiles' own render, when the button can take the focus.
    requestAnimationFrame(() => issueButton.current?.focus({ preventScroll: true }));
  });
  // Without a connection the panel is not there, and with one again it is another.
  useEffect(() => {
    if (offline) return;
    const half = panel.current;
    half?.addEventListener('keydown', onKeyDown);
    return () => half?.removeEventListener('keydown', onKeyDown);
  }, [offline]);

  return (
    <LiveTime at={live.at ?? initial.at} serverOffsetMs={live.serverOffsetMs}>
      <div data-toasts="top" className="relative flex min-h-dvh flex-col gap-2 p-2 desk:h-dvh desk:overflow-hidden">
        <DeskHeader
          title={t('title')}
          hallName={localName(view.hall.names, locale)}
          person={me.name}
          facts={
            offline
              ? []
              : [
                  t('issuedToday', { count: view.today.issued }),
                  t('servedToday', { count: view.today.served }),
                  t('waitingNow', { count: view.waiting.length }),
                ]
          }
        />
        <DeskBanners live={offline ? { ...live, connection: 'live' } : live} path={`/desk/${hall}/guide`} />
        {loaded ? (
          <OfflinePart
            hall={hall}
            build={build}
            view={view}
            connection={live.connection}
            issue={issuing}
            loadParts={loadParts}
            onOffline={setOffline}
          />
        ) : null}
        {offline ? null : (
          <>
            <StationNotices hall={hall} />
            <HelpCalls hall={hall} />
            <RoundNotice hall={hall} />
            <WeakPointNotice hall={hall} />
            {view.hall.open ? null : <Banner>{t('closed')}</Banner>}
            <MachinesNotice view={machines.data} hall={hall} />
            {slips.needCare ? (
              <SlipAlerts
                view={slips.view}
                timeZone={view.hall.timeZone}
                onPrint={slips.print}
                onSettle={slips.settle}
              />
            ) : null}
            <main className="grid min-h-0 flex-1 gap-2 desk:grid-cols-[minmax(0,1fr)_21rem]">
              <div ref={panel} className="flex min-h-0 min-w-0 flex-col gap-2">
                <h1 className="sr-only">{t('title')}</h1>
                {view.services.length === 0 ? (
                  <EmptyState title={t('noServices')}>{t('noServicesHint')}</EmptyState>
                ) : (
                  <ServiceTiles
                    services={view.services}
                    chosen={stage.kind === 'draft' ? stage.draft.serviceCode : null}
                    issuing={stage.kind === 'issuing' ? stage.serviceCode : null}
                    onChoose={startAfresh}
                  />
                )}
                {sentTo ? (
                  <DivertedPanel machine={sentTo} onNext={divert.clear} />
                ) : stage.kind === 'draft' ? (
                  <IssuePanel
                    view={view}
                    draft={stage.draft}
                    problem={stage.problem}
                    issueRef={issueButton}
                    machines={
                      stage.draft.serviceCode !== null && !stage.draft.visit ? (
                        <MachineOffer
                          view={machines.data}
                          serviceCode={stage.draft.serviceCode}
                          pending={divert.pending}
                          onSend={async (machine) => {
                            const { serviceCode, customerClass, needs } = stage.draft;
                            const customer = { ...(customerClass ? { customerClass } : {}), needs };
                            if (await divert.send(machine.id, { serviceCode, ...customer })) clear();
                          }}
                        />
                      ) : null
                    }
                    onDraft={change}
                    onIssue={issue}
                    onClear={clear}
                  />
                ) : (
                  <IssuedPanel
                    view={view}
                    ticket={stage.kind === 'issued' ? stage.ticket : null}
                    row={stage.kind === 'issued' ? rows.get(stage.ticket.id) : undefined}
                    serviceCode={stage.kind === 'issued' ? stage.ticket.serviceCode : stage.serviceCode}
                    me={me.ref}
                    autoPrint={autoPrint}
                    nextRef={nextButton}
                    onAutoPrint={setAutoPrint}
                    onPrint={print}
                    onUndo={undo}
                    onSecond={second}
                    onNext={clear}
                  />
                )}
              </div>
              <aside aria-label={t('lists')} className="flex min-h-0 min-w-0 flex-col gap-2">
                {machines.data.diversions.length > 0 ? (
                  <AtMachines view={machines.data} pending={divert.pending} onBack={divert.comeBack} />
                ) : null}
                <AttentionList
                  view={view}
                  rows={rows}
                  care={care}
                  me={me.ref}
                  mayTakeOver={may.takeOver}
                  onOpen={(row) => setOpenId(row.id)}
                />
                <TicketLists
                  view={view}
                  me={me.ref}
                  actions={{
                    pending: tickets.pending,
                    onOpen: (row) => setOpenId(row.id),
                    onPrint: print,
                    onUndo: undo,
                    onCheckIn: (row) => act(row, 'check-in', menu('checkedIn', { number: row.number })),
                    onReturn: (row) => act(row, 'resume', menu('returned', { number: row.number })),
                  }}
                />
              </aside>
            </main>
          </>
        )}
      </div>
      {opened ? (
        <TicketDialog
          key={opened.id}
          row={opened}
          view={view}
          me={me.ref}
          may={may}
          machines={
            <MachineOffer
              view={machines.data}
              serviceCode={opened.serviceCode}
              pending={divert.pending}
              onSend={async (machine) => {
                if (await divert.send(machine.id, { ticketId: opened.id })) setOpenId(null);
              }}
            />
          }
          onClose={() => setOpenId(null)}
          onPrint={print}
          onSecond={(row) => {
            setOpenId(null);
            second(row);
          }}
          onLend={(row) => {
            setOpenId(null);
            setLendTo(row);
          }}
          onGive={(action) =>
            care.give(
              { ticketId: opened.id, number: opened.number },
              action,
              care.visits.find((visit) => visit.ticketId === opened.id),
            )
          }
        />
      ) : null}
      {lendTo ? <LendDialog hall={hall} ticket={lendTo} onClose={() => setLendTo(null)} /> : null}
    </LiveTime>
  );
}

/** The page has loaded, and what comes now keeps nothing waiting. */
function useLoaded(): boolean {
  const [loaded, setLoaded] = useState(false);
  useEffect(() => {
    const later = () => setTimeout(() => setLoaded(true), 300);
    if (document.readyState === 'complete') {
      const timer = later();
      return () => clearTimeout(timer);
    }
    window.addEventListener('load', later, { once: true });
    return () => window.removeEventListener('load', later);
  }, []);
  return loaded;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type="checkbox"]), select, textarea');
}
