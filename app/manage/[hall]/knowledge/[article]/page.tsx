import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/i18n/client-messages';
import { ArticleEditor } from '@/components/knowledge/article-editor';
import { KnowledgeFrame } from '@/components/knowledge/knowledge-frame';
import { loadHallDay } from '@/lib/halls/loaders';
import { loadArticle } from '@/lib/knowledge/loaders';
import { requireDesk } from '@/lib/staff/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('knowledge');
  return { title: t('title') };
}

/** `new` is an article that does not exist yet. */
export default async function ArticlePage({ params }: PageProps<'/manage/[hall]/knowledge/[article]'>) {
  const { hall, article: id } = await params;
  const path = `/manage/${hall}/knowledge/${id}`;
  const { house, hallId, actor } = await requireDesk(hall, 'knowledge.write', path);
  const { config } = await loadHallDay(house, hallId);
  const article = id === 'new' ? null : await loadArticle(house, hallId, id);
  if (id !== 'new' && !article) notFound();
  return (
    <KnowledgeFrame hall={config} actor={actor}>
      <ClientMessages namespaces={['errors', 'knowledge', 'topic']}>
        <ArticleEditor
          // A saved version makes the form anew.
          key={article?.entry.version ?? 0}
          hall={hall}
          timeZone={config.timeZone}
          services={config.services.map(({ code, names }) => ({ code, names }))}
          article={article}
        />
      </ClientMessages>
    </KnowledgeFrame>
  );
}
