'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('problem');
  const common = useTranslations('common');
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-2xl place-items-center p-6">
      <ErrorState
        className="w-full"
        level={1}
        title={t('title')}
        action={
          <Button variant="danger" onClick={reset}>
            {common('retry')}
          </Button>
        }
      >
        <p>{t('intro')}</p>
        {error.digest ? <p className="mt-1 text-sm">{t('reference', { digest: error.digest })}</p> : null}
      </ErrorState>
    </main>
  );
}
