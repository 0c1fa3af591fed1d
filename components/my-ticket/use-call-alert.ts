'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { CustomerTicketView } from '@/lib/realtime/contract';
import { ringSound, unlockSound } from './alert-sound';

/** Felt in a pocket, and not mistaken for a message of some other app. */
const calledPattern = [400, 150, 400, 150, 800];
const soonPattern = [200, 100, 200];
/** With so few people ahead it is time to be back. */
const soonAhead = 2;

/**
 * Makes itself felt when the customer is called (each time) and, once, when only two people are ahead of him. Sound and
 * notification only after a tap: browsers ask for one, and so do the people around.
 */
export function useCallAlert(ticket: CustomerTicketView): { on: boolean; turnOn: () => void } {
  const t = useTranslations('myTicket');
  const [on, setOn] = useState(false);
  const { status, callCount, peopleAhead, number, counterNumber } = ticket;
  const toldCalls = useRef(status === 'called' ? callCount : 0);
  const toldSoon = useRef(status !== 'waiting' || (peopleAhead ?? 0) <= soonAhead);

  useEffect(() => {
    const tell = (text: string, pattern: number[]) => {
      navigator.vibrate?.(pattern);
      if (!on) return;
      ringSound();
      notify(text);
    };
    if (status === 'called' && callCount > toldCalls.current) {
      toldCalls.current = callCount;
      tell(t('alert.called', { number, counter: counterNumber ?? 0 }), calledPattern);
    }
    if (status === 'waiting' && peopleAhead !== null && peopleAhead <= soonAhead && !toldSoon.current) {
      toldSoon.current = true;
      tell(t('alert.soon', { number, count: peopleAhead }), soonPattern);
    }
  }, [on, status, callCount, peopleAhead, number, counterNumber, t]);

  return {
    on,
    turnOn() {
      unlockSound();
      setOn(true);
      if ('Notification' in window && Notification.permission === 'default') void Notification.requestPermission();
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
