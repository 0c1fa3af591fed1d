'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { reloadWhenReachable } from '@/components/display/reload';

const reloadAfterMs = 10_000;

/** Nobody is there to press a button: the display loads itself anew, as soon as the server answers. */
export default function DisplayCrash() {
  const t = useTranslations('problem');
  useEffect(() => {
    const timer = setTimeout(() => void reloadWhenReachable(), reloadAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main
      data-theme="display"
      className="fixed inset-0 flex flex-col items-center justify-center gap-4 bg-background text-center text-foreground"
    >
      <h1 className="font-bold text-6xl">{t('displayTitle')}</h1>
      <p className="text-3xl text-muted-foreground">{t('displayIntro')}</p>
    </main>
  );
}
