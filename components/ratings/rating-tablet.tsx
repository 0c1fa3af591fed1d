'use client';

import { Angry, Frown, Heart, Laugh, type LucideIcon, Meh, Smile } from 'lucide-react';
import { type Messages, NextIntlClientProvider, useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useUnattended } from '@/components/display/use-unattended';
import { callApi } from '@/components/live/call-api';
import { ConnectionBanner } from '@/components/live/connection-banner';
import { useLiveView } from '@/components/live/use-live-view';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Chip } from '@/components/ui/chip';
import type { Locale } from '@/lib/core/locale';
import { RATING_REASONS, type RatingReason } from '@/lib/ratings/rating';
import type { RatingDevice } from '@/lib/ratings/schema';

/** Who has tapped a face and goes away has rated all the same. */
const sendAfterMs = 15_000;
const thanksMs = 5_000;
/** Several changes of the hall in one moment cost one question. */
const gatherMs = 300;

const faces: { score: number; icon: LucideIcon }[] = [
  { score: 5, icon: Laugh },
  { score: 4, icon: Smile },
  { score: 3, icon: Meh },
  { score: 2, icon: Frown },
  { score: 1, icon: Angry },
];

const names: Record<Locale, string> = { 'zh-CN': '中文', en: 'English', es: 'Español' };

/** The tablet at a counter: asks the customer who was finished there, in the language of his choice, and rests. */
export function RatingTablet({
  hall,
  languages,
  paired,
  messages,
}: {
  /** Slug. */
  hall: string;
  languages: readonly Locale[];
  paired: boolean;
  messages: Record<Locale, Partial<Messages>>;
}) {
  const usual = languages[0] ?? 'zh-CN';
  const [locale, setLocale] = useState<Locale>(usual);
  const board = useLiveView({ hall, view: 'board', screen: 'rating' });
  const [device, setDevice] = useState<RatingDevice>();
  /** The ticket whose customer was thanked. */
  const [thanked, setThanked] = useState<string>();
  const [score, setScore] = useState<{ ticketId: string; score: number }>();

  const read = useCallback(async () => {
    if (!paired) return;
    const answer = await callApi<RatingDevice>('GET', `/halls/${encodeURIComponent(hall)}/rating-device`);
    if (answer.ok) setDevice(answer.value);
  }, [hall, paired]);
  const { version } = board;
  const seen = useRef(-1);
  useEffect(() => {
    if (seen.current === version) return;
    const soon = setTimeout(() => {
      seen.current = version;
      void read();
    }, gatherMs);
    return () => clearTimeout(soon);
  }, [read, version]);

  const ticket = device?.ticket ?? null;
  // The three minutes end by themselves.
  useEffect(() => {
    if (!ticket) return;
    const left = Date.parse(ticket.until) - Date.parse(device?.at ?? ticket.until);
    const over = setTimeout(read, Math.max(0, left) + gatherMs);
    return () => clearTimeout(over);
  }, [ticket, device?.at, read]);

  const stage = !paired
    ? 'unpaired'
    : device === undefined
      ? 'loading'
      : device.counterNumber === null
        ? 'place'
        : thanked
          ? 'thanks'
          : ticket === null
            ? 'idle'
            : score?.ticketId === ticket.id
              ? 'reasons'
              : 'faces';

  // The next customer is asked in the hall's own language again.
  useEffect(() => {
    if (stage === 'idle') setLocale(usual);
  }, [stage, usual]);
  useEffect(() => {
    if (!thanked) return;
    const rest = setTimeout(() => setThanked(undefined), thanksMs);
    return () => clearTimeout(rest);
  }, [thanked]);
  const idle = useCallback(() => stage !== 'faces' && stage !== 'reasons', [stage]);
  useUnattended({ shouldReload: board.shouldReload, idle });

  const send = async (given: { ticketId: string; score: number }, reasons: readonly RatingReason[]) => {
    const answer = await callApi('POST', `/halls/${encodeURIComponent(hall)}/rating-device/rating`, {
      ...given,
      reasons,
    });
    if (answer.ok) setThanked(given.ticketId);
    setScore(undefined);
    await read();
  };

  return (
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="UTC">
      <main lang={locale} className="flex min-h-dvh flex-col gap-4 bg-background p-6">
        <ConnectionBanner connection={board.connection} ageSeconds={board.ageSeconds} />
        <nav className="flex justify-end gap-2" aria-label={names[locale]}>
          {languages.map((one) => (
            <Button
              key={one}
              lang={one}
              variant={one === locale ? 'soft' : 'ghost'}
              aria-pressed={one === locale}
              onClick={() => setLocale(one)}
            >
              {names[one]}
            </Button>
          ))}
        </nav>
        <div className="flex flex-1 flex-col items-center justify-center gap-10 text-center">
          {stage === 'unpaired' ? <Unpaired /> : null}
          {stage === 'place' && device ? <Place hall={hall} counters={device.counters} onDone={read} /> : null}
          {stage === 'idle' ? <Welcome /> : null}
          {stage === 'faces' && ticket ? (
            <Faces number={ticket.number} onChoose={(chosen) => setScore({ ticketId: ticket.id, score: chosen })} />
          ) : null}
          {stage === 'reasons' && score ? (
            <Reasons
              key={score.ticketId}
              score={score.score}
              onBack={() => setScore(undefined)}
              onSend={(reasons) => send(score, reasons)}
            />
          ) : null}
          {stage === 'thanks' ? <Thanks /> : null}
        </div>
        {device?.counterNumber ? <CounterName number={device.counterNumber} /> : null}
      </main>
    </NextIntlClientProvider>
  );
}

