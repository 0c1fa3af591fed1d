'use client';

import { ArrowRight, CloudOff, Printer, Undo2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { Draft } from '@/components/guide/draft';
import { IssuePanel } from '@/components/guide/issue-panel';
import type { ApiProblem } from '@/components/live/call-api';
import { useDeviceSetting } from '@/components/live/use-device-setting';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { EmptyState } from '@/components/ui/empty-state';
import { StateChip } from '@/components/ui/state-chip';
import { Switch } from '@/components/ui/switch';
import { isLocale } from '@/lib/i18n/config';
import { formatHallTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import { countLeft, type Outbox, type OutboxEntry, unsent } from '@/lib/offline/outbox';
import type { OfflineOrder } from '@/lib/offline/schema';
import type { QueueView } from '@/lib/realtime/contract';
import { PHONE } from '@/lib/tickets/phone';
import { OfflineSlip } from './offline-slip';
import type { OfflineDesk } from './use-offline-desk';

/** A draft as it is kept: the same as an issue with a connection sends. */
function orderOf(draft: Draft, serviceCode: string): OfflineOrder {
  const [name, phone] = [draft.name.trim(), draft.phone.trim()];
  return {
    serviceCode,
    ...(draft.customerClass ? { customerClass: draft.customerClass } : {}),
    ...(draft.needs.length > 0 ? { needs: [...draft.needs] } : {}),
    ...(draft.prepared.length > 0 ? { prepared: [...draft.prepared] } : {}),
    ...(name || phone ? { customer: { ...(name ? { name } : {}), ...(phone ? { phone } : {}) } } : {}),
    ...(draft.locale ? { locale: draft.locale } : {}),
    ...(draft.visit ? { visitId: draft.visit.id } : {}),
  };
}

const WRONG_PHONE: ApiProblem = {
  code: 'invalid-input',
  status: 400,
  errors: [{ path: 'customer.phone', message: 'a phone number' }],
};

/**
 * The guide's work while there is no connection: the same panel, numbers from the desk's own block, and a list of what
 * was given out. Nothing here can be called before the house knows of it, and the screen says so.
 */
export function OfflineMain({
  view,
  outbox,
  desk,
  draft,
  onDraft,
  onClear,
  onHandOver,
}: {
  view: QueueView;
  outbox: Outbox;
  desk: OfflineDesk;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  onClear: () => void;
  /** The draft becomes a ticket: the key of an issue with a connection that got no answer. */
  onHandOver: () => string | undefined;
}) {
  const t = useTranslations('offline');
  const guide = useTranslations('guide');
  const locale = useLocale();
  const [autoPrint] = useDeviceSetting('guide.autoPrint');
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [issuedId, setIssuedId] = useState<string | null>(null);
  const [printing, setPrinting] = useState<OutboxEntry | null>(null);
  const issueButton = useRef<HTMLButtonElement>(null);
  const now = new Date();
  const waiting = unsent(outbox).toReversed();
  const issued = waiting.find(({ id }) => id === issuedId);
  const serviceOf = (code: string) => view.services.find((service) => service.code === code);

  const choose = (code: string) => {
    setIssuedId(null);
    setProblem(null);
    if (draft.serviceCode !== code) onDraft({ ...draft, serviceCode: code, prepared: [] });
  };
  const issue = async () => {
    const service = serviceOf(draft.serviceCode ?? '');
    if (!service) return;
    const phone = draft.phone.trim();
    if (phone && !PHONE.test(phone)) {
      setProblem(WRONG_PHONE);
      return;
    }
    const order = orderOf(draft, service.code);
    const entry = await desk.take(service.letter, order, onHandOver());
    if (!entry) {
      onDraft(draft);
      return;
    }
    setProblem(null);
    setIssuedId(entry.id);
    if (autoPrint) setPrinting(entry);
  };
  const chosen = serviceOf(draft.serviceCode ?? '');
  const none = chosen !== undefined && countLeft(outbox, chosen.letter, now) === 0;
  const printed = printing && serviceOf(printing.order.serviceCode);
  const paper = printing?.order.locale ?? view.hall.languages.find(isLocale) ?? locale;

  return (
    <main className="grid min-h-0 flex-1 gap-2 desk:grid-cols-[minmax(0,1fr)_21rem]">
      <div className="flex min-h-0 min-w-0 flex-col gap-2">
        <h1 className="sr-only">{t('title')}</h1>
        <ul
          aria-label={guide('services')}
          className="relative grid auto-rows-fr grid-cols-2 gap-2 sm:grid-cols-3 desk:max-h-[19.5rem] desk:overflow-y-auto"
        >
          {view.services.map((service) => (
            <OfflineTile
              key={service.code}
              letter={service.letter}
              name={localName(service.names, locale)}
              left={countLeft(outbox, service.letter, now)}
              pressed={service.code === draft.serviceCode}
              onChoose={() => choose(service.code)}
            />
          ))}
        </ul>
        {issued ? (
          <OfflineIssued
            entry={issued}
            service={localName(serviceOf(issued.order.serviceCode)?.names ?? {}, locale)}
            onPrint={() => setPrinting(issued)}
            onTakeBack={() => {
              desk.withdraw(issued.id);
              setIssuedId(null);
            }}
            onNext={() => {
              setIssuedId(null);
              onClear();
            }}
          />
        ) : (
          <>
            {none ? <Banner tone="danger">{t('noneLeft', { letter: chosen.letter })}</Banner> : null}
            <IssuePanel
              view={view}
              draft={none ? { ...draft, serviceCode: null } : draft}
              problem={problem}
              issueRef={issueButton}
              onDraft={onDraft}
              onIssue={issue}
              onClear={() => {
                setProblem(null);
                onClear();
              }}
            />
          </>
        )}
      </div>
      <section
        aria-labelledby="offline-list"
        className="flex min-h-0 min-w-0 flex-col rounded-xl border border-border bg-surface shadow-card"
      >
        <h2 id="offline-list" className="px-3 py-2 font-semibold text-lg">
          {t('list', { count: waiting.filter(({ withdrawn }) => !withdrawn).length })}
        </h2>
        <div className="relative min-h-0 flex-1 overflow-y-auto">
          {waiting.length === 0 ? <EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState> : null}
          <ul className="divide-y divide-border">
            {waiting.map((entry) => (
              <li key={entry.id} className="flex min-h-14 items-center gap-1.5 ps-3 pe-1">
                <span className={cn('font-bold text-lg tabular-nums', entry.withdrawn && 'line-through')}>
                  {entry.number}
                </span>
                <span className="min-w-0 flex-1 truncate text-muted-foreground text-sm tabular-nums">
                  {entry.withdrawn ? t('takenBack') : formatHallTime(entry.issuedAt, locale, view.hall.timeZone)}
                </span>
                {entry.withdrawn ? null : (
                  <>
                    <Button
                      variant="ghost"
                      size="icon"
                      aria-label={t('takeBackOf', { number: entry.number })}
                      onClick={() => desk.withdraw(entry.id)}
                    >
                      <Undo2 aria-hidden="true" className="size-5" />
                    </Button>
                    <Button
                      variant="ghost"
                      size="icon"
                      aria-label={t('printOf', { number: entry.number })}
                      onClick={() => setPrinting(entry)}
                    >
                      <Printer aria-hidden="true" className="size-5" />
                    </Button>
                  </>
                )}
              </li>
            ))}
          </ul>
        </div>
      </section>
      {printing && printed ? (
        <OfflineSlip
          key={printing.id}
          entry={printing}
          hallNames={view.hall.names}
          serviceNames={printed.names}
          zoneNames={printed.zoneNames}
          locale={paper}
          timeZone={view.hall.timeZone}
          onPrinted={() => setPrinting(null)}
        />
      ) : null}
    </main>
  );
}

function OfflineTile({
  letter,
  name,
  left,
  pressed,
  onChoose,
}: {
  letter: string;
  name: string;
  left: number;
  pressed: boolean;
  onChoose: () => void;
}) {
  const t = useTranslations('offline');
  return (
    <li className="flex">
      <button
        type="button"
        aria-pressed={pressed}
        onClick={onChoose}
        className={cn(
          'flex min-h-24 w-full select-none flex-col justify-between gap-1 rounded-xl border-2 px-3 py-1.5 text-start shadow-card focus-visible:-outline-offset-2',
          pressed
            ? 'border-primary bg-primary-soft text-primary-soft-foreground'
            : 'border-border bg-surface hover:border-primary active:bg-primary-soft',
        )}
      >
        <span className="flex w-full items-start gap-2">
          <span className="grid size-8 shrink-0 place-items-center rounded-md bg-primary-soft font-bold text-lg text-primary-soft-foreground leading-none">
            {letter}
          </span>
          <span className="line-clamp-2 min-w-0 flex-1 pt-0.5 font-semibold text-lg leading-tight">{name}</span>
        </span>
        <span className="text-sm tabular-nums">{t('left', { count: left })}</span>
      </button>
    </li>
  );
}

function OfflineIssued({
  entry,
  service,
  onPrint,
  onTakeBack,
  onNext,
}: {
  entry: OutboxEntry;
  service: string;
  onPrint: () => void;
  onTakeBack: () => void;
  onNext: () => void;
}) {
  const t = useTranslations('offline');
  const guide = useTranslations('guide');
  const menu = useTranslations('ticketMenu');
  const [autoPrint, setAutoPrint] = useDeviceSetting('guide.autoPrint');
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus({ preventScroll: true }), []);
  return (
    <section
      aria-label={guide('issued')}
      className="flex min-h-0 flex-1 flex-col rounded-xl border-2 border-primary bg-surface shadow-card"
    >
      <div className="relative flex min-h-0 flex-1 flex-col justify-between gap-3 overflow-y-auto px-5 py-3">
        <div role="status" aria-atomic="true" className="space-y-3">
          <p className="font-semibold text-muted-foreground">{service}</p>
          <p className="flex flex-wrap items-center gap-4">
            <span className="animate-pop font-bold text-8xl text-primary tabular-nums leading-none">
              {entry.number}
            </span>
            <StateChip icon={<CloudOff aria-hidden="true" />} size="lg">
              {t('mark')}
            </StateChip>
          </p>
          <p className="font-semibold text-lg leading-snug">{t('say')}</p>
          <p className="text-muted-foreground">{t('notBefore')}</p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <Button variant={autoPrint ? 'secondary' : 'primary'} size="lg" onClick={onPrint}>
            <Printer aria-hidden="true" className="size-6" />
            {autoPrint ? menu('reprint') : menu('print')}
          </Button>
          <Button variant="secondary" size="lg" onClick={onTakeBack}>
            <Undo2 aria-hidden="true" className="size-6" />
            {t('takeBack')}
          </Button>
          <Switch
            className="ms-auto"
            label={guide('autoPrint')}
            checked={autoPrint}
            onChange={(event) => setAutoPrint(event.target.checked)}
          />
        </div>
      </div>
      <div className="border-border border-t p-2">
        <Button ref={next} size="xl" block variant="soft" className="min-h-16!" onClick={onNext}>
          {guide('next')}
          <ArrowRight aria-hidden="true" className="size-7" />
        </Button>
      </div>
    </section>
  );
}
