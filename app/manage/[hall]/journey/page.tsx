import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/i18n/client-messages';
import { LocaleSwitch } from '@/components/i18n/locale-switch';
import { DayChoice } from '@/components/journey/day-choice';
import { JourneyBoard } from '@/components/journey/journey-board';
import { ManageNav } from '@/components/manage/manage-nav';
import { localName } from '@/lib/i18n/local-name';
import { loadJourney } from '@/lib/journey/loaders';
import { dayOf } from '@/lib/journey/period';
import { requireDesk } from '@/lib/staff/loaders';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('journey'))('title') };
}

export default async function JourneyPage({ params, searchParams }: PageProps<'/manage/[hall]/journey'>) {
  const { hall } = await params;
  const query = await searchParams;
  const path = `/manage/${encodeURIComponent(hall)}/journey`;
  const { house, hallId, actor } = await requireDesk(hall, 'journey.read', path);
  const view = await loadJourney(house, hallId, dayOf(query.date));
  if (!view) notFound();
  const t = await getTranslations('journey');
  const locale = await getLocale();
  return (
    <ClientMessages namespaces={['errors', 'eventKinds', 'journey', 'standards', 'touchpoints']}>
      <main className="mx-auto flex min-h-dvh w-full max-w-[120rem] flex-col gap-3 p-4">
        <ManageNav hall={hall} hallId={hallId} actor={actor} current="journey" />
        <header className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
          <h1 className="font-bold text-2xl leading-tight">{t('title')}</h1>
          <p className="me-auto text-lg text-muted-foreground">{localName(view.hall.names, locale)}</p>
          <LocaleSwitch />
        </header>
        <JourneyBoard
          key={view.today ? 'today' : view.date}
          initial={view}
          opened={typeof query.touchpoint === 'string' ? query.touchpoint : null}
        >
          <DayChoice path={path} date={view.date} today={view.today} />
        </JourneyBoard>
      </main>
    </ClientMessages>
  );
}
