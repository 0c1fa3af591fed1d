'use client';

import { ALargeSmall, ArrowLeft, Contrast, RotateCcw, Volume2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import type { Locale } from '@/lib/core/locale';
import { EachLanguage, type EveryMessage } from './each-language';

/** What a person at the kiosk has switched on for himself; the next one begins without. */
export interface Comfort {
  large: boolean;
  contrast: boolean;
  aloud: boolean;
}

/**
 * One step: what it is about above, all that is touched in the lower half, where also somebody in a wheelchair reaches
 * it. The heading takes the focus, so that a screen reader begins there, and says `speech` where reading aloud is on.
 */
export function KioskStepFrame({
  title,
  speech,
  intro,
  focusTitle = true,
  children,
}: {
  title: ReactNode;
  speech?: string;
  /** Below the heading. */
  intro?: ReactNode;
  /** False where a field takes the focus instead. */
  focusTitle?: boolean;
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focusTitle) heading.current?.focus();
  }, [focusTitle]);
  return (
    <>
      <section className="flex min-h-0 flex-[2] flex-col justify-center gap-5 overflow-hidden">
        <h1
          ref={heading}
          tabIndex={-1}
          data-speech={speech}
          className="text-balance font-bold text-6xl leading-tight outline-none"
        >
          {title}
        </h1>
        {intro}
      </section>
      <section className="flex min-h-0 flex-[3] flex-col overflow-y-auto p-1">
        <div className="mt-auto flex flex-col gap-6">{children}</div>
      </section>
    </>
  );
}

function ComfortTitle() {
  return useTranslations('kiosk.comfort')('title');
}

/** What a comfort is called, and why it cannot be had here. */
function ComfortName({ comfort, disabled }: { comfort: keyof Comfort; disabled: boolean }) {
  const t = useTranslations('kiosk.comfort');
  return (
    <>
      {t(comfort)}
      {disabled ? <span className="block font-normal text-base">{t('noVoice')}</span> : null}
    </>
  );
}

/**
 * The bar at the bottom: back, start over with the seconds that are left, and the three comforts. With `languages` these
 * are named in each of them, for people who have not chosen one yet.
 */
export function KioskBar({
  comfort,
  onComfort,
  canRead,
  left,
  languages,
  messages,
  onBack,
  onRestart,
}: {
  comfort: Comfort;
  onComfort: (comfort: Comfort) => void;
  /** The device has a voice for the language. */
  canRead: boolean;
  left: number | null;
  languages?: readonly Locale[];
  messages: EveryMessage;
  onBack?: () => void;
  onRestart?: () => void;
}) {
  const t = useTranslations('kiosk');
  const switches = [
    { key: 'large', icon: ALargeSmall, disabled: false },
    { key: 'contrast', icon: Contrast, disabled: false },
    { key: 'aloud', icon: Volume2, disabled: !canRead },
  ] as const;
  return (
    <footer className="space-y-4">
      {onRestart ? (
        <div className="flex gap-4">
          {onBack ? (
            <Button size="kiosk" variant="secondary" className="min-h-20! flex-1" onClick={onBack}>
              <ArrowLeft aria-hidden="true" className="size-8" />
              {t('back')}
            </Button>
          ) : null}
          <Button size="kiosk" variant="secondary" className="min-h-20! flex-1" onClick={onRestart}>
            <RotateCcw aria-hidden="true" className="size-8" />
            {t('restart')}
            {left === null ? null : (
              <span aria-hidden="true" className="font-normal text-muted-foreground tabular-nums">
                {t('secondsLeft', { seconds: left })}
              </span>
            )}
          </Button>
        </div>
      ) : null}
      <fieldset className="flex gap-4">
        <legend className="sr-only">
          {languages ? (
            <EachLanguage languages={languages} messages={messages}>
              <ComfortTitle />
            </EachLanguage>
          ) : (
            <ComfortTitle />
          )}
        </legend>
        {switches.map(({ key, icon: Icon, disabled }) => (
          <Button
            key={key}
            size="kiosk"
            variant={comfort[key] ? 'primary' : 'ghost'}
            aria-pressed={comfort[key]}
            disabled={disabled}
            // The voice speaks one language only.
            data-speech={t(`comfort.${key}`)}
            onClick={() => onComfort({ ...comfort, [key]: !comfort[key] })}
            className={cn(
              'min-h-20! min-w-0 flex-1 px-3 text-xl!',
              languages ? 'flex-col' : 'flex-wrap',
              comfort[key] || 'border-border-strong',
            )}
          >
            <Icon aria-hidden="true" className="size-8 shrink-0" />
            <span>
              {languages ? (
                <EachLanguage languages={languages} messages={messages}>
                  <ComfortName comfort={key} disabled={disabled} />
                </EachLanguage>
              ) : (
                <ComfortName comfort={key} disabled={disabled} />
              )}
            </span>
          </Button>
        ))}
      </fieldset>
    </footer>
  );
}

/** Asks whether anybody is still there, and counts down in sight. */
export function TimeOutDialog({ left, onMore, onEnd }: { left: number; onMore: () => void; onEnd: () => void }) {
  const t = useTranslations('kiosk.timeOut');
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
  }, []);
  return (
    <dialog
      ref={ref}
      aria-labelledby="time-out-title"
      aria-describedby="time-out-hint"
      onCancel={(event) => {
        event.preventDefault();
        onMore();
      }}
      className="m-auto mb-[24vh] w-[56rem] max-w-[92vw] rounded-xl border-4 border-primary bg-surface p-10 text-center text-foreground shadow-overlay"
    >
      <h2 id="time-out-title" className="font-bold text-5xl leading-tight">
        {t('title')}
      </h2>
      <p id="time-out-hint" className="mt-3 text-3xl text-muted-foreground">
        {t('hint')}
      </p>
      <p aria-hidden="true" className="my-6 font-bold font-digits text-[9rem] text-primary leading-none tabular-nums">
        {left}
      </p>
      <div className="flex flex-col gap-4">
        <Button size="kiosk" block className="min-h-24! text-3xl!" autoFocus onClick={onMore}>
          {t('more')}
        </Button>
        <Button size="kiosk" block variant="secondary" className="min-h-20!" onClick={onEnd}>
          {t('end')}
        </Button>
      </div>
    </dialog>
  );
}
