'use client';

import { Unplug, Volume2 } from 'lucide-react';
import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import { useLiveView } from '@/components/live/use-live-view';
import type { Locale } from '@/lib/core/locale';
import { defaultLocale, isLocale } from '@/lib/i18n/config';
import { localName } from '@/lib/i18n/local-name';
import type { BoardView } from '@/lib/realtime/contract';
import type { Snapshot } from '@/lib/realtime/freshness';
import { callLayout } from './call-layout';
import { BeingServed, CalledGrid, NewestCall, type Shown } from './called-numbers';
import { CampaignStrip } from './campaign-strip';
import { HallHeader, OpenState } from './hall-header';
import {
  type DisplayMessages,
  Everywhere,
  HallLanguages,
  InLanguage,
  InTurn,
  Say,
  useSpeaking,
} from './hall-languages';
import { OverLimit } from './over-limit';
import { useAnnouncements } from './use-announcements';
import { usePairing } from './use-pairing';
import { useStep } from './use-step';
import { useUnattended } from './use-unattended';
import { NextInLine, ServiceWaits, WaitsInTurn } from './waits';

/** The board of a hall on a large screen that nobody looks after. */
export function LobbyDisplay({
  hall,
  initial,
  paired,
  build,
  zone,
  messages,
}: {
  /** Slug. */
  hall: string;
  initial: Snapshot<BoardView>;
  /** Whether this device is paired with the hall, and so may say what it showed and spoke. */
  paired: boolean;
  /** The build that rendered the page: with another one the display loads itself anew. */
  build: string;
  /** Code of the zone of which it shows the queue; null for the whole hall. */
  zone: string | null;
  messages: DisplayMessages;
}) {
  const { data, at, connection, ageSeconds, serverOffsetMs, shouldReload, acknowledge } = useLiveView({
    hall,
    view: 'board',
    id: zone ?? undefined,
    initial,
    build,
    screen: 'display',
  });
  const board = data ?? initial.data;
  const languageList = board.hall.languages.filter(isLocale).join();
  const languages = useMemo(
    () => (languageList ? (languageList.split(',') as Locale[]) : [defaultLocale]),
    [languageList],
  );
  const displayed = useMemo(() => new Set(board.calls.map(({ number }) => number)), [board.calls]);
  const { current, muted, unmute, refused, idle } = useAnnouncements({
    hallId: board.hall.id,
    languages,
    letters: board.services.map(({ letter }) => letter),
    calls: board.announcements,
    displayed,
    serverOffsetMs,
    acknowledge: paired ? acknowledge : undefined,
  });
  useUnattended({ shouldReload, idle });
  usePairing(paired);

  const recalls = new Set(board.announcements.filter(({ kind }) => kind === 'recall').map(({ number }) => number));
  const called = board.calls
    .filter(({ state }) => state === 'called')
    .map(({ number, counterNumber }): Shown => ({ number, counterNumber, recall: recalls.has(number) }));
  const newest: Shown | undefined = current ? { ...current, recall: current.kind === 'recall' } : called[0];
  const others = called.filter(({ number }) => number !== newest?.number);
  // A call that waited for its turn to be spoken may be served already: it stands in one place, the large one.
  const served = board.calls.filter(({ state, number }) => state === 'serving' && number !== newest?.number);
  const layout = callLayout(others.length + (newest ? 1 : 0));
  const wall = layout.kind === 'wall';
  const sorry = board.overLimit.length > 0;

  return (
    <HallLanguages languages={languages} messages={messages} at={at ?? initial.at} serverOffsetMs={serverOffsetMs}>
      <main
        lang={languages[0]}
        data-theme="display"
        className="fixed inset-0 flex flex-col gap-5 overflow-hidden bg-background p-6 text-foreground"
      >
        <HallHeader board={board} connection={connection} ageSeconds={ageSeconds} />
        <div className="flex min-h-0 flex-1 gap-6">
          <section aria-labelledby="calling" className="flex min-w-0 flex-1 flex-col gap-3">
            <h2 id="calling" className={wall ? 'sr-only' : 'font-semibold text-4xl leading-none'}>
              <Everywhere>
                <Say text="nowCalling" />
              </Everywhere>
            </h2>
            {newest === undefined ? <NobodyCalled board={board} /> : null}
            {newest && layout.kind === 'hero' ? (
              <NewestCall key={current?.id ?? newest.number} call={newest} announcing={current !== undefined} />
            ) : null}
            <CalledGrid
              calls={layout.kind === 'hero' || !newest ? others : [newest, ...others].slice(0, 24)}
              layout={layout}
              newest={newest?.number}
              announcing={current !== undefined}
            />
            <BeingServed calls={served} rows={layout.servingRows} />
          </section>
          {wall ? null : (
            <div className="flex w-[37rem] shrink-0 flex-col gap-3">
              <NextInLine next={board.next} />
              <ServiceWaits services={board.services} />
            </div>
          )}
        </div>
        <footer className="flex h-24 items-stretch gap-6">
          {sorry ? <OverLimit waits={board.overLimit} most={wall ? 2 : 4} /> : null}
          {wall ? (
            <WaitsInTurn board={board} narrow={sorry} />
          ) : board.campaigns.length > 0 ? (
            <CampaignStrip campaigns={board.campaigns} quiet={sorry} />
          ) : (
            <Greeting board={board} quiet={sorry} />
          )}
        </footer>
        {muted ? <UnmuteButton onTap={unmute} /> : null}
        {paired && !refused ? null : (
          <p className="absolute end-6 bottom-0.5 flex items-center gap-2 text-base text-muted-foreground leading-tight">
            <Unplug aria-hidden="true" className="size-4" />
            <Everywhere>
              <Say text="unpaired" />
            </Everywhere>
          </p>
        )}
      </main>
    </HallLanguages>
  );
}