function CounterName({ number }: { number: number }) {
  const t = useTranslations('rating');
  return <p className="text-center text-muted-foreground">{t('counter', { number })}</p>;
}

function Unpaired() {
  const t = useTranslations('rating');
  return (
    <>
      <h1 className="font-bold text-4xl">{t('unpaired')}</h1>
      <ButtonLink href="/screens/pair" size="xl">
        {t('pair')}
      </ButtonLink>
    </>
  );
}

function Place({ hall, counters, onDone }: { hall: string; counters: readonly number[]; onDone: () => Promise<void> }) {
  const t = useTranslations('rating');
  const [pending, setPending] = useState<number>();
  const put = async (counterNumber: number) => {
    setPending(counterNumber);
    await callApi('POST', `/halls/${encodeURIComponent(hall)}/rating-device/counter`, { counterNumber });
    await onDone();
    setPending(undefined);
  };
  return (
    <>
      <h1 className="font-bold text-4xl">{t('place')}</h1>
      <p className="text-muted-foreground text-xl">{t('placeHint')}</p>
      <ul className="flex max-w-3xl flex-wrap justify-center gap-3">
        {counters.map((number) => (
          <li key={number}>
            <Button
              size="kiosk"
              variant="secondary"
              pending={pending === number}
              aria-label={t('counter', { number })}
              onClick={() => put(number)}
              className="min-w-20"
            >
              {number}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Welcome() {
  const t = useTranslations('rating');
  return (
    <>
      <Smile aria-hidden="true" className="size-28 text-primary" strokeWidth={1.25} />
      <h1 className="font-bold text-5xl">{t('welcome')}</h1>
      <p className="text-2xl text-muted-foreground">{t('welcomeHint')}</p>
    </>
  );
}

function Faces({ number, onChoose }: { number: string; onChoose: (score: number) => void }) {
  const t = useTranslations('rating');
  return (
    <>
      <h1 className="font-bold text-5xl">{t('ask', { number })}</h1>
      <ul className="grid w-full max-w-5xl grid-cols-5 gap-4">
        {faces.map(({ score, icon: Icon }) => (
          <li key={score}>
            <button
              type="button"
              onClick={() => onChoose(score)}
              className="flex h-full min-h-48 w-full flex-col items-center justify-center gap-3 rounded-2xl border-2 border-border-strong bg-surface p-3 shadow-card transition-colors hover:border-primary hover:bg-primary-soft"
            >
              <Icon aria-hidden="true" className="size-24 text-primary" strokeWidth={1.5} />
              <span className="font-semibold text-xl leading-tight">{t(`face.${score as 1 | 2 | 3 | 4 | 5}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Reasons({
  score,
  onBack,
  onSend,
}: {
  score: number;
  onBack: () => void;
  onSend: (reasons: readonly RatingReason[]) => Promise<void>;
}) {
  const t = useTranslations('rating');
  const [chosen, setChosen] = useState<readonly RatingReason[]>([]);
  const [pending, setPending] = useState(false);
  const latest = useRef({ onSend });
  useEffect(() => {
    latest.current = { onSend };
  });
  const send = async () => {
    setPending(true);
    await onSend(chosen);
  };
  // Each tap gives more time.
  useEffect(() => {
    const gone = setTimeout(() => void latest.current.onSend(chosen), sendAfterMs);
    return () => clearTimeout(gone);
  }, [chosen]);
  return (
    <>
      <h1 className="font-bold text-4xl">{score >= 4 ? t('whatPleased') : t('whatBetter')}</h1>
      <div className="flex max-w-4xl flex-wrap justify-center gap-3">
        {RATING_REASONS.map((reason) => (
          <Chip
            key={reason}
            size="kiosk"
            pressed={chosen.includes(reason)}
            onPressedChange={(on) => setChosen(on ? [...chosen, reason] : chosen.filter((other) => other !== reason))}
          >
            {t(`reason.${reason}`)}
          </Chip>
        ))}
      </div>
      <div className="flex gap-4">
        <Button size="kiosk" variant="ghost" onClick={onBack}>
          {t('back')}
        </Button>
        <Button size="kiosk" pending={pending} onClick={send}>
          {t('send')}
        </Button>
      </div>
    </>
  );
}

function Thanks() {
  const t = useTranslations('rating');
  return (
    <div role="status" className="flex flex-col items-center gap-8">
      <Heart aria-hidden="true" className="size-28 text-primary" strokeWidth={1.25} />
      <p className="font-bold text-5xl">{t('thanks')}</p>
      <p className="text-2xl text-muted-foreground">{t('farewell')}</p>
    </div>
  );
}
