import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RatingTablet } from '@/components/ratings/rating-tablet';
import { loadMessages, loadRatingDevice } from '@/lib/screens/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rating');
  return { title: t('title') };
}

export default async function RatingPage({ params }: PageProps<'/screens/[hall]/rating'>) {
  const { hall } = await params;
  const [{ languages, paired }, messages] = await Promise.all([
    loadRatingDevice(hall),
    loadMessages(['common', 'errors', 'rating']),
  ]);
  return <RatingTablet hall={hall} languages={languages} paired={paired} messages={messages} />;
}
