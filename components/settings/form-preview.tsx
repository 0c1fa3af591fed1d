'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { Locale } from '@/lib/core/locale';
import type { HallConfig, OpenSpan } from '@/lib/halls/hall-config';
import { opening, seconds } from '@/lib/halls/opening-hours';
import { formatHallChange } from '@/lib/i18n/hall-time';
import { secondsText, typedClock, typedSeconds } from '@/lib/settings/clock-text';
import type { FormValues } from '@/lib/settings/form-values';

/** What a preview needs to know beside what is typed. */
export type PreviewFacts =
  | { kind: 'ticket' | 'credit' | 'limits' | 'hall' }
  | { kind: 'hours'; timeZone: string; exceptions: HallConfig['exceptions']; now: string };

/** What the form as it is typed would do: shown beside it, before anything is saved. */
export function FormPreview({ facts, values }: { facts: PreviewFacts; values: FormValues }) {
  switch (facts.kind) {
    case 'ticket':
      return <TicketPreview values={values} />;
    case 'credit':
      return <CreditPreview minutes={Number(values.creditMinutes ?? 0)} />;
    case 'limits':
      return <LimitsPreview values={values} />;
    case 'hall':
      return <HallPreview values={values} />;
    case 'hours':
      return <HoursPreview facts={facts} values={values} />;
  }
}

function namesIn(values: FormValues): Record<string, string> {
  return typeof values.names === 'object' ? (values.names as Record<string, string>) : {};
}

function TicketPreview({ values }: { values: FormValues }) {
  const t = useTranslations('settingsForm.preview');
  const names = Object.entries(namesIn(values)).filter(([, name]) => name);
  const letter = String(values.letter ?? '')
    .trim()
    .toUpperCase()
    .slice(0, 1);
  return (
    <div className="rounded-xl border border-border-strong bg-surface p-4 text-center">
      <p className="text-muted-foreground text-sm">{t('ticket')}</p>
      <p className="font-bold text-5xl tabular-nums">{letter ? `${letter}001` : '–'}</p>
      {names.map(([locale, name]) => (
        <p key={locale} lang={locale} className="break-words">
          {name}
        </p>
      ))}
    </div>
  );
}

function CreditPreview({ minutes }: { minutes: number }) {
  const t = useTranslations('settingsForm.preview');
  return <p>{minutes >= 0 && minutes <= 240 ? t('credit', { minutes }) : t('wrong')}</p>;
}

function LimitsPreview({ values }: { values: FormValues }) {
  const t = useTranslations('settingsForm.preview');
  const [goal, limit, care] = ['goalSeconds', 'limitSeconds', 'careTakeSeconds'].map((name) =>
    typedSeconds(String(values[name] ?? '')),
  ) as [number, number, number];
  if (Number.isNaN(goal + limit + care) || goal > limit) return <p>{t('wrong')}</p>;
  const text = { goal: secondsText(goal), limit: secondsText(limit), care: secondsText(care) };
  return (
    <ul className="space-y-2 tabular-nums">
      <li>{t('calm', { time: text.goal })}</li>
      <li>{t('watched', { from: text.goal, to: text.limit })}</li>
      <li className="font-medium">{t('flagged', { time: text.limit, care: text.care })}</li>
    </ul>
  );
}

function HallPreview({ values }: { values: FormValues }) {
  const names = namesIn(values);
  const languages = (Array.isArray(values.languages) ? values.languages : [values.languages]).map(String);
  const shown = languages.filter((locale) => names[locale]);
  return (
    <div data-theme="display" className="space-y-1 rounded-xl bg-background p-4 text-foreground">
      {shown.map((locale, place) => (
        <p key={locale} lang={locale} className={place === 0 ? 'break-words font-bold text-xl' : 'break-words'}>
          {names[locale]}
        </p>
      ))}
    </div>
  );
}

function HoursPreview({ facts, values }: { facts: Extract<PreviewFacts, { kind: 'hours' }>; values: FormValues }) {
  const t = useTranslations('settingsForm.preview');
  const locale = useLocale() as Locale;
  const weeklyHours = Array.from({ length: 7 }, (_, day) => spansIn(values[`day${day}`]));
  const week = weeklyHours.every((day) => day !== null) ? (weeklyHours as OpenSpan[][]) : null;
  if (!week) return <p>{t('wrong')}</p>;
  const now = new Date(facts.now);
  const { open, nextChange } = opening(
    { timeZone: facts.timeZone, exceptions: facts.exceptions, weeklyHours: week },
    now,
  );
  const time = nextChange ? formatHallChange(nextChange.at, now, locale, facts.timeZone) : '';
  return (
    <div>
      <p className="font-semibold text-lg">
        <span aria-hidden="true">{open ? '● ' : '○ '}</span>
        {open ? t('open') : t('closed')}
      </p>
      <p>{nextChange ? (nextChange.opens ? t('opensAt', { time }) : t('closesAt', { time })) : t('noChange')}</p>
    </div>
  );
}

/** The typed spans of a day; null while one of them is not a span. */
function spansIn(value: unknown): OpenSpan[] | null {
  if (!Array.isArray(value)) return [];
  const spans = value
    .map((span: Partial<OpenSpan> | undefined) => ({
      opens: typedClock(span?.opens ?? ''),
      closes: typedClock(span?.closes ?? ''),
    }))
    .filter((span) => span.opens || span.closes);
  return spans.every((span) => seconds(span.opens) < seconds(span.closes) && seconds(span.closes) <= 86_400)
    ? spans
    : null;
}
