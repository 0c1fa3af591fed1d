'use client';

import { Check, Printer } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { useEstimateText } from '@/components/waiting/use-estimate-text';
import { localName } from '@/lib/i18n/local-name';
import type { KioskChoices } from '@/lib/kiosk/schema';
import { type Paper, printNumber } from './print-number';

const QrCode = dynamic(() => import('@/components/ui/qr-code').then((m) => m.QrCode), {
  ssr: false,
  loading: () => <span className="size-80" />,
});

/** A number as a voice says it: sign by sign. */
export function spelled(number: string): string {
  return [...number].join(' ');
}

/** The number large, what to expect, what to have ready, and the code that takes it along on the phone. */
export function NumberStep({
  hall,
  number,
  names,
  zoneNames,
  peopleAhead,
  estimate,
  papers,
  state: said,
  followUrl,
  print,
  printsItself,
  ownPrinter,
  children,
  onDone,
}: {
  /** Slug. */
  hall: string;
  number: string;
  names: Record<string, string>;
  zoneNames: Record<string, string> | null;
  peopleAhead: number | null;
  estimate: { p50Seconds: number; p90Seconds: number } | null;
  papers: KioskChoices['needs'];
  /** What it means, in place of "your number". */
  state?: string;
  /** Address of the ticket's page; null for whoever only knows the number. */
  followUrl: string | null;
  /** Id or token to print; null where nothing is printed. */
  print: string | null;
  /** Paper comes without being asked for. */
  printsItself: boolean;
  /** The hall has set up a printer for this kiosk. */
  ownPrinter: boolean;
  /** What can be done with it. */
  children?: ReactNode;
  onDone: () => void;
}) {
  const t = useTranslations('kiosk');
  const locale = useLocale();
  const estimateText = useEstimateText();
  const state = said ?? t('yourNumber');
  const heading = useRef<HTMLHeadingElement>(null);
  const [printing, setPrinting] = useState<'no' | 'asked' | Paper>('no');
  const ahead = peopleAhead === null ? null : t('ahead', { count: peopleAhead });
  const wait = peopleAhead === null ? null : t('wait', { estimate: estimateText(estimate) });
  const service = localName(names, locale);
  // A zone that is called like its service would only say the same twice.
  const zone = zoneNames ? localName(zoneNames, locale) : null;
  const bring = papers.map((paper) => localName(paper.names, locale));

  const askForPaper = async () => {
    if (!print) return;
    setPrinting('asked');
    setPrinting(await printNumber(hall, print, ownPrinter));
  };
  const first = useRef({ askForPaper, prints: printsItself && print !== null });
  useEffect(() => {
    heading.current?.focus();
    if (first.current.prints) void first.current.askForPaper();
  }, []);

  return (
    <section className="flex min-h-0 flex-1 flex-col gap-6 overflow-y-auto p-1">
      <div className="flex flex-1 flex-col items-center justify-center gap-4 rounded-xl border-4 border-primary bg-surface p-8 text-center shadow-card">
        <h1
          ref={heading}
          tabIndex={-1}
          data-speech={[state, spelled(number), ahead, wait, bring.length > 0 && `${t('bring')}: ${bring.join(', ')}`]
            .filter(Boolean)
            .join('. ')}
          className="outline-none"
        >
          <span className="block text-4xl">{state}</span>
          <span className="block font-bold font-digits text-[14rem] text-primary leading-none tabular-nums">
            {number}
          </span>
        </h1>
        <p className="font-semibold text-4xl">{service}</p>
        {zone && zone !== service ? <p className="text-3xl text-muted-foreground">{zone}</p> : null}
        {ahead ? <p className="text-4xl">{ahead}</p> : null}
        {wait ? <p className="text-4xl">{wait}</p> : null}
      </div>
      <div className="flex items-start gap-8">
        <div className="min-w-0 flex-1 space-y-4">
          {bring.length > 0 ? (
            <>
              <h2 className="font-semibold text-3xl">{t('bring')}</h2>
              <ul className="list-disc ps-9 text-3xl">
                {bring.map((paper) => (
                  <li key={paper}>{paper}</li>
                ))}
              </ul>
            </>
          ) : null}
          {followUrl ? <p className="text-2xl text-muted-foreground">{t('scan')}</p> : null}
        </div>
        {followUrl ? (
          <QrCode text={followUrl} label={t('scan')} className="size-80 shrink-0 rounded-xl bg-white p-4 text-black" />
        ) : null}
      </div>
      {printing === 'failed' ? (
        <Banner tone="danger" assertive className="text-2xl">
          {ownPrinter ? t('showNumber') : t('printFailed')}
        </Banner>
      ) : null}
      {printing === 'printed' ? (
        <Banner tone="success" className="text-2xl">
          {t('takeSlip')}
        </Banner>
      ) : null}
      {children}
      <div className="flex gap-6">
        {print ? (
          <Button
            size="kiosk"
            variant="secondary"
            pending={printing === 'asked'}
            className="min-h-28! flex-1 text-3xl!"
            onClick={askForPaper}
          >
            <Printer aria-hidden="true" className="size-10" />
            {t('print')}
          </Button>
        ) : null}
        <Button size="kiosk" className="min-h-28! flex-1 text-3xl!" onClick={onDone}>
          <Check aria-hidden="true" className="size-10" />
          {t('done')}
        </Button>
      </div>
    </section>
  );
}
