'use client';

import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { callApi, newIdempotencyKey } from '@/components/live/call-api';
import type { LiveView } from '@/components/live/use-live-view';
import {
  comeBack,
  goOffline,
  type Outbox,
  type OutboxEntry,
  sendOutbox,
  takeNumber,
  unsent,
  withBlocks,
  withdraw,
} from '@/lib/offline/outbox';
import type { NumberBlocks, OfflineOrder, OfflineTicketView } from '@/lib/offline/schema';
import { type Desk, takeDesk, withLeftDesks } from './desk-store';

/** How often a desk without a connection asks whether the house is there again, ms. */
const PROBE_MS = 3_000;
const PROBE_WITHIN_MS = 3_000;
const PAUSE_MS = 1_000;
/** How often a desk with a connection sees to its numbers and its clock, ms. */
const RENEW_MS = 5 * 60_000;
/** Refusals that are about this moment or this person, not about the ticket. */
const PASSING = new Set([
  'no-connection',
  'unauthenticated',
  'forbidden',
  'rate-limited',
  'internal',
  'database-unavailable',
]);

export interface OfflineDesk {
  /** Null until the tablet's store has answered. */
  outbox: Outbox | null;
  /** How many were taken over at the last return, for the guide to see; 0 once he has. */
  back: number;
  /** Why what is kept cannot be sent though the house is there. */
  problem: string | null;
  /** Gives out a number; null where none is left. */
  take: (letter: string, order: OfflineOrder, attempt?: string) => Promise<OutboxEntry | null>;
  withdraw: (id: string) => void;
  seen: () => void;
}

async function isHouseThere(): Promise<boolean> {
  try {
    const answer = await fetch('/api/v1/health/live', {
      cache: 'no-store',
      signal: AbortSignal.timeout(PROBE_WITHIN_MS),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

/** A server that is started anew is back in a moment: nothing to change the screen for. */
async function isHouseThereAfterAll(): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  return isHouseThere();
}

/**
 * The guide desk without a connection: keeps numbers while there is one, gives them out while there is none, and tells
 * the house when it is back. Everything is on the tablet's disk before it is on the screen.
 *
 * @param unsure an issue got no answer: the connection may be gone before the live view has noticed
 */
export function useOfflineDesk({
  hall,
  connection,
  unsure,
}: {
  hall: string;
  connection: LiveView<'queue'>['connection'];
  unsure: boolean;
}): OfflineDesk {
  const desk = useRef<Desk>(null);
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  const [back, setBack] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const busy = useRef(false);

  const change = useCallback(async (by: (outbox: Outbox) => Outbox) => {
    const next = await desk.current?.change(by);
    if (next) setOutbox(next);
    return next;
  }, []);

  /** Sends what is kept, here and by windows that are gone, and sees to the numbers. */
  const settle = useEffectEvent(async () => {
    const own = desk.current;
    if (!own || busy.current) return;
    busy.current = true;
    try {
      if (!(await isHouseThere()) && !(await isHouseThereAfterAll())) {
        await change((now) => goOffline(now, new Date()));
        return;
      }
      const send = async (message: object) => {
        const answer = await callApi<OfflineTicketView>('POST', `/halls/${hall}/offline-tickets`, message);
        if (answer.ok) return { kind: 'has', state: answer.value.state, reason: answer.value.reason } as const;
        const { code } = answer.problem;
        return { kind: PASSING.has(code) ? 'later' : 'refused', code } as const;
      };
      const { entries } = await own.read();
      const waiting = new Set(entries.filter(({ answer }) => answer === null).map(({ id }) => id));
      const stopped = await sendOutbox({ read: own.read, change }, send);
      setProblem(stopped === 'no-connection' ? null : stopped);
      if (stopped) return;
      const after = await change(comeBack);
      const taken = after?.entries.filter(({ id, answer }) => waiting.has(id) && answer?.state === 'taken').length ?? 0;
      if (taken > 0) setBack((shown) => shown + taken);
      const { holder } = await own.read();
      await withLeftDesks(hall, holder, async (left) => {
        await sendOutbox(left, send);
      });
      const kept = await callApi<NumberBlocks>('POST', `/halls/${hall}/number-blocks`, { holder });
      if (kept.ok) await change((now) => withBlocks(now, kept.value, new Date()));
    } finally {
      busy.current = false;
    }
  });

  useEffect(() => {
    let letGo = () => {};
    const gone = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let here = true;
    takeDesk(hall, gone).then(
      async (taken) => {
        if (!here) return;
        desk.current = taken;
        setOutbox(await taken.read());
        settle();
      },
      // A browser that keeps nothing (private window): the desk works as before, with a connection only.
      () => {},
    );
    return () => {
      here = false;
      desk.current = null;
      letGo();
    };
  }, [hall]);

  const lost = connection === 'offline' || connection === 'stale' || unsure;
  const ready = outbox !== null;
  useEffect(() => {
    if (ready && lost) settle();
  }, [ready, lost]);

  const waits =
    outbox !== null && (outbox.offlineSince !== null || unsent(outbox).some(({ refused }) => !refused) || lost);
  useEffect(() => {
    const timer = setInterval(() => settle(), waits ? PROBE_MS : RENEW_MS);
    const soon = () => settle();
    window.addEventListener('online', soon);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', soon);
    };
  }, [waits]);

  return {
    outbox,
    back,
    problem,
    take: async (letter, order, attempt) => {
      let entry: OutboxEntry | null = null;
      const id = newIdempotencyKey();
      await change((now) => {
        const taken = takeNumber(now, { id, letter, order, attempt, deviceNow: new Date() });
        entry = taken?.entry ?? null;
        return taken?.outbox ?? now;
      });
      return entry;
    },
    withdraw: (id) => {
      change((now) => withdraw(now, id));
    },
    seen: () => setBack(0),
  };
}
