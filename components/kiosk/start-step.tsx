'use client';

import { CloudOff, DoorClosed, Unplug } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import type { Locale } from '@/lib/core/locale';
import { localeNames } from '@/lib/i18n/config';
import { formatHallChange } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import type { BoardView } from '@/lib/realtime/contract';
import { EachLanguage, type EveryMessage } from './each-language';
import { KioskStepFrame } from './kiosk-frame';

function Words({ text }: { text: 'welcome' | 'offline' | 'closed' | 'askUs' }) {
  return useTranslations('kiosk')(text);
}

/** The first question: the language, each in itself. */
export function StartStep({
  languages,
  messages,
  speech,
  onChoose,
}: {
  languages: readonly Locale[];
  messages: EveryMessage;
  speech: string;
  onChoose: (locale: Locale) => void;
}) {
  return (
    <KioskStepFrame
      speech={speech}
      title={
        <EachLanguage languages={languages} messages={messages}>
          <Words text="welcome" />
        </EachLanguage>
      }
    >
      {languages.map((locale) => (
        <Button
          key={locale}
          lang={locale}
          size="kiosk"
          className="min-h-40! text-5xl!"
          onClick={() => onChoose(locale)}
          block
        >
          {localeNames[locale]}
        </Button>
      ))}
    </KioskStepFrame>
  );
}

/** No number can be had here just now: why, and where instead. */
export function RestingKiosk({
  why,
  board,
  at,
  languages,
  messages,
}: {
  why: 'offline' | 'closed';
  board: BoardView;
  at: string;
  languages: readonly Locale[];
  messages: EveryMessage;
}) {
  const Icon = why === 'offline' ? CloudOff : DoorClosed;
  return (
    <section
      role={why === 'offline' ? 'alert' : undefined}
      className="flex flex-1 flex-col items-center justify-center gap-10 text-center"
    >
      <Icon
        aria-hidden="true"
        className={why === 'offline' ? 'size-56 text-danger' : 'size-56 text-muted-foreground'}
      />
      <h1 className="space-y-6 font-bold text-5xl leading-tight">
        <EachLanguage languages={languages} messages={messages}>
          <Words text={why} />
          {why === 'closed' ? <OpensAt board={board} at={at} /> : null}
        </EachLanguage>
      </h1>
    </section>
  );
}

function OpensAt({ board, at }: { board: BoardView; at: string }) {
  const t = useTranslations('kiosk');
  const locale = useLocale();
  const change = board.nextChange;
  if (!change?.opens) return null;
  return (
    <span className="block font-normal text-4xl text-muted-foreground">
      {t('opensAt', { time: formatHallChange(change.at, new Date(at), locale, board.hall.timeZone) })}
    </span>
  );
}

/** Nobody's kiosk yet. */
export function UnpairedKiosk() {
  const t = useTranslations('kiosk');
  return (
    <section className="flex flex-1 flex-col items-center justify-center gap-8 text-center">
      <Unplug aria-hidden="true" className="size-40 text-muted-foreground" />
      <h1 className="font-bold text-5xl">{t('unpaired')}</h1>
      <ButtonLink href="/screens/pair" size="xl">
        {t('pair')}
      </ButtonLink>
    </section>
  );
}

/** The name of the hall and the way to a person, at every step; with `languages` in each of them. */
export function KioskHeader({
  board,
  languages,
  messages,
}: {
  board: BoardView;
  languages?: readonly Locale[];
  messages: EveryMessage;
}) {
  const locale = useLocale();
  return (
    <header className="flex items-baseline justify-between gap-8 border-border border-b-2 pb-4">
      <p className="min-w-0 truncate font-semibold text-3xl">{localName(board.hall.names, locale)}</p>
      <p className="shrink-0 text-end text-2xl text-muted-foreground">
        {languages ? (
          <EachLanguage languages={languages} messages={messages}>
            <Words text="askUs" />
          </EachLanguage>
        ) : (
          <Words text="askUs" />
        )}
      </p>
    </header>
  );
}
