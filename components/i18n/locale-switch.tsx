import { getLocale, getTranslations } from 'next-intl/server';
import { cn } from '@/components/ui/class-names';
import { chooseLocale } from '@/lib/i18n/actions';
import { localeNames, locales } from '@/lib/i18n/config';

/** Every language in its own name; one tap changes it. A form without script of its own. */
export async function LocaleSwitch({ className }: { className?: string }) {
  const current = await getLocale();
  const t = await getTranslations('common');
  return (
    <form action={chooseLocale} className={className}>
      <fieldset className="inline-flex gap-1 rounded-lg border border-border bg-surface p-1">
        <legend className="sr-only">{t('language')}</legend>
        {locales.map((locale) => (
          <button
            key={locale}
            type="submit"
            name="locale"
            value={locale}
            lang={locale}
            aria-pressed={locale === current}
            className={cn(
              'min-h-touch rounded-md px-3 font-medium',
              locale === current ? 'bg-primary text-primary-foreground' : 'hover:bg-surface-sunken',
            )}
          >
            {localeNames[locale]}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
