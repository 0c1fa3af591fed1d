'use client';

import { CloudOff, DoorClosed, DoorOpen, Phone, UsersRound } from 'lucide-react';
import { type Messages, useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useMemo } from 'react';
import { useLiveView } from '@/components/live/use-live-view';
import { cn } from '@/components/ui/class-names';
import { useEstimateText } from '@/components/waiting/use-estimate-text';
import type { Locale } from '@/lib/core/locale';
import { defaultLocale, isLocale } from '@/lib/i18n/config';
import { formatDuration } from '@/lib/i18n/format-duration';
import { formatSpan } from '@/lib/i18n/format-range';
import { formatHallChange, formatHallDay, formatHallTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import { STALE_SECONDS } from '@/lib/realtime/connection';
import type { BoardView } from '@/lib/realtime/contract';
import type { Snapshot } from '@/lib/realtime/freshness';
import { type DisplayMessages, Everywhere, HallLanguages, InLanguage, InTurn, useSpeaking } from './hall-languages';
import { usePairing } from './use-pairing';
import { useStep } from './use-step';
import { useUnattended } from './use-unattended';

/** A figure older than this is not shown any more: it would be wrong. The hours still are right. */
const FORGET_SECONDS = 90;

/** What somebody in front of the door wants to know: open or not and until when, how many wait, how long, where to ask. */
export function DoorSign({
  hall,
  initial,
  paired,
  build,
  messages,
  children,
}: {
  /** Slug. */
  hall: string;
  initial: Snapshot<BoardView>;
  paired: boolean;
  build: string;
  messages: DisplayMessages;
  /** The code that leads to the hall's page. */
  children: ReactNode;
}) {
  const { data, at, connection, ageSeconds, serverOffsetMs, shouldReload } = useLiveView({
    hall,
    view: 'board',
    initial,
    build,
    screen: 'door',
  });
  const board = data ?? initial.data;
  const languageList = board.hall.languages.filter(isLocale).join();
  const languages = useMemo(
    () => (languageList ? (languageList.split(',') as Locale[]) : [defaultLocale]),
    [languageList],
  );
  useUnattended({ shouldReload, idle: useCallback(() => true, []) });
  usePairing(paired);
  const { open } = board.hall;
  return (
    <HallLanguages languages={languages} messages={messages} at={at ?? initial.at} serverOffsetMs={serverOffsetMs}>
      <main
        lang={languages[0]}
        data-theme="display"
        className="fixed inset-0 flex flex-col gap-8 overflow-hidden bg-background p-10 text-foreground"
      >
        <header className="flex items-start justify-between gap-8">
          <h1 className="min-w-0 flex-1 font-bold text-5xl leading-tight">
            <InTurn>
              <HallName names={board.hall.names} />
            </InTurn>
          </h1>
          <Clock timeZone={board.hall.timeZone} />
        </header>
        {ageSeconds >= STALE_SECONDS ? (
          <p
            role="alert"
            className="flex items-center gap-5 rounded-xl bg-danger px-6 py-3 font-semibold text-3xl text-danger-foreground"
          >
            <CloudOff aria-hidden="true" className="size-10 shrink-0" />
            <InTurn>
              <Age offline={connection === 'offline'} ageSeconds={ageSeconds} />
            </InTurn>
          </p>
        ) : null}
        <section
          aria-label={messages[languages[0] ?? defaultLocale].doorSign?.title}
          className={cn(
            'flex flex-1 flex-col items-center justify-center gap-6 rounded-xl border-4 p-8 text-center',
            open ? 'border-success bg-success-soft text-success-soft-foreground' : 'border-border-strong bg-surface',
          )}
        >
          {open ? (
            <DoorOpen aria-hidden="true" className="size-44" />
          ) : (
            <DoorClosed aria-hidden="true" className="size-44" />
          )}
          {languages.map((locale, i) => (
            <div key={locale} lang={locale}>
              <InLanguage locale={locale}>
                <OpenWords board={board} first={i === 0} />
              </InLanguage>
            </div>
          ))}
        </section>
        <section className="flex items-center justify-between gap-8 rounded-xl bg-surface px-10 py-7">
          <h2 className="text-[2.25rem] leading-tight">
            <InTurn>
              <Word text="today" />
            </InTurn>
          </h2>
          <p className="text-end font-bold font-digits text-6xl tabular-nums leading-tight">
            {board.today.length > 0 ? (
              board.today.map((span) => (
                <span key={span.opens} className="block">
                  {formatSpan(span)}
                </span>
              ))
            ) : (
              <InTurn className="font-sans text-5xl">
                <Word text="closedToday" />
              </InTurn>
            )}
          </p>
        </section>
        {open ? <Waits board={board} known={ageSeconds < FORGET_SECONDS} /> : null}
        <footer className="flex items-center gap-10">
          {children}
          <div className="min-w-0 flex-1 space-y-6">
            <p className="font-semibold text-[2.25rem] leading-tight">
              <InTurn>
                <Word text={board.remoteTickets ? 'scan' : 'scanInfo'} />
              </InTurn>
            </p>
            {board.hotlineNumber ? (
              <div className="flex items-center gap-5">
                <Phone aria-hidden="true" className="size-12 shrink-0 text-primary" />
                <div>
                  <p className="text-2xl text-muted-foreground">
                    <Everywhere>
                      <Word text="hotline" />
                    </Everywhere>
                  </p>
                  <p className="whitespace-nowrap font-bold font-digits text-5xl tabular-nums leading-tight">
                    {board.hotlineNumber}
                  </p>
                </div>
              </div>
            ) : null}
          </div>
        </footer>
      </main>
    </HallLanguages>
  );
}

function Word({ text }: { text: keyof Messages['doorSign'] }) {
  const t = useTranslations('doorSign');
  return t(text as 'today');
}

function HallName({ names }: { names: Record<string, string> }) {
  return <span className="line-clamp-2 block">{localName(names, useLocale())}</span>;
}

function Clock({ timeZone }: { timeZone: string }) {
  const { at, serverOffsetMs } = useSpeaking();
  const now = new Date(useStep(1_000, at, serverOffsetMs) * 1_000);
  return (
    <div className="text-end">
      <time
        dateTime={now.toISOString()}
        className="block font-bold font-digits text-7xl leading-none tabular-nums"
        suppressHydrationWarning
      >
        {formatHallTime(now, 'en', timeZone)}
      </time>
      <InTurn className="mt-2 text-[1.75rem] text-muted-foreground leading-none">
        <Day now={now} timeZone={timeZone} />
      </InTurn>
    </div>
  );
}

function Day({ now, timeZone }: { now: Date; timeZone: string }) {
  return formatHallDay(now, useLocale(), timeZone);
}

/** "Open", and until when: the first language very large, the others beneath. */
function OpenWords({ board: { hall, nextChange }, first }: { board: BoardView; first: boolean }) {
  const t = useTranslations('display');
  const door = useTranslations('doorSign');
  const locale = useLocale();
  const { at, serverOffsetMs } = useSpeaking();
  const now = new Date(useStep(10_000, at, serverOffsetMs) * 10_000);
  const when = nextChange ? formatHallChange(nextChange.at, now, locale, hall.timeZone) : null;
  return (
    <>
      <p className={cn('font-bold leading-tight', first ? 'text-[7.5rem]' : 'text-5xl')}>
        {t(hall.open ? 'open' : 'closed')}
      </p>
      {when ? (
        <p className={cn('leading-tight', first ? 'font-semibold text-5xl' : 'text-3xl')}>
          {door(hall.open ? 'until' : 'opens', { when })}
        </p>
      ) : null}
    </>
  );
}

/** How many wait and how long somebody who comes now would, for the service that takes longest. */
function Waits({ board, known }: { board: BoardView; known: boolean }) {
  const estimates = board.services.flatMap(({ estimate }) => estimate ?? []);
  const longest = estimates.length > 0 ? estimates.reduce((a, b) => (b.p90Seconds > a.p90Seconds ? b : a)) : null;
  return (
    <div className="grid grid-cols-2 gap-8">
      <section className="rounded-xl bg-surface px-8 py-6">
        <h2 className="flex items-center gap-4 text-[2.25rem] leading-tight">
          <UsersRound aria-hidden="true" className="size-10 shrink-0 text-primary" />
          <InTurn>
            <Word text="waiting" />
          </InTurn>
        </h2>
        <p className="mt-2 font-bold font-digits text-8xl tabular-nums leading-none">{known ? board.waiting : '–'}</p>
      </section>
      <section className="rounded-xl bg-surface px-8 py-6">
        <h2 className="text-[2.25rem] leading-tight">
          <InTurn>
            <Word text="estimate" />
          </InTurn>
        </h2>
        <p className="mt-2 font-bold text-5xl leading-tight">
          <InTurn>
            <Estimate estimate={known ? longest : null} />
          </InTurn>
        </p>
      </section>
    </div>
  );
}

function Estimate({ estimate }: { estimate: BoardView['services'][number]['estimate'] }) {
  return useEstimateText()(estimate);
}

function Age({ offline, ageSeconds }: { offline: boolean; ageSeconds: number }) {
  const t = useTranslations('common.connection');
  return t(offline ? 'offline' : 'stale', { age: formatDuration(ageSeconds) });
}
