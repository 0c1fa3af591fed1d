import type { Locale } from '@/lib/core/locale';
import { type Article, type ArticleContent, type ArticleVersion, partIn } from './article';
import type { ArticleEntry, ArticleHit, ArticleVersionView, ArticleView } from './schema';
import { excerpt } from './search-terms';

type Published = Article & { published: ArticleContent; publishedVersion: number };

function isPublished(article: Article): article is Published {
  return article.published !== null && article.publishedVersion !== null;
}

/** An article as it is found; null while nothing of it is published. */
export function presentHit(article: Article, question: string, locale: Locale): ArticleHit | null {
  if (!isPublished(article)) return null;
  const { id, kind, topic, serviceCode, published, publishedVersion } = article;
  return {
    id,
    kind,
    topic,
    serviceCode,
    version: publishedVersion,
    title: published.title,
    excerpt: excerpt(partIn(published, 'body', locale), question),
  };
}

/** What everybody reads; null while nothing of it is published. */
export function presentArticle(article: Article): ArticleView | null {
  if (!isPublished(article)) return null;
  return {
    id: article.id,
    kind: article.kind,
    topic: article.topic,
    serviceCode: article.serviceCode,
    version: article.publishedVersion,
    publishedAt: (article.publishedAt ?? article.updatedAt).toISOString(),
    content: article.published,
  };
}

export function presentEntry(article: Article): ArticleEntry {
  return {
    id: article.id,
    kind: article.kind,
    topic: article.topic,
    serviceCode: article.serviceCode,
    version: article.version,
    publishedVersion: article.publishedVersion,
    title: article.content.title,
    updatedAt: article.updatedAt.toISOString(),
    updatedBy: article.updatedByName,
  };
}

export function presentVersion(saved: ArticleVersion): ArticleVersionView {
  return {
    version: saved.version,
    kind: saved.kind,
    topic: saved.topic,
    serviceCode: saved.serviceCode,
    content: saved.content,
    published: saved.published,
    savedAt: saved.savedAt.toISOString(),
    savedBy: saved.savedByName,
  };
}
