'use client';

import { type Messages, NextIntlClientProvider, useTranslations } from 'next-intl';
import { createContext, type ReactNode, use } from 'react';
import { cn } from '@/components/ui/class-names';
import type { Locale } from '@/lib/core/locale';
import { useStep } from './use-step';

/** What the display says, in every language of the product: a hall's choice of languages may change while it runs. */
export type DisplayMessages = Record<Locale, Partial<Messages>>;

type Speaking = { languages: Locale[]; messages: DisplayMessages; at: string; serverOffsetMs: number };

const SpeakingContext = createContext<Speaking | undefined>(undefined);

const languageMs = 8_000;

/** Lets everything below speak the hall's languages. */
export function HallLanguages({ children, ...speaking }: Speaking & { children: ReactNode }) {
  return <SpeakingContext value={speaking}>{children}</SpeakingContext>;
}

export function useSpeaking(): Speaking {
  const speaking = use(SpeakingContext);
  if (!speaking) throw new Error('Only inside <HallLanguages>.');
  return speaking;
}

/** What is inside is said in one language, whatever the language of the page is. */
export function InLanguage({ locale, children }: { locale: Locale; children: ReactNode }) {
  const { messages } = useSpeaking();
  return (
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  );
}

/** The same in all languages of the hall, beside each other: the first one strong, for short texts. */
export function Everywhere({ className, children }: { className?: string; children: ReactNode }) {
  const { languages } = useSpeaking();
  return (
    <span className={cn('flex flex-wrap items-baseline gap-x-[0.7em]', className)}>
      {languages.map((locale, i) => (
        <span
          key={locale}
          lang={locale}
          className={i > 0 ? 'font-medium text-[0.78em] text-muted-foreground' : undefined}
        >
          <InLanguage locale={locale}>{children}</InLanguage>
        </span>
      ))}
    </span>
  );
}

/**
 * One language after the other in the same place, for longer texts. All of them are laid out and one is seen, so that
 * nothing moves when they change.
 */
export function InTurn({ className, children }: { className?: string; children: ReactNode }) {
  const { languages, at, serverOffsetMs } = useSpeaking();
  const turn = useStep(languageMs, at, serverOffsetMs) % Math.max(1, languages.length);
  return (
    <span className={cn('grid', className)}>
      {languages.map((locale, i) => (
        <span
          key={locale}
          lang={locale}
          aria-hidden={i !== turn}
          className={cn('min-w-0 [grid-area:1/1]', i !== turn && 'invisible')}
        >
          <InLanguage locale={locale}>{children}</InLanguage>
        </span>
      ))}
    </span>
  );
}

type TextKey = keyof Messages['display'];

/** A text of the display in the language of where it stands. */
export function Say({ text, values }: { text: TextKey; values?: Record<string, string | number> }) {
  const t = useTranslations('display');
  return t(text, values as never);
}
