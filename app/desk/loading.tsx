import { getTranslations } from 'next-intl/server';
import { LoadingState } from '@/components/ui/loading-state';

/** Only where staff work: a page for customers must be readable without script, which streaming is not. */
export default async function Loading() {
  const t = await getTranslations('common');
  return (
    <main className="mx-auto w-full max-w-4xl p-6">
      <LoadingState label={t('loading')} lines={5} />
    </main>
  );
}