/** In place of the large number: where to look, or when the hall opens. */
function NobodyCalled({ board }: { board: BoardView }) {
  const { languages, at, serverOffsetMs } = useSpeaking();
  const now = new Date(useStep(1_000, at, serverOffsetMs) * 1_000);
  const closed = !board.hall.open && board.waiting === 0;
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-3 rounded-xl border-2 border-border border-dashed text-center">
      {languages.map((locale, i) => (
        <p
          key={locale}
          lang={locale}
          className={i === 0 ? 'font-semibold text-6xl leading-tight' : 'text-4xl text-muted-foreground leading-tight'}
        >
          <InLanguage locale={locale}>
            {closed ? <OpenState board={board} now={now} /> : <Say text="noCall" />}
          </InLanguage>
        </p>
      ))}
    </div>
  );
}

/** The hall's own greeting, where its campaigns stand while it has any. */
function Greeting({ board, quiet }: { board: BoardView; quiet: boolean }) {
  return (
    <section
      aria-labelledby="greeting"
      className={
        quiet
          ? 'flex w-[37rem] shrink-0 items-center justify-center rounded-xl bg-surface-sunken px-6 text-3xl'
          : 'flex flex-1 items-center justify-center rounded-xl bg-surface-sunken px-6 text-[2.75rem]'
      }
    >
      <h2 id="greeting" className="min-w-0 text-center leading-tight">
        <InTurn>
          <Welcome names={board.hall.names} />
        </InTurn>
      </h2>
    </section>
  );
}

function Welcome({ names }: { names: Record<string, string> }) {
  const locale = useLocale();
  return (
    <span className="line-clamp-2 block">
      <Say text="welcome" values={{ hall: localName(names, locale) }} />
    </span>
  );
}

function UnmuteButton({ onTap }: { onTap: () => void }) {
  return (
    <button
      type="button"
      onClick={onTap}
      className="absolute bottom-28 left-1/2 flex min-h-kiosk -translate-x-1/2 items-center gap-5 rounded-xl bg-foreground px-8 py-4 font-semibold text-[1.75rem] text-background shadow-overlay"
    >
      <Volume2 aria-hidden="true" className="size-12" />
      <Everywhere className="flex-nowrap whitespace-nowrap [&>span+span]:text-background">
        <Say text="soundOff" />
      </Everywhere>
    </button>
  );
}
