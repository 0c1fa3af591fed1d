/** Where one thing that is looked for stands. */
export interface Posting {
  articleId: string;
  weight: number;
}

/** An answer that is much weaker than the best is no answer. */
const WEAKEST_SHARE = 0.2;

/**
 * The articles that answer a question, best first. What few articles have says more than what all have; a title says more
 * than a body (its weight is in the posting); an article that has all that was asked for stands before one that has half.
 *
 * @param slots for each thing that is looked for, where it stands; an article counts once in each
 * @param articles number of articles that could be found
 */
export function rank(slots: readonly (readonly Posting[])[], articles: number): string[] {
  const found = new Map<string, { score: number; slots: number }>();
  for (const postings of slots) {
    const best = new Map<string, number>();
    for (const { articleId, weight } of postings) best.set(articleId, Math.max(best.get(articleId) ?? 0, weight));
    const rarity = Math.log(1 + (Math.max(articles - best.size, 0) + 0.5) / (best.size + 0.5));
    for (const [articleId, weight] of best) {
      const so = found.get(articleId) ?? { score: 0, slots: 0 };
      found.set(articleId, { score: so.score + rarity * (1 + Math.log(weight)), slots: so.slots + 1 });
    }
  }
  const scored = [...found].map(([articleId, { score, slots: had }]) => ({
    articleId,
    score: score * (had / slots.length) ** 2,
  }));
  const top = Math.max(0, ...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score >= top * WEAKEST_SHARE)
    .sort((a, b) => b.score - a.score || a.articleId.localeCompare(b.articleId))
    .map(({ articleId }) => articleId);
}
