'use client';

import { useRef, useState } from 'react';
import { callApi, newIdempotencyKey } from '@/components/live/call-api';
import type { Locale } from '@/lib/core/locale';
import type { KioskTicket } from '@/lib/kiosk/schema';
import { readTicketCode } from '@/lib/kiosk/ticket-code';
import { type GivenNumber, type KioskStep, OpenWishes, stepBack } from './kiosk-visit';

/** A wish without an answer is the same wish for this long. Whoever comes later wants a number of his own. */
const sameWishMs = 120_000;

const start: KioskStep = { at: 'start' };

/** One customer after the other at a kiosk: the steps, and what is asked of the house. */
export function useKiosk({ hall, zonesAsked }: { hall: string; zonesAsked: boolean }) {
  const [step, setShown] = useState<KioskStep>(start);
  const current = useRef(step);
  const wishes = useRef(new OpenWishes(sameWishMs));
  const go = (next: KioskStep) => {
    current.current = next;
    setShown(next);
  };
  const path = `/halls/${encodeURIComponent(hall)}`;

  const issue = async () => {
    const from = current.current;
    if (from.at !== 'confirm') return;
    const { draft, zoneCode } = from;
    const onItsWay: KioskStep = { at: 'issuing', draft, zoneCode };
    go(onItsWay);
    const body = {
      serviceCode: draft.serviceCode,
      // Said also where a colleague is signed in on the device: the number is the kiosk's.
      channel: 'kiosk',
      locale: draft.locale,
      ...(draft.needs.length > 0 ? { needs: draft.needs } : {}),
      ...(draft.customerClass ? { customerClass: draft.customerClass } : {}),
    };
    const wish = JSON.stringify(body);
    const key = wishes.current.keyFor(wish, Date.now(), newIdempotencyKey);
    const answer = await callApi<GivenNumber>('POST', `${path}/tickets`, body, key);
    if (answer.ok || answer.problem.status !== 0) wishes.current.answered(wish);
    // The customer has gone meanwhile; the number waits for him in the hall.
    if (current.current !== onItsWay) return;
    if (answer.ok) go({ at: 'number', locale: draft.locale, given: answer.value });
    else go({ at: 'confirm', draft, zoneCode, problem: answer.problem });
  };

  const find = async (text: string) => {
    const from = current.current;
    if (from.at !== 'code' || from.pending) return;
    const code = readTicketCode(text);
    if (!code) return go({ ...from, text: '', problem: { code: 'not-found', status: 404 } });
    const asked = code.kind === 'token' ? code.token : code.number;
    const asking: KioskStep = { ...from, text, pending: true, problem: null };
    go(asking);
    const answer = await callApi<KioskTicket>('GET', `${path}/kiosk/tickets/${encodeURIComponent(asked)}`);
    if (current.current !== asking) return;
    if (answer.ok)
      go({ at: 'found', locale: from.locale, code: asked, found: answer.value, pending: false, problem: null });
    else go({ ...from, text: '', pending: false, problem: answer.problem });
  };

  const checkIn = async () => {
    const from = current.current;
    if (from.at !== 'found' || from.pending) return;
    const asking: KioskStep = { ...from, pending: true, problem: null };
    go(asking);
    const answer = await callApi<KioskTicket>('POST', `${path}/kiosk/check-in`, { code: from.code });
    if (current.current !== asking) return;
    go(
      answer.ok
        ? { ...from, found: answer.value, pending: false, problem: null }
        : { ...from, pending: false, problem: answer.problem },
    );
  };

  return {
    step,
    go,
    issue,
    find,
    checkIn,
    begin: (locale: Locale) =>
      go(zonesAsked ? { at: 'zone', locale } : { at: 'service', locale, zoneCode: null, page: 0 }),
    back: () => go(stepBack(current.current, zonesAsked)),
    restart: () => go(start),
  };
}

export type Kiosk = ReturnType<typeof useKiosk>;
