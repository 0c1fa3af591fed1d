'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Acknowledged } from '@/components/live/use-live-view';
import type { CallToAnnounce } from '@/lib/announcements/announcement-queue';
import { clipsAhead } from '@/lib/announcements/clips-ahead';
import { EMPTY_OUTBOX, noteDone, noteTold, receiptsToSend } from '@/lib/announcements/receipt-outbox';
import type { Locale } from '@/lib/core/locale';
import { Announcer } from './announcer';
import { Sound } from './sound';

const tellEveryMs = 2_000;

/**
 * Announces what the board says and tells the server what was shown and spoken.
 *
 * @param displayed numbers that the screen shows now
 * @param acknowledge undefined on a screen that is not paired: the server would refuse it
 */
export function useAnnouncements({
  hallId,
  languages,
  letters,
  calls,
  displayed,
  serverOffsetMs,
  acknowledge,
}: {
  hallId: string;
  languages: readonly Locale[];
  letters: readonly string[];
  calls: readonly CallToAnnounce[];
  displayed: ReadonlySet<string>;
  serverOffsetMs: number;
  acknowledge: ((items: Acknowledged[]) => Promise<'taken' | 'later' | 'refused'>) | undefined;
}): {
  /** The call that is being announced at this moment. */
  current: CallToAnnounce | undefined;
  /** The browser does not let the page be heard before somebody taps on it. */
  muted: boolean;
  unmute: () => void;
  /** The server does not take this device's word: its pairing has ended. */
  refused: boolean;
  idle: () => boolean;
} {
  const [current, setCurrent] = useState<CallToAnnounce>();
  const [muted, setMuted] = useState(false);
  const [refused, setRefused] = useState(false);
  const announcer = useRef<Announcer>(undefined);
  const sound = useRef<Sound>(undefined);
  const outbox = useRef(EMPTY_OUTBOX);
  const offset = useRef(serverOffsetMs);
  offset.current = serverOffsetMs;

  useEffect(() => {
    const speaker = new Sound();
    const announcing = new Announcer({
      sound: speaker,
      memory: memoryOf(hallId),
      now: () => Date.now() + offset.current,
      onCurrent: setCurrent,
      onAnnounced: (call, spoken) => {
        outbox.current = noteDone(outbox.current, [call.id], spoken ? 'spoken' : 'shown');
      },
    });
    sound.current = speaker;
    announcer.current = announcing;
    const ignore = speaker.onAudible((audible) => setMuted(!audible));
    void speaker.unlock().then((audible) => setMuted(!audible));
    return () => {
      ignore();
      announcing.stop();
      speaker.close();
      setCurrent(undefined);
    };
  }, [hallId]);

  const spokenIn = languages.join();
  const lettersUsed = letters.join('');
  useEffect(() => {
    const addresses = (spokenIn.split(',') as Locale[]).flatMap((locale) => clipsAhead(locale, [...lettersUsed]));
    void sound.current?.prepare(addresses);
  }, [spokenIn, lettersUsed]);

  useEffect(() => {
    announcer.current?.update(calls, languages);
  }, [calls, languages]);

  useEffect(() => {
    const shown = calls.filter((call) => displayed.has(call.number)).map((call) => call.id);
    outbox.current = noteDone(outbox.current, shown, 'shown');
  }, [calls, displayed]);

  useEffect(() => {
    if (!acknowledge || refused) return;
    let telling = false;
    const tell = async () => {
      const items = receiptsToSend(outbox.current);
      if (telling || items.length === 0) return;
      telling = true;
      const answer = await acknowledge(items);
      telling = false;
      if (answer === 'taken') outbox.current = noteTold(outbox.current, items);
      if (answer === 'refused') setRefused(true);
    };
    const timer = setInterval(tell, tellEveryMs);
    return () => clearInterval(timer);
  }, [acknowledge, refused]);

  const unmute = useCallback(() => {
    void sound.current?.unlock().then((audible) => {
      setMuted(!audible);
      // Whoever switched the sound on hears at once that it works, and how loud it is.
      if (audible) void sound.current?.chime();
    });
  }, []);

  const idle = useCallback(() => announcer.current?.idle() ?? true, []);

  return { current, muted, unmute, refused, idle };
}

/** The device's own memory, one short entry a hall. A browser that keeps nothing forgets with the page. */
function memoryOf(hallId: string): { read(): string | null; write(mark: string): void } {
  const key = `display.announced.${hallId}`;
  return {
    read() {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    write(mark) {
      try {
        localStorage.setItem(key, mark);
      } catch {
        // Full or forbidden: the announcements of this page go on.
      }
    },
  };
}
