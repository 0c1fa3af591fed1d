import { Store } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { LocaleSwitch } from '@/components/i18n/locale-switch';

/** Top of the pages that belong to no hall: the product's name, which leads to the doorway, and the language. */
export async function PublicHeader() {
  const t = await getTranslations('common');
  return (
    <header className="mx-auto flex w-full max-w-5xl flex-wrap items-center justify-between gap-4 p-4 sm:px-8">
      <Link href="/" className="flex min-h-touch items-center gap-2 font-semibold text-lg">
        <Store aria-hidden="true" className="text-primary" />
        {t('appName')}
      </Link>
      <LocaleSwitch />
    </header>
  );
}
