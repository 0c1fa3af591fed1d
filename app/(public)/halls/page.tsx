import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HallList } from '@/components/directory/hall-list';
import { NearestFirst } from '@/components/directory/nearest-first';
import { PublicHeader } from '@/components/doorway/public-header';
import { ClientMessages } from '@/components/i18n/client-messages';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Input } from '@/components/ui/input';
import { nearOf, searchedWords } from '@/lib/directory/directory-query';
import { loadDirectory } from '@/lib/directory/loaders';
import { house } from '@/lib/door/house';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('halls'))('title') };
}

const firstPage = 20;

/** The directory of halls: searched and sorted by the server, so that it works on any phone. */
export default async function HallsPage({ searchParams }: PageProps<'/halls'>) {
  const { q, near, all } = await searchParams;
  const words = searchedWords(q);
  const place = nearOf(near);
  const found = await loadDirectory(words, place);
  const shown = all === undefined ? found.slice(0, firstPage) : found;
  const t = await getTranslations('halls');
  return (
    <>
      <PublicHeader />
      <main className="mx-auto w-full max-w-2xl space-y-4 p-4 pb-12">
        <h1 className="font-bold text-3xl leading-tight">{t('title')}</h1>
        <search>
          <form action="/halls" className="flex gap-2">
            {place && typeof near === 'string' ? <input type="hidden" name="near" value={near} /> : null}
            <Input type="search" name="q" defaultValue={words} aria-label={t('search')} placeholder={t('search')} />
            <Button type="submit" className="shrink-0">
              {t('find')}
            </Button>
          </form>
        </search>
        <ClientMessages namespaces={['halls']}>
          <NearestFirst words={words} />
        </ClientMessages>
        {found.length === 0 ? (
          <EmptyState
            title={t('none')}
            action={
              <a href="/halls" className="font-semibold text-primary underline">
                {t('all')}
              </a>
            }
          >
            {t('noneHint')}
          </EmptyState>
        ) : (
          <section aria-label={t('found', { count: found.length })} className="space-y-3">
            <p className="text-muted-foreground">{t('found', { count: found.length })}</p>
            <HallList entries={shown} now={house().clock.now()} />
            {shown.length < found.length ? (
              <a
                href={`/halls?${new URLSearchParams({ ...(words ? { q: words } : {}), all: '' })}`}
                className="flex min-h-touch items-center justify-center font-semibold text-primary underline"
              >
                {t('more')}
              </a>
            ) : null}
          </section>
        )}
      </main>
    </>
  );
}
