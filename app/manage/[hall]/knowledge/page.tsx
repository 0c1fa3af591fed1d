import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ArticleList } from '@/components/knowledge/article-list';
import { KnowledgeFrame } from '@/components/knowledge/knowledge-frame';
import { loadHallDay } from '@/lib/halls/loaders';
import { loadArticles } from '@/lib/knowledge/loaders';
import { requireDesk } from '@/lib/staff/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('knowledge');
  return { title: t('title') };
}

export default async function KnowledgePage({ params }: PageProps<'/manage/[hall]/knowledge'>) {
  const { hall } = await params;
  const { house, hallId, actor } = await requireDesk(hall, 'knowledge.write', `/manage/${hall}/knowledge`);
  const { config } = await loadHallDay(house, hallId);
  return (
    <KnowledgeFrame hall={config} actor={actor}>
      <ArticleList hall={hall} timeZone={config.timeZone} articles={await loadArticles(house, hallId)} />
    </KnowledgeFrame>
  );
}
