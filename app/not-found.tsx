import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';

export default async function NotFound() {
  const t = await getTranslations('problem');
  const common = await getTranslations('common');
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <EmptyState level={1} title={t('notFoundTitle')} action={<ButtonLink href="/">{common('toStart')}</ButtonLink>}>
        {t('notFoundIntro')}
      </EmptyState>
    </main>
  );
}
