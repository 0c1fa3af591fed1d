import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { DeskHeader } from '@/components/desk/desk-header';
import { LocaleSwitch } from '@/components/i18n/locale-switch';
import { ManageNav } from '@/components/manage/manage-nav';
import type { HallConfig } from '@/lib/halls/hall-config';
import { localName } from '@/lib/i18n/local-name';
import { type Actor, actorName } from '@/lib/staff/actor';

/** Around the pages of the knowledge base. */
export async function KnowledgeFrame({
  hall,
  actor,
  children,
}: {
  hall: Pick<HallConfig, 'id' | 'slug' | 'names'>;
  actor: Actor;
  children: ReactNode;
}) {
  const t = await getTranslations('knowledge');
  const common = await getTranslations('common');
  const locale = await getLocale();
  return (
    <div className="mx-auto w-full max-w-6xl space-y-3 p-3">
      <div className="flex flex-wrap items-center gap-3">
        <div className="min-w-0 flex-1">
          <DeskHeader title={t('title')} hallName={localName(hall.names, locale)} person={actorName(actor) ?? ''} />
        </div>
        <section aria-label={common('language')}>
          <LocaleSwitch />
        </section>
      </div>
      <ManageNav hall={hall.slug} hallId={hall.id} actor={actor} current="knowledge" />
      <main className="space-y-4 pb-10">{children}</main>
    </div>
  );
}
