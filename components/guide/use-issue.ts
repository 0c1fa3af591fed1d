'use client';

import { useRef, useState } from 'react';
import type { z } from 'zod';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import type { issuedTicketSchema } from '@/lib/tickets/schema';
import { bodyOf, type Draft, EMPTY_DRAFT, secondDraft } from './draft';

export type IssuedTicket = z.infer<typeof issuedTicketSchema>;

/** What the panel below the tiles shows: a ticket being made, one on its way, or one that is there. */
export type Stage =
  | { kind: 'draft'; draft: Draft; problem: ApiProblem | null }
  | { kind: 'issuing'; serviceCode: string }
  | { kind: 'issued'; ticket: IssuedTicket };

const FRESH: Stage = { kind: 'draft', draft: EMPTY_DRAFT, problem: null };

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
  const setStage = (next: Stage) => {
    current.current = next;
    setShown(next);
  };
  const draft = stage.kind === 'draft' ? stage.draft : EMPTY_DRAFT;
  const change = (next: Draft) => setStage({ kind: 'draft', draft: next, problem: null });

  const issue = async () => {
    if (stage.kind !== 'draft' || !draft.serviceCode) return;
    const onItsWay: Stage = { kind: 'issuing', serviceCode: draft.serviceCode };
    setStage(onItsWay);
    const answer = await callApi<IssuedTicket>('POST', `/halls/${hall}/tickets`, bodyOf(draft));
    const shown = current.current === onItsWay;
    if (answer.ok) {
      if (shown) setStage({ kind: 'issued', ticket: answer.value });
      onIssued(answer.value, shown);
    } else if (shown) setStage({ kind: 'draft', draft, problem: answer.problem });
    else onRefused(answer.problem, onItsWay.serviceCode);
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
  };
}
