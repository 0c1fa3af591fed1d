'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';

/**
 * A form that is judged by the API alone: what it refuses is told beside the fields it names.
 * Needs the namespaces `errors` and `formProblem`.
 */
export function useApiForm<Value>(done: (value: Value) => void) {
  const t = useTranslations('formProblem');
  const problemText = useProblemText();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();

  async function send(method: 'POST' | 'PATCH', path: string, body: object): Promise<void> {
    if (pending) return;
    setPending(true);
    setProblem(undefined);
    const answer = await callApi<Value>(method, path, body);
    setPending(false);
    if (answer.ok) done(answer.value);
    else setProblem(answer.problem);
  }

  /** What is wrong with the field at this path of the body. */
  function errorOf(path: string): string | undefined {
    const found = problem?.errors?.find((error) => error.path === path);
    if (!found) return undefined;
    return found.code && t.has(found.code as 'other') ? t(found.code as 'other') : t('other');
  }

  return { send, pending, errorOf, failure: problem && problemText(problem) };
}
