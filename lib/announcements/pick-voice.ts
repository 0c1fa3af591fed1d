import type { Locale } from '@/lib/core/locale';

/** What matters of a browser's `SpeechSynthesisVoice`. */
export interface Voice {
  lang: string;
  localService: boolean;
  default: boolean;
}

/** Voices that read the same characters in another tongue. */
const otherTongue = /^(zh|yue)[-_](hant[-_])?(hk|mo)|^yue/i;

/**
 * The voice for a language, or undefined where the browser has none. One on the device comes before one that needs the
 * network, the language's own region before another; Cantonese is no voice for Mandarin.
 */
export function pickVoice<V extends Voice>(voices: readonly V[], locale: Locale): V | undefined {
  const [language = '', region] = locale.toLowerCase().split('-');
  const tags = (voice: Voice) => voice.lang.toLowerCase().split(/[-_]/);
  const score = (voice: V) =>
    (voice.localService ? 4 : 0) + (region && tags(voice).includes(region) ? 2 : 0) + (voice.default ? 1 : 0);
  return voices
    .filter((voice) => !otherTongue.test(voice.lang))
    .filter((voice) => tags(voice)[0] === language || (language === 'zh' && tags(voice)[0] === 'cmn'))
    .reduce<V | undefined>((best, voice) => (!best || score(voice) > score(best) ? voice : best), undefined);
}
