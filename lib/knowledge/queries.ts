import type { Database, Tx } from '@/lib/platform/db/client';
import type { Article, ArticleContent, ArticleKind, ArticleVersion, ServiceArticle, Topic } from './article';
import { type Posting, rank } from './ranking';
import { querySlots } from './search-terms';

type ArticleRow = NonNullable<Awaited<ReturnType<Tx['knowledgeArticle']['findUnique']>>>;

function toArticle(row: ArticleRow): Article {
  return {
    ...row,
    kind: row.kind as ArticleKind,
    topic: row.topic as Topic,
    content: row.content as ArticleContent,
    published: row.published as ArticleContent | null,
  };
}

export async function findArticle(db: Database | Tx, id: string): Promise<Article | null> {
  const row = await db.knowledgeArticle.findUnique({ where: { id } });
  return row ? toArticle(row) : null;
}

interface Wanted {
  topic?: Topic;
  serviceCode?: string;
}

/** Places of one term that are read: the heaviest, so that a word that all articles have costs no more than others. */
const MOST_POSTINGS = 300;

/**
 * Published articles that answer a question, best first. Every thing that is looked for is one look into the index, from its
 * heaviest place on.
 */
export async function searchArticles(
  db: Database,
  hallId: string,
  { question, limit, ...wanted }: Wanted & { question: string; limit: number },
): Promise<Article[]> {
  const slots = querySlots(question);
  if (slots.length === 0) return [];
  const [articles, ...postings] = await Promise.all([
    db.knowledgeArticle.count({ where: { hallId, publishedVersion: { not: null } } }),
    ...slots.map(async (terms): Promise<Posting[]> => {
      const found = await Promise.all(
        terms.map((term) =>
          db.knowledgeTerm.findMany({
            where: { hallId, term },
            select: { articleId: true, weight: true },
            orderBy: [{ weight: 'desc' }, { articleId: 'asc' }],
            take: MOST_POSTINGS,
          }),
        ),
      );
      return found.flat();
    }),
  ]);
  const ids = rank(postings, articles).slice(0, 3 * limit);
  const rows = await db.knowledgeArticle.findMany({
    where: { id: { in: ids }, hallId, publishedVersion: { not: null }, ...wanted },
  });
  const byId = new Map(rows.map((row) => [row.id, toArticle(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []).slice(0, limit);
}

/** Published articles in the order in which they were made, after the id `after`. */
export async function listPublished(
  db: Database,
  hallId: string,
  { after, limit, ...wanted }: Wanted & { after?: string; limit: number },
): Promise<Article[]> {
  const rows = await db.knowledgeArticle.findMany({
    where: { hallId, publishedVersion: { not: null }, ...wanted, ...(after ? { id: { gt: after } } : {}) },
    orderBy: { id: 'asc' },
    take: limit,
  });
  return rows.map(toArticle);
}

/** Every article of a hall, drafts too, in the order in which they were made. */
export async function listArticles(
  db: Database,
  hallId: string,
  { after, limit }: { after?: string; limit: number },
): Promise<Article[]> {
  const rows = await db.knowledgeArticle.findMany({
    where: { hallId, ...(after ? { id: { gt: after } } : {}) },
    orderBy: { id: 'asc' },
    take: limit,
  });
  return rows.map(toArticle);
}

/** The versions of an article, newest first, before the version `before`. */
export async function listVersions(
  db: Database,
  articleId: string,
  { before, limit }: { before?: number; limit: number },
): Promise<ArticleVersion[]> {
  const rows = await db.knowledgeVersion.findMany({
    where: { articleId, ...(before ? { version: { lt: before } } : {}) },
    orderBy: { version: 'desc' },
    take: limit,
  });
  return rows.map((row) => ({
    ...row,
    kind: row.kind as ArticleKind,
    topic: row.topic as Topic,
    content: row.content as ArticleContent,
  }));
}

/** What the knowledge base says about which service a question leads to. */
export async function listServiceArticles(db: Database, hallId: string): Promise<ServiceArticle[]> {
  const rows = await db.knowledgeArticle.findMany({
    where: { hallId, publishedVersion: { not: null }, serviceCode: { not: null } },
    select: { id: true, topic: true, serviceCode: true },
    orderBy: { id: 'asc' },
  });
  return rows.flatMap(({ id, topic, serviceCode }) =>
    serviceCode === null ? [] : [{ id, topic: topic as Topic, serviceCode }],
  );
}
