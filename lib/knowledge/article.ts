import { LOCALES, type Locale } from '@/lib/core/locale';
import type { LocalizedText } from '@/lib/core/localized';

/** A service guide (how a business is done), a tariff or plan, a notice that holds for some time. */
export const ARTICLE_KINDS = ['guide', 'plan', 'notice'] as const;
export type ArticleKind = (typeof ARTICLE_KINDS)[number];

/** What questions are about: articles and enquiries are sorted by the same list. */
export const TOPICS = ['plan', 'bill', 'sim', 'broadband', 'device', 'roaming', 'account', 'cancel', 'other'] as const;
export type Topic = (typeof TOPICS)[number];

/** The parts of an article. The short facts are what a customer asks first, so they have a place of their own. */
export const ARTICLE_PARTS = ['title', 'bring', 'duration', 'cost', 'where', 'body'] as const;
export type ArticlePart = (typeof ARTICLE_PARTS)[number];

/** What an article says: every part in every language, empty where nobody has written it yet. */
export type ArticleContent = Record<ArticlePart, LocalizedText>;

export interface Article {
  id: string;
  hallId: string;
  kind: ArticleKind;
  topic: Topic;
  serviceCode: string | null;
  /** The newest version, published or not. */
  version: number;
  content: ArticleContent;
  /** The version that everybody finds; null while there is none. */
  publishedVersion: number | null;
  published: ArticleContent | null;
  publishedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  updatedByRef: string;
  updatedByName: string | null;
}

/** An article as it was saved once. */
export interface ArticleVersion {
  articleId: string;
  version: number;
  kind: ArticleKind;
  topic: Topic;
  serviceCode: string | null;
  content: ArticleContent;
  published: boolean;
  savedAt: Date;
  savedByRef: string;
  savedByName: string | null;
}

/** A part in the reader's language, or in the first one in which it was written. */
export function partIn(content: ArticleContent, part: ArticlePart, locale: Locale): string {
  return content[part][locale] || (LOCALES.map((other) => content[part][other]).find((text) => text !== '') ?? '');
}

/** Complete enough to be read out: in one language at least there are a title and a body. */
export function isComplete(content: ArticleContent): boolean {
  return LOCALES.some((locale) => content.title[locale] !== '' && content.body[locale] !== '');
}

/** A published article that names the service at whose counters its business is done. */
export type ServiceArticle = { id: string; topic: Topic; serviceCode: string };
