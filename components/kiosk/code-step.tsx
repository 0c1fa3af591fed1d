'use client';

import { CircleAlert, Delete, MapPinCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef } from 'react';
import type { ApiProblem } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import type { KioskTicket } from '@/lib/kiosk/schema';
import { KioskStepFrame } from './kiosk-frame';
import { NumberStep } from './number-step';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
const key = 'min-h-24! text-4xl!';

/** "I have a number": held under the scanner, which types it, or tapped in. */
export function CodeStep({
  text,
  letters,
  pending,
  problem,
  onText,
  onFind,
}: {
  text: string;
  /** With which numbers of this hall begin. */
  letters: readonly string[];
  pending: boolean;
  problem: ApiProblem | null;
  onText: (text: string) => void;
  onFind: (text: string) => void;
}) {
  const t = useTranslations('kiosk.code');
  const problemText = useProblemText();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const send = (event: FormEvent) => {
    event.preventDefault();
    onFind(text);
  };
  return (
    <KioskStepFrame
      focusTitle={false}
      title={t('title')}
      intro={<p className="text-3xl text-muted-foreground">{t('hint')}</p>}
    >
      {problem ? (
        <Banner tone="danger" assertive icon={<CircleAlert aria-hidden="true" />} className="text-2xl">
          {problem.code === 'not-found' ? t('unknown') : problemText(problem)}
        </Banner>
      ) : null}
      <form onSubmit={send} className="space-y-6">
        <input
          ref={field}
          aria-label={t('field')}
          data-speech={`${t('title')}. ${t('hint')}`}
          value={text}
          onChange={(event) => onText(event.target.value)}
          // The keys stand below; a keyboard of the device's own would lie over them.
          inputMode="none"
          autoComplete="off"
          spellCheck={false}
          maxLength={300}
          className="h-28 w-full rounded-xl border-4 border-border-strong bg-surface text-center font-bold font-digits text-6xl uppercase tracking-widest"
        />
        <fieldset className="space-y-4">
          <legend className="sr-only">{t('keys')}</legend>
          <div className="flex flex-wrap gap-4">
            {letters.map((letter) => (
              <Button
                key={letter}
                size="kiosk"
                variant="soft"
                className={`${key} flex-1`}
                onClick={() => onText(text + letter)}
              >
                {letter}
              </Button>
            ))}
          </div>
          <div className="grid grid-cols-3 gap-4">
            {digits.map((digit) => (
              <Button key={digit} size="kiosk" variant="secondary" className={key} onClick={() => onText(text + digit)}>
                {digit}
              </Button>
            ))}
            <Button
              size="kiosk"
              variant="secondary"
              className={key}
              aria-label={t('delete')}
              onClick={() => onText(text.slice(0, -1))}
            >
              <Delete aria-hidden="true" className="size-10" />
            </Button>
            <Button size="kiosk" variant="secondary" className={key} onClick={() => onText(`${text}0`)}>
              0
            </Button>
            <Button type="submit" size="kiosk" className={key} pending={pending} disabled={text.trim() === ''}>
              {t('find')}
            </Button>
          </div>
        </fieldset>
      </form>
    </KioskStepFrame>
  );
}

const known = ['booked', 'waiting', 'called', 'serving', 'held'] as const;

/** The ticket that was found: check in, or where it stands. */
export function FoundStep({
  hall,
  found,
  origin,
  pending,
  problem,
  onCheckIn,
  onDone,
  ownPrinter,
}: {
  hall: string;
  /** The hall has set up a printer for this kiosk. */
  ownPrinter: boolean;
  found: KioskTicket;
  origin: string;
  pending: boolean;
  problem: ApiProblem | null;
  onCheckIn: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('kiosk.found');
  const problemText = useProblemText();
  const { ticket, token, mayCheckIn } = found;
  const status = known.find((one) => one === ticket.status);
  return (
    <NumberStep
      key={ticket.status}
      hall={hall}
      number={ticket.number}
      names={ticket.service.names}
      zoneNames={ticket.zoneNames}
      peopleAhead={ticket.peopleAhead}
      estimate={ticket.estimate}
      papers={ticket.papers.filter(({ ready }) => !ready)}
      state={status ? t(status, { counter: ticket.counterNumber ?? 0 }) : t('over')}
      followUrl={token ? `${origin}/t/${token}` : null}
      print={token && ticket.status === 'waiting' ? token : null}
      printsItself={false}
      ownPrinter={ownPrinter}
      onDone={onDone}
    >
      {problem ? (
        <Banner tone="danger" assertive icon={<CircleAlert aria-hidden="true" />} className="text-2xl">
          {problemText(problem)}
        </Banner>
      ) : null}
      {mayCheckIn ? (
        <Button size="kiosk" block pending={pending} className="min-h-40! text-5xl!" onClick={onCheckIn}>
          <MapPinCheck aria-hidden="true" className="size-14" />
          {t('checkIn')}
        </Button>
      ) : null}
    </NumberStep>
  );
}
