import type { Tx } from '@/lib/platform/db/client';
import { insertRows } from '@/lib/platform/db/written-rows';
import type { Article, ArticleVersion } from './article';

const asJson = (content: Article['content']) => content as unknown as object;

/** Writes the article as it is now and the version that was saved. */
export async function saveArticle(tx: Tx, article: Article, saved: ArticleVersion): Promise<void> {
  const { id, hallId, createdAt, published, content, ...facts } = article;
  const data = { ...facts, content: asJson(content), ...(published ? { published: asJson(published) } : {}) };
  await tx.knowledgeArticle.upsert({ where: { id }, create: { id, hallId, createdAt, ...data }, update: data });
  await tx.knowledgeVersion.create({ data: { ...saved, content: asJson(saved.content) } });
}

/** Takes an article out of what is found. Its versions stay. */
export async function withdrawArticle(tx: Tx, id: string): Promise<void> {
  await tx.knowledgeArticle.update({ where: { id }, data: { publishedVersion: null, publishedAt: null } });
}

/** Puts other terms in the place of those under which an article was found. */
export async function replaceTerms(
  tx: Tx,
  hallId: string,
  articleId: string,
  terms: ReadonlyMap<string, number>,
): Promise<void> {
  await tx.knowledgeTerm.deleteMany({ where: { articleId } });
  const rows = [...terms].map(([term, weight]) => ({ hallId, term, articleId, weight }));
  await insertRows(tx, 'knowledge_terms', rows);
}
