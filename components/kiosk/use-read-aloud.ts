'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { pickVoice } from '@/lib/announcements/pick-voice';
import type { Locale } from '@/lib/core/locale';

/** Calm, for people who hear a machine. */
const rate = 0.9;

/**
 * Reads a text aloud with the browser's own voice of a language, as the lobby display speaks. A new text ends the old.
 *
 * @returns `available`: the device has a voice for the language
 */
export function useReadAloud(locale: Locale): { available: boolean; say: (text: string) => void; silence: () => void } {
  const [available, setAvailable] = useState(false);
  // Some browsers forget an utterance that nobody holds, and break off.
  const held = useRef<SpeechSynthesisUtterance>(undefined);

  useEffect(() => {
    if (!('speechSynthesis' in window)) return;
    const look = () => setAvailable(pickVoice(window.speechSynthesis.getVoices(), locale) !== undefined);
    look();
    // Voices come in after the page.
    window.speechSynthesis.addEventListener?.('voiceschanged', look);
    return () => window.speechSynthesis.removeEventListener?.('voiceschanged', look);
  }, [locale]);

  const silence = useCallback(() => {
    if ('speechSynthesis' in window) window.speechSynthesis.cancel();
  }, []);

  const say = useCallback(
    (text: string) => {
      if (!('speechSynthesis' in window)) return;
      const voice = pickVoice(window.speechSynthesis.getVoices(), locale);
      if (!voice || text.trim() === '') return;
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.rate = rate;
      held.current = utterance;
      window.speechSynthesis.cancel();
      window.speechSynthesis.resume();
      window.speechSynthesis.speak(utterance);
    },
    [locale],
  );

  useEffect(() => silence, [silence]);
  return { available, say, silence };
}
