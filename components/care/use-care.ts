'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { showToast } from '@/components/ui/toast-store';
import type { CareAction } from '@/lib/care/care-visit';
import type { CareView } from '@/lib/care/schema';

export interface CareDesk {
  /** Care visits as the person sees them: what was just tapped already counts. */
  visits: CareView[];
  take: (visit: CareView) => void;
  /** Records what was done; `visit` none = care that nobody asked for. */
  give: (customer: { ticketId: string; number: string }, action: CareAction, visit?: CareView) => void;
}

/**
 * Taking and finishing care visits. A tap shows at once; when the server refuses, it is taken back and said why. What the
 * server says always wins, so nothing has to be removed after a success. Needs the namespaces `care` and `errors`.
 */
export function useCare(care: readonly CareView[], me: { ref: string; name: string }): CareDesk {
  const t = useTranslations('care');
  const problemText = useProblemText();
  const [taken, setTaken] = useState<ReadonlyMap<string, 'asked' | 'granted'>>(new Map());
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());

  const take = async (visit: CareView) => {
    setTaken((known) => new Map(known).set(visit.id, 'asked'));
    const answer = await callApi('POST', `/tickets/${visit.ticketId}/care/take`);
    if (answer.ok) {
      setTaken((known) => new Map(known).set(visit.id, 'granted'));
      return;
    }
    setTaken((known) => new Map([...known].filter(([id]) => id !== visit.id)));
    showToast({ tone: 'danger', message: `${visit.number}: ${problemText(answer.problem)}` });
  };

  const give: CareDesk['give'] = async ({ ticketId, number }, action, visit) => {
    if (visit) setDone((ids) => new Set(ids).add(visit.id));
    const answer = await callApi('POST', `/tickets/${ticketId}/care`, { action });
    if (answer.ok) {
      showToast({ message: t('given', { number, action: t(`action.${action}`) }), durationMs: 3_000 });
      return;
    }
    if (visit) setDone((ids) => new Set([...ids].filter((id) => id !== visit.id)));
    showToast({ tone: 'danger', message: `${number}: ${problemText(answer.problem)}` });
  };

  // While it is asked the tap counts; once granted, only until the server's own word has come.
  const isMine = (visit: CareView) =>
    taken.get(visit.id) === 'asked' || (taken.get(visit.id) === 'granted' && visit.state === 'open');
  const visits = care
    .filter((visit) => !done.has(visit.id))
    .map((visit): CareView => (isMine(visit) ? { ...visit, state: 'taken', owner: me } : visit));
  return { visits, take, give };
}
