import { z } from 'zod';
import { fail, type Result, success } from '@/lib/core/result';
import { queueCommand } from '@/lib/door/command';
import { hallOf, locateHall } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import { actorName } from '@/lib/staff/actor';
import { idSchema } from '@/lib/tickets/schema';
import type { Article, ArticleVersion } from './article';
import { presentEntry } from './presenter';
import { findArticle } from './queries';
import { replaceTerms, saveArticle, withdrawArticle as unpublish } from './repository';
import { reviseArticleBody, saveArticleBody } from './schema';
import { articleTerms } from './search-terms';

type Saved = z.output<typeof saveArticleBody>;

function strangeService(work: Work, code: string | null) {
  if (code === null || work.config.services.some((service) => service.code === code)) return null;
  return fail('invalid-input', { errors: [{ path: 'serviceCode', message: 'no such service in this hall' }] });
}

/** Keeps the new version; what is found changes only when it is published. */
async function save(work: Work, before: Article | null, id: string, input: Saved): Promise<Article> {
  const { kind, topic, serviceCode, content, publish } = input;
  const version = (before?.version ?? 0) + 1;
  const article: Article = {
    id,
    hallId: work.hallId,
    kind,
    topic,
    serviceCode,
    version,
    content,
    publishedVersion: publish ? version : (before?.publishedVersion ?? null),
    published: publish ? content : (before?.published ?? null),
    publishedAt: publish ? work.now : (before?.publishedAt ?? null),
    createdAt: before?.createdAt ?? work.now,
    updatedAt: work.now,
    updatedByRef: work.by,
    updatedByName: actorName(work.actor),
  };
  const saved: ArticleVersion = {
    articleId: id,
    version,
    kind,
    topic,
    serviceCode,
    content,
    published: publish,
    savedAt: work.now,
    savedByRef: work.by,
    savedByName: actorName(work.actor),
  };
  await saveArticle(work.tx, article, saved);
  if (publish) await replaceTerms(work.tx, work.hallId, id, articleTerms(content));
  work.record({ kind: 'knowledge.saved', payload: { articleId: id, version, published: publish } });
  return article;
}

/** A new article of the hall's knowledge base. */
export const createArticle = queueCommand({
  name: 'knowledge.create',
  input: saveArticleBody.extend({ hall: idSchema }),
  permission: 'knowledge.write',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, input) {
    const strange = strangeService(work, input.serviceCode);
    if (strange) return strange;
    return success(presentEntry(await save(work, null, work.newId(), input)));
  },
});

function locateArticle(
  { db }: { db: Parameters<typeof findArticle>[0] },
  { articleId }: { articleId: string },
): Promise<Result<string>> {
  return hallOf(findArticle(db, articleId), 'There is no such article.');
}

/** The next version of an article. Refused when somebody else has saved one meanwhile. */
export const reviseArticle = queueCommand({
  name: 'knowledge.revise',
  input: reviseArticleBody.extend({ articleId: idSchema }),
  permission: 'knowledge.write',
  locate: locateArticle,
  async run(work, { articleId, baseVersion, ...input }) {
    const before = await findArticle(work.tx, articleId);
    if (!before) return fail('not-found');
    if (before.version !== baseVersion)
      return fail('changed-meanwhile', {
        detail: `${before.updatedByName ?? 'Somebody'} saved version ${before.version}.`,
      });
    const strange = strangeService(work, input.serviceCode);
    if (strange) return strange;
    return success(presentEntry(await save(work, before, articleId, input)));
  },
});

/** Nobody finds the article any more; its versions stay readable for those who write. */
export const withdrawArticle = queueCommand({
  name: 'knowledge.withdraw',
  input: z.strictObject({ articleId: idSchema }),
  permission: 'knowledge.write',
  locate: locateArticle,
  async run(work, { articleId }) {
    const article = await findArticle(work.tx, articleId);
    if (!article) return fail('not-found');
    if (article.publishedVersion === null)
      return fail('wrong-state', { detail: 'It is not published.', currentState: 'draft' });
    await unpublish(work.tx, articleId);
    await replaceTerms(work.tx, work.hallId, articleId, new Map());
    work.record({
      kind: 'knowledge.withdrawn',
      payload: { articleId, version: article.publishedVersion },
    });
    return success(presentEntry({ ...article, publishedVersion: null, published: null, publishedAt: null }));
  },
});
