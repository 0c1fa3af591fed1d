'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { CustomerTicketView } from '@/lib/realtime/contract';
import { ringSound, unlockSound } from './alert-sound';

/** Felt in a pocket, and not mistaken for a message of some other app. */
const calledPattern = [400, 150, 400, 150, 800];
const soonPattern = [200, 100, 200];
/** With so few people ahead it is time to be back. */
const soonAhead = 2;
/** The next picture is on the screen by then; browsers let a tap count for a second and more. */
const UNLOCK_MS = 100;

export interface CallAlert {
  on: boolean;
  /** The phone tells also while the page is closed. */
  pushed: boolean;
  /** What was said last, to be read on the page. */
  said: string | undefined;
  turnOn: () => void;
}

/**
 * Makes itself felt when the customer is called (each time) and, once, when only two people are ahead of him. Sound and
 * notification only after a tap: browsers ask for one, and so do the people around. Where the browser can, the hall
 * tells it from then on, open or not; otherwise the page does, as long as it is open.
 */
export function useCallAlert(ticket: CustomerTicketView, token: string, pushKey: string): CallAlert {
  const t = useTranslations('myTicket');
  const locale = useLocale();
  const [on, setOn] = useState(false);
  const [pushed, setPushed] = useState(false);
  const [said, setSaid] = useState<string>();
  const { status, callCount, peopleAhead, number, counterNumber } = ticket;
  const toldCalls = useRef(status === 'called' ? callCount : 0);
  const toldSoon = useRef(status !== 'waiting' || (peopleAhead ?? 0) <= soonAhead);
  const ended = status === 'completed' || status === 'cancelled';

  useEffect(() => {
    const tell = (text: string, pattern: number[]) => {
      setSaid(text);
      navigator.vibrate?.(pattern);
      if (!on) return;
      ringSound();
      if (!pushed) notify(text);
    };
    if (status === 'called' && callCount > toldCalls.current) {
      toldCalls.current = callCount;
      tell(t('alert.called', { number, counter: counterNumber ?? 0 }), calledPattern);
    }
    if (status === 'waiting' && peopleAhead !== null && peopleAhead <= soonAhead && !toldSoon.current) {
      toldSoon.current = true;
      tell(t('alert.soon', { number, count: peopleAhead }), soonPattern);
    }
  }, [on, pushed, status, callCount, peopleAhead, number, counterNumber, t]);

  // Allowed on an earlier visit of this page: it goes on, in the language of now. Sound waits for the next touch.
  useEffect(() => {
    if (!('Notification' in window) || Notification.permission !== 'granted') return;
    const touched = () => unlockSound();
    void import('./push').then(async ({ isFollowed, followByPush, stopPush }) => {
      if (!isFollowed(token)) return;
      if (ended) return stopPush(token);
      if (!(await followByPush(token, pushKey, locale))) return;
      setPushed(true);
      setOn(true);
      document.addEventListener('pointerdown', touched, { once: true });
    });
    return () => document.removeEventListener('pointerdown', touched);
  }, [token, pushKey, locale, ended]);

  return {
    on,
    pushed,
    said,
    turnOn() {
      setOn(true);
      // A slow phone needs a third of a second for it: after the tap has been answered, and while it still counts as one.
      setTimeout(unlockSound, UNLOCK_MS);
      if (!('Notification' in window) || Notification.permission === 'denied') return;
      void Notification.requestPermission().then(async (permission) => {
        if (permission !== 'granted') return;
        const { followByPush } = await import('./push');
        setPushed(await followByPush(token, pushKey, locale));
      });
    },
  };
}

function notify(text: string): void {
  if (!('Notification' in window) || Notification.permission !== 'granted' || !document.hidden) return;
  try {
    new Notification(text, { tag: 'ticket', requireInteraction: true });
  } catch {
    // Some phones allow notifications only from a service worker.
  }
}
