import { z } from 'zod';
import { codeSchema } from '@/lib/tickets/schema';
import { ARTICLE_KINDS, isComplete, TOPICS } from './article';

function localizedUpTo(most: number) {
  const text = z.string().trim().max(most).default('');
  return z.strictObject({ 'zh-CN': text, en: text, es: text });
}

export const articleContentSchema = z.strictObject({
  title: localizedUpTo(120),
  bring: localizedUpTo(500),
  duration: localizedUpTo(200),
  cost: localizedUpTo(300),
  where: localizedUpTo(300),
  body: localizedUpTo(8000),
});

/** An article as it is saved: a new version, which everybody finds from then on when `publish` says so. */
export const saveArticleBody = z.strictObject({
  kind: z.enum(ARTICLE_KINDS),
  topic: z.enum(TOPICS),
  serviceCode: codeSchema.nullable().default(null),
  content: articleContentSchema.refine(isComplete, {
    message: 'a title and a body in one language at least',
    path: ['title'],
  }),
  publish: z.boolean(),
});

/** The next version of an article: made from `baseVersion`, so that two people don't overwrite each other unseen. */
export const reviseArticleBody = saveArticleBody.extend({ baseVersion: z.int().min(1).max(1_000_000) });

const textSchema = z.record(z.string(), z.string());

const articleTexts = z.object({
  title: textSchema,
  bring: textSchema,
  duration: textSchema,
  cost: textSchema,
  where: textSchema,
  body: textSchema,
});

/** An article as it is found. */
export const articleHitSchema = z.object({
  id: z.string(),
  kind: z.enum(ARTICLE_KINDS),
  topic: z.enum(TOPICS),
  serviceCode: z.string().nullable(),
  version: z.int(),
  title: textSchema,
  /** A few words around what was looked for, in the language that was asked for. */
  excerpt: z.string(),
});
export type ArticleHit = z.infer<typeof articleHitSchema>;

/** What everybody reads: the published version. */
export const articleSchema = z.object({
  id: z.string(),
  kind: z.enum(ARTICLE_KINDS),
  topic: z.enum(TOPICS),
  serviceCode: z.string().nullable(),
  version: z.int(),
  publishedAt: z.string(),
  content: articleTexts,
});
export type ArticleView = z.infer<typeof articleSchema>;

/** A line of the editor's list: drafts too. */
export const articleEntrySchema = z.object({
  id: z.string(),
  kind: z.enum(ARTICLE_KINDS),
  topic: z.enum(TOPICS),
  serviceCode: z.string().nullable(),
  version: z.int(),
  publishedVersion: z.int().nullable(),
  title: textSchema,
  updatedAt: z.string(),
  updatedBy: z.string().nullable(),
});
export type ArticleEntry = z.infer<typeof articleEntrySchema>;

/** A version as it was saved, for those who write. */
export const articleVersionSchema = z.object({
  version: z.int(),
  kind: z.enum(ARTICLE_KINDS),
  topic: z.enum(TOPICS),
  serviceCode: z.string().nullable(),
  content: articleTexts,
  published: z.boolean(),
  savedAt: z.string(),
  savedBy: z.string().nullable(),
});
export type ArticleVersionView = z.infer<typeof articleVersionSchema>;
