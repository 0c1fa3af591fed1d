import type { Locale } from '@/lib/i18n/config';
import { cardinalParts } from './cardinal-parts';

export type SpeechPlan = {
  /** BCP 47 tag for `SpeechSynthesisUtterance.lang`. */
  lang: string;
  /** For a browser that has a voice. */
  text: string;
  /** For one that has none: addresses of clips, to be played one right after the other. */
  clips: string[];
};

type SpeechLanguage = {
  /** The digits of a ticket number, spelled for the browser's voice. */
  digits: readonly string[];
  text: (ticket: string, counter: number) => string;
  /** Order of the clips around the spelled ticket and the counter's number. */
  clips: (ticket: string[], counter: string[]) => string[];
};

const arabic = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

const languages: Record<Locale, SpeechLanguage> = {
  'zh-CN': {
    // The telephone reading: 1 is yāo, so that it is not taken for 7 (qī) across a hall.
    digits: ['零', '幺', '二', '三', '四', '五', '六', '七', '八', '九'],
    text: (ticket, counter) => `请 ${ticket} 号到 ${counter} 号窗口`,
    clips: (ticket, counter) => ['please', ...ticket, 'number-to', ...counter, 'counter'],
  },
  en: {
    digits: arabic,
    text: (ticket, counter) => `Ticket ${ticket}, please go to counter ${counter}`,
    clips: (ticket, counter) => ['ticket', ...ticket, 'go-to-counter', ...counter],
  },
  es: {
    digits: arabic,
    text: (ticket, counter) => `Turno ${ticket}, diríjase al mostrador ${counter}`,
    clips: (ticket, counter) => ['ticket', ...ticket, 'go-to-counter', ...counter],
  },
};

/**
 * How one call is spoken: letter and digits of the ticket one by one, the counter as a number.
 * Characters that are neither letters A–Z nor digits are not spoken.
 *
 * @param number ticket number as printed, `A007`
 * @param counterNumber 1 or more
 */
export function speechPlan(locale: Locale, number: string, counterNumber: number): SpeechPlan {
  const language = languages[locale];
  const characters = [...number.toUpperCase()].filter((c) => /[A-Z0-9]/.test(c));
  const spelled = characters.map((c) => language.digits[Number(c)] ?? c).join(' ');
  const ticket = characters.map((c) => (/\d/.test(c) ? `digit-${c}` : `letter-${c.toLowerCase()}`));
  const counter = cardinalParts(locale, counterNumber);
  return {
    lang: locale,
    text: language.text(spelled, counterNumber),
    clips: language.clips(ticket, counter).map((clip) => clipAddress(locale, clip)),
  };
}

export function clipAddress(locale: Locale, clip: string): string {
  return `/sounds/${locale}/${clip}.flac`;
}
