import type { ServiceArticle, Topic } from '@/lib/knowledge/article';

/**
 * The service for which a question's number would be, so that it is one tap: the one its article names, otherwise the one
 * that most articles on its topic name. Null where none does, or where two are named as often.
 */
export function likelyService(
  { articleId, topic }: { articleId: string | null; topic: Topic },
  articles: readonly ServiceArticle[],
): string | null {
  const own = articles.find(({ id }) => id === articleId);
  if (own) return own.serviceCode;
  const counts = new Map<string, number>();
  for (const article of articles)
    if (article.topic === topic) counts.set(article.serviceCode, (counts.get(article.serviceCode) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return first && first[1] !== second?.[1] ? first[0] : null;
}
