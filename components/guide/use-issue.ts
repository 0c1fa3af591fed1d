'use client';

import { useRef, useState } from 'react';
import type { z } from 'zod';
import { type ApiProblem, callApi, newIdempotencyKey } from '@/components/live/call-api';
import type { issuedTicketSchema } from '@/lib/tickets/schema';
import { bodyOf, type Draft, EMPTY_DRAFT, secondDraft } from './draft';

export type IssuedTicket = z.infer<typeof issuedTicketSchema>;

/** An issue that got no answer: whether it made a ticket is known only to the server, which finds it by the key. */
type Attempt = { key: string; draft: Draft };

/** What the panel below the tiles shows: a ticket being made, one on its way, or one that is there. */
export type Stage =
  | { kind: 'draft'; draft: Draft; problem: ApiProblem | null; attempt: Attempt | null }
  | { kind: 'issuing'; serviceCode: string; attempt: Attempt }
  | { kind: 'issued'; ticket: IssuedTicket };

const FRESH: Stage = { kind: 'draft', draft: EMPTY_DRAFT, problem: null, attempt: null };

/**
 * The guide's work on one ticket after the other. The number comes only from the server; until then the panel says that
 * it is on its way. A refusal brings back everything that was tapped. The guide need not wait for the answer: who has
 * gone on to the next customer is told beside the work.
 */
export function useIssue({
  hall,
  onIssued,
  onRefused,
}: {
  hall: string;
  /** `shown` false: the guide has gone on meanwhile. */
  onIssued: (ticket: IssuedTicket, shown: boolean) => void;
  /** Only where the guide has gone on meanwhile; otherwise the panel says it. */
  onRefused: (problem: ApiProblem, serviceCode: string) => void;
}) {
  const [stage, setShown] = useState<Stage>(FRESH);
  const current = useRef(stage);
  /** Attempts whose customer got a number without a connection. */
  const handedOver = useRef(new Set<string>());
  const setStage = (next: Stage) => {
    current.current = next;
    setShown(next);
  };
  const draft = stage.kind === 'draft' ? stage.draft : EMPTY_DRAFT;
  const attempted = stage.kind === 'draft' ? stage.attempt : null;
  const change = (next: Draft) => setStage({ kind: 'draft', draft: next, problem: null, attempt: attempted });

  const issue = async () => {
    if (stage.kind !== 'draft' || !draft.serviceCode) return;
    // The same once more, under the same key: it can only count once.
    const attempt = attempted?.draft === draft ? attempted : { key: newIdempotencyKey(), draft };
    const onItsWay: Stage = { kind: 'issuing', serviceCode: draft.serviceCode, attempt };
    setStage(onItsWay);
    const answer = await callApi<IssuedTicket>('POST', `/halls/${hall}/tickets`, bodyOf(draft), attempt.key);
    if (handedOver.current.has(attempt.key)) return;
    const now = current.current;
    const givenUp = now.kind === 'draft' && now.attempt === attempt;
    const shown = now === onItsWay || givenUp;
    if (answer.ok) {
      if (shown) setStage({ kind: 'issued', ticket: answer.value });
      onIssued(answer.value, shown);
    } else if (now === onItsWay) {
      const unsure = answer.problem.code === 'no-connection';
      setStage({ kind: 'draft', draft, problem: answer.problem, attempt: unsure ? attempt : null });
    } else if (!givenUp) onRefused(answer.problem, onItsWay.serviceCode);
  };

  return {
    stage,
    change,
    choose: (serviceCode: string) => {
      if (draft.serviceCode !== serviceCode) change({ ...draft, serviceCode, prepared: [] });
    },
    clear: () => setStage(FRESH),
    second: (row: Parameters<typeof secondDraft>[0]) => change(secondDraft(row)),
    issue,
    /** The connection is gone: no longer waits for an answer. */
    giveUp: () => {
      const now = current.current;
      if (now.kind === 'issuing')
        setStage({ kind: 'draft', draft: now.attempt.draft, problem: null, attempt: now.attempt });
    },
    /** The customer gets a number without a connection: the key of the attempt that may have made him another. */
    handOver: (): string | undefined => {
      const key = attempted?.key;
      if (key) handedOver.current.add(key);
      setStage(FRESH);
      return key;
    },
  };
}
