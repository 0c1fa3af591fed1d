import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { DeskHeader } from '@/components/desk/desk-header';
import { ClientMessages } from '@/components/i18n/client-messages';
import { LocaleSwitch } from '@/components/i18n/locale-switch';
import { ManageNav } from '@/components/manage/manage-nav';
import { cn } from '@/components/ui/class-names';
import type { HallConfig } from '@/lib/halls/hall-config';
import { localName } from '@/lib/i18n/local-name';
import { type Section, type SectionKey, settingsPath } from '@/lib/settings/section';
import { type Actor, actorName } from '@/lib/staff/actor';

/** Around every page of the settings: the hall, the parts to choose from, and the heading of this one. */
export async function SettingsFrame({
  hall,
  actor,
  sections,
  section,
  title,
  actions,
  readOnly = false,
  children,
}: {
  hall: HallConfig;
  actor: Actor;
  /** Those that this person may see. */
  sections: readonly Section[];
  section: SectionKey;
  /** Of an entry; left out, the section's own with its introduction. */
  title?: string;
  /** Beside the heading. */
  actions?: ReactNode;
  readOnly?: boolean;
  children: ReactNode;
}) {
  const t = await getTranslations('settings');
  const common = await getTranslations('common');
  const locale = await getLocale();
  return (
    <ClientMessages namespaces={['settingsForm']}>
      <div className="mx-auto w-full max-w-7xl p-3">
        <div className="flex flex-wrap items-center gap-3">
          <div className="min-w-0 flex-1">
            <DeskHeader title={t('title')} hallName={localName(hall.names, locale)} person={actorName(actor) ?? ''} />
          </div>
          <section aria-label={common('language')}>
            <LocaleSwitch />
          </section>
        </div>
        <div className="mt-2">
          <ManageNav hall={hall.slug} hallId={hall.id} actor={actor} current="settings" />
        </div>
        <div className="mt-3 grid items-start gap-4 md:grid-cols-[13rem_minmax(0,1fr)]">
          <nav aria-label={t('nav')} className="md:sticky md:top-3">
            <ul className="flex flex-wrap gap-1 md:flex-col">
              {sections.map(({ key }) => (
                <li key={key}>
                  <Link
                    href={settingsPath(hall.slug, key)}
                    aria-current={key === section ? 'page' : undefined}
                    className={cn(
                      'flex min-h-touch items-center rounded-lg px-3 font-medium',
                      key === section ? 'bg-primary text-primary-foreground' : 'hover:bg-surface-sunken',
                    )}
                  >
                    {t(`sections.${key}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <main className="min-w-0 space-y-4 pb-10">
            <header className="flex flex-wrap items-start justify-between gap-3">
              <div>
                <h1 className="font-bold text-2xl">{title ?? t(`sections.${section}`)}</h1>
                {title ? (
                  <Link href={settingsPath(hall.slug, section)} className="text-primary underline">
                    {t('backToList')}
                  </Link>
                ) : (
                  <p className="text-muted-foreground">{t(`intro.${section}`)}</p>
                )}
                {readOnly ? <p className="mt-1 font-medium">{t('readOnly')}</p> : null}
              </div>
              {actions}
            </header>
            {children}
          </main>
        </div>
      </div>
    </ClientMessages>
  );
}
