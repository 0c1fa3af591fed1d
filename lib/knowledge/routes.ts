import { z } from 'zod';
import { page, pageOf, pageQuery } from '@/lib/api/page';
import { readHall } from '@/lib/api/read-hall';
import { type Call, defineRoute } from '@/lib/api/route';
import { localeSchema } from '@/lib/core/localized';
import { fail, type Result, success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { type Permission, permits, refusal } from '@/lib/staff/policy';
import { codeSchema, idSchema } from '@/lib/tickets/schema';
import { type Article, TOPICS } from './article';
import { createArticle, reviseArticle, withdrawArticle } from './commands';
import { presentArticle, presentEntry, presentHit, presentVersion } from './presenter';
import { findArticle, listArticles, listPublished, listVersions, searchArticles } from './queries';
import {
  articleEntrySchema,
  articleHitSchema,
  articleSchema,
  articleVersionSchema,
  reviseArticleBody,
  saveArticleBody,
} from './schema';

const inHall = z.object({ hall: idSchema.describe('Id or short name of the hall.') });
const ofArticle = z.object({ article: idSchema });

const searchQuery = pageQuery.extend({
  q: z.string().trim().max(200).optional().describe('Words of the question, in any language; without it all of them.'),
  topic: z.enum(TOPICS).optional(),
  serviceCode: codeSchema.optional(),
  locale: localeSchema.default('zh-CN').describe('Language of the excerpts.'),
});

/** An article for somebody with the permission in its hall. */
async function readArticle(
  { house, actor }: Pick<Call, 'house' | 'actor'>,
  id: string,
  permission: Permission,
): Promise<Result<Article>> {
  const article = await findArticle(house.db, id);
  if (!article) return fail(actor.kind === 'anonymous' ? 'unauthenticated' : 'not-found');
  if (!permits(actor, permission, article.hallId)) return fail(refusal(actor, article.hallId));
  return success(article);
}

export const knowledgeRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/knowledge',
    tag: 'knowledge',
    summary: 'Search the knowledge base',
    description:
      'Best answer first, in any language, Chinese without spaces too. Without `q` all articles, page by page.',
    who: ['knowledge.read'],
    params: inHall,
    query: searchQuery,
    answer: pageOf(articleHitSchema),
    async run(call) {
      const { house, query } = call;
      const { q, topic, serviceCode, after, limit, locale } = query;
      const hall = await readHall(call, call.params.hall, 'knowledge.read', ({ state }) => state.config.id);
      if (!hall.ok) return hall;
      const wanted = { ...(topic ? { topic } : {}), ...(serviceCode ? { serviceCode } : {}) };
      const { items, nextCursor } = q
        ? { items: await searchArticles(house.db, hall.value, { ...wanted, question: q, limit }), nextCursor: null }
        : page(
            await listPublished(house.db, hall.value, { ...wanted, after, limit: limit + 1 }),
            limit,
            (article) => article.id,
          );
      return success({ items: items.flatMap((article) => presentHit(article, q ?? '', locale) ?? []), nextCursor });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/knowledge',
    tag: 'knowledge',
    summary: 'Write an article',
    who: ['knowledge.write'],
    params: inHall,
    body: saveArticleBody,
    status: 201,
    answer: articleEntrySchema,
    run: ({ house, caller, params: { hall }, body }) => execute(house, caller, createArticle, { ...body, hall }),
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/articles',
    tag: 'knowledge',
    summary: 'Every article with its state, drafts too',
    who: ['knowledge.write'],
    params: inHall,
    query: pageQuery,
    answer: pageOf(articleEntrySchema),
    async run(call) {
      const { house, query } = call;
      const hall = await readHall(call, call.params.hall, 'knowledge.write', ({ state }) => state.config.id);
      if (!hall.ok) return hall;
      const rows = await listArticles(house.db, hall.value, { after: query.after, limit: query.limit + 1 });
      const { items, nextCursor } = page(rows, query.limit, (article) => article.id);
      return success({ items: items.map(presentEntry), nextCursor });
    },
  }),
  defineRoute({
    method: 'get',
    path: '/articles/{article}',
    tag: 'knowledge',
    summary: 'An article as everybody reads it',
    who: ['knowledge.read'],
    params: ofArticle,
    answer: articleSchema,
    async run(call) {
      const article = await readArticle(call, call.params.article, 'knowledge.read');
      if (!article.ok) return article;
      const view = presentArticle(article.value);
      return view ? success(view) : fail('not-found', { detail: 'It is not published.' });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/articles/{article}',
    tag: 'knowledge',
    summary: 'Save the next version of an article',
    who: ['knowledge.write'],
    params: ofArticle,
    body: reviseArticleBody,
    answer: articleEntrySchema,
    refusals: ['changed-meanwhile'],
    run: ({ house, caller, params: { article }, body }) =>
      execute(house, caller, reviseArticle, { ...body, articleId: article }),
  }),
  defineRoute({
    method: 'post',
    path: '/articles/{article}/withdraw',
    tag: 'knowledge',
    summary: 'Nobody finds it any more; its versions stay',
    who: ['knowledge.write'],
    params: ofArticle,
    answer: articleEntrySchema,
    refusals: ['wrong-state'],
    run: ({ house, caller, params: { article } }) => execute(house, caller, withdrawArticle, { articleId: article }),
  }),
  defineRoute({
    method: 'get',
    path: '/articles/{article}/versions',
    tag: 'knowledge',
    summary: 'Its versions as they were saved, newest first',
    who: ['knowledge.write'],
    params: ofArticle,
    query: pageQuery,
    answer: pageOf(articleVersionSchema),
    async run(call) {
      const { house, query } = call;
      const article = await readArticle(call, call.params.article, 'knowledge.write');
      if (!article.ok) return article;
      const before = query.after === undefined ? undefined : Number(query.after);
      if (before !== undefined && !(Number.isInteger(before) && before > 0 && before < 2 ** 31))
        return fail('invalid-input', { errors: [{ path: 'query.after', message: 'is no cursor of this list' }] });
      const rows = await listVersions(house.db, article.value.id, { before, limit: query.limit + 1 });
      const { items, nextCursor } = page(rows, query.limit, ({ version }) => String(version));
      return success({ items: items.map(presentVersion), nextCursor });
    },
  }),
];
