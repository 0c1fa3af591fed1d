'use client';

import { useLocale } from 'next-intl';
import { useEffect, useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import type { Topic } from '@/lib/knowledge/article';
import type { ArticleHit } from '@/lib/knowledge/schema';

const typingPauseMs = 120;
const shown = 8;

export type KnowledgeSearch = {
  /** None before anything was asked. */
  hits: readonly ArticleHit[] | undefined;
  problem: ApiProblem | undefined;
};

/** The articles for what is typed, or for a topic, while it is typed. Answers that come late are not shown. */
export function useKnowledgeSearch(hall: string, question: string, topic: Topic | null): KnowledgeSearch {
  const locale = useLocale();
  const q = question.trim();
  const [found, setFound] = useState<KnowledgeSearch>({ hits: undefined, problem: undefined });
  useEffect(() => {
    if (q === '' && topic === null) {
      setFound({ hits: undefined, problem: undefined });
      return;
    }
    let current = true;
    const soon = setTimeout(
      async () => {
        const query = new URLSearchParams({ locale, limit: String(shown) });
        if (q !== '') query.set('q', q.slice(0, 200));
        else if (topic !== null) query.set('topic', topic);
        const answer = await callApi<{ items: ArticleHit[] }>('GET', `/halls/${hall}/knowledge?${query}`);
        if (!current) return;
        setFound(
          answer.ok ? { hits: answer.value.items, problem: undefined } : { hits: undefined, problem: answer.problem },
        );
      },
      q === '' ? 0 : typingPauseMs,
    );
    return () => {
      current = false;
      clearTimeout(soon);
    };
  }, [hall, q, topic, locale]);
  return found;
}
