'use client';

import { type Messages, NextIntlClientProvider } from 'next-intl';
import { type FocusEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { usePairing } from '@/components/display/use-pairing';
import { useUnattended } from '@/components/display/use-unattended';
import { ConnectionBanner } from '@/components/live/connection-banner';
import { useLiveView } from '@/components/live/use-live-view';
import type { Locale } from '@/lib/core/locale';
import { defaultLocale, isLocale, localeNames } from '@/lib/i18n/config';
import type { KioskChoices } from '@/lib/kiosk/schema';
import type { BoardView } from '@/lib/realtime/contract';
import type { Snapshot } from '@/lib/realtime/freshness';
import { CodeStep, FoundStep } from './code-step';
import { ConfirmStep } from './confirm-step';
import { type Comfort, KioskBar, TimeOutDialog } from './kiosk-frame';
import { asksForZone, localeOf } from './kiosk-visit';
import { NumberStep } from './number-step';
import { ServiceStep, ZoneStep } from './service-step';
import { KioskHeader, RestingKiosk, StartStep, UnpairedKiosk } from './start-step';
import { useKiosk } from './use-kiosk';
import { useKioskLock } from './use-kiosk-lock';
import { useReadAloud } from './use-read-aloud';
import { useTimeOut } from './use-time-out';

/** Untouched for so long, the kiosk goes back to its start; twice as long for whoever reads large or listens. */
const patienceSeconds = 60;
/** In the last seconds it asks whether anybody is there. */
const askSeconds = 15;
const plain: Comfort = { large: false, contrast: false, aloud: false };
const largeType = 1.25;

const codes = (services: readonly { code: string }[]) => services.map(({ code }) => code).join();

/** The kiosk of a hall. One customer after the other; nothing of the one is left for the next. */
export function KioskScreen({
  hall,
  choices,
  initial,
  paired,
  build,
  origin,
  printsItself,
  ownPrinter,
  messages,
}: {
  /** Slug. */
  hall: string;
  choices: KioskChoices;
  initial: Snapshot<BoardView>;
  paired: boolean;
  build: string;
  /** Where customers reach the server. */
  origin: string;
  /** The browser was started for silent printing: paper comes with the number. */
  printsItself: boolean;
  /** The hall has set up a printer for this kiosk. */
  ownPrinter: boolean;
  messages: Record<Locale, Partial<Messages>>;
}) {
  const live = useLiveView({ hall, view: 'board', initial, build, screen: 'kiosk' });
  const board = live.data ?? initial.data;
  const languageList = board.hall.languages.filter(isLocale).join();
  const languages = useMemo(
    () => (languageList ? (languageList.split(',') as Locale[]) : [defaultLocale]),
    [languageList],
  );
  const kiosk = useKiosk({ hall, zonesAsked: asksForZone(choices.services) });
  const { step } = kiosk;
  const [comfort, setComfort] = useState(plain);
  const locale = localeOf(step) ?? languages[0] ?? defaultLocale;
  const voice = useReadAloud(locale);
  const main = useRef<HTMLElement>(null);

  const resting = live.connection === 'offline' || live.connection === 'stale' ? 'offline' : 'closed';
  const rests = step.at === 'start' && (resting === 'offline' || !board.hall.open);
  const touched = step.at !== 'start' || comfort !== plain;
  const slowly = comfort.large || comfort.aloud ? 2 : 1;

  const leave = () => {
    voice.silence();
    setComfort(plain);
    kiosk.restart();
  };
  const { left, more } = useTimeOut(touched ? patienceSeconds * slowly : null, step.at, leave);

  useKioskLock();
  usePairing(paired);
  // Services came or went: the next customer chooses from what there is now.
  const changed = codes(board.services) !== codes(choices.services);
  useUnattended({ shouldReload: live.shouldReload || changed, idle: useCallback(() => !touched, [touched]) });
  useEffect(() => {
    document.documentElement.style.setProperty('--kiosk-type', String(comfort.large ? largeType : 1));
  }, [comfort.large]);

  const read = (target: EventTarget) => {
    if (target instanceof HTMLElement)
      voice.say(target.dataset.speech ?? target.getAttribute('aria-label') ?? target.textContent ?? '');
  };
  const changeComfort = (next: Comfort) => {
    setComfort(next);
    if (comfort.aloud && !next.aloud) voice.silence();
    const heading = main.current?.querySelector('[data-speech]');
    if (!comfort.aloud && next.aloud && heading) read(heading);
  };

  const service = (code: string) => choices.services.find((one) => one.code === code);
  const perPage = comfort.large ? 6 : 8;
  return (
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="UTC">
      <main
        ref={main}
        lang={locale}
        data-theme={comfort.contrast ? 'contrast' : undefined}
        onFocus={({ target }: FocusEvent) => {
          if (comfort.aloud) read(target);
        }}
        className="fixed inset-0 flex select-none flex-col gap-6 overflow-hidden overscroll-none bg-background p-8 text-foreground"
      >
        <KioskHeader board={board} languages={step.at === 'start' ? languages : undefined} messages={messages} />
        {!paired ? <UnpairedKiosk /> : null}
        {paired && rests ? (
          <RestingKiosk
            why={resting}
            board={board}
            at={live.at ?? initial.at}
            languages={languages}
            messages={messages}
          />
        ) : null}
        {paired && !rests && resting === 'offline' ? (
          <ConnectionBanner connection={live.connection} ageSeconds={live.ageSeconds} className="text-2xl" />
        ) : null}
        {paired && !rests ? (
          <>
            {step.at === 'start' ? (
              <StartStep
                languages={languages}
                messages={messages}
                speech={languages.map((one) => localeNames[one]).join(', ')}
                onChoose={kiosk.begin}
              />
            ) : null}
            {step.at === 'zone' ? (
              <ZoneStep
                choices={choices}
                onChoose={(zoneCode) => kiosk.go({ at: 'service', locale, zoneCode, page: 0 })}
                onCode={() => kiosk.go({ at: 'code', locale, text: '', pending: false, problem: null })}
              />
            ) : null}
            {step.at === 'service' ? (
              <ServiceStep
                key={step.page}
                services={choices.services.filter(
                  ({ zoneCode }) => !asksForZone(choices.services) || zoneCode === step.zoneCode,
                )}
                board={board}
                page={step.page}
                perPage={perPage}
                onPage={(page) => kiosk.go({ ...step, page })}
                onChoose={(serviceCode) =>
                  kiosk.go({
                    at: 'confirm',
                    draft: { locale, serviceCode, needs: [], customerClass: null },
                    zoneCode: step.zoneCode,
                    problem: null,
                  })
                }
                onCode={() => kiosk.go({ at: 'code', locale, text: '', pending: false, problem: null })}
              />
            ) : null}
            {step.at === 'confirm' || step.at === 'issuing' ? (
              <ConfirmStep
                draft={step.draft}
                choices={choices}
                board={board}
                pending={step.at === 'issuing'}
                problem={step.at === 'confirm' ? step.problem : null}
                onDraft={(draft) => step.at === 'confirm' && kiosk.go({ ...step, draft, problem: null })}
                onIssue={kiosk.issue}
              />
            ) : null}
            {step.at === 'number' ? (
              <NumberStep
                hall={hall}
                number={step.given.number}
                names={service(step.given.serviceCode)?.names ?? {}}
                zoneNames={
                  choices.zones.find(({ code }) => code === service(step.given.serviceCode)?.zoneCode)?.names ?? null
                }
                peopleAhead={step.given.peopleAhead}
                estimate={step.given.estimate}
                papers={service(step.given.serviceCode)?.papers ?? []}
                followUrl={`${origin}/t/${step.given.token}`}
                print={step.given.id}
                printsItself={printsItself || ownPrinter}
                ownPrinter={ownPrinter}
                onDone={leave}
              />
            ) : null}
            {step.at === 'code' ? (
              <CodeStep
                text={step.text}
                letters={[...new Set(board.services.map(({ letter }) => letter))]}
                pending={step.pending}
                problem={step.problem}
                onText={(text) => kiosk.go({ ...step, text, problem: null })}
                onFind={kiosk.find}
              />
            ) : null}
            {step.at === 'found' ? (
              <FoundStep
                hall={hall}
                ownPrinter={ownPrinter}
                found={step.found}
                origin={origin}
                pending={step.pending}
                problem={step.problem}
                onCheckIn={kiosk.checkIn}
                onDone={leave}
              />
            ) : null}
          </>
        ) : null}
        {paired && !rests ? (
          <KioskBar
            comfort={comfort}
            onComfort={changeComfort}
            canRead={voice.available}
            left={left}
            languages={step.at === 'start' ? languages : undefined}
            messages={messages}
            onBack={step.at === 'start' || step.at === 'number' || step.at === 'issuing' ? undefined : kiosk.back}
            onRestart={step.at === 'start' ? undefined : leave}
          />
        ) : null}
        {left !== null && left <= askSeconds ? <TimeOutDialog left={left} onMore={more} onEnd={leave} /> : null}
      </main>
    </NextIntlClientProvider>
  );
}
