import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/i18n/client-messages';
import { LocaleSwitch } from '@/components/i18n/locale-switch';
import { CardExport } from '@/components/journey/card-export';
import { ProposeButton } from '@/components/journey/propose-button';
import { ScorecardChoice } from '@/components/journey/scorecard-choice';
import { ScorecardTable } from '@/components/journey/scorecard-table';
import { WeakestCard } from '@/components/journey/weakest-card';
import { ManageNav } from '@/components/manage/manage-nav';
import { localName } from '@/lib/i18n/local-name';
import { loadComparableHalls, loadScorecard } from '@/lib/journey/loaders';
import { dayOf, periodBefore, periodNamed, periodOf } from '@/lib/journey/period';
import type { Scorecard } from '@/lib/journey/schema';
import { scorecardRows } from '@/lib/journey/scorecard';
import { requireDesk } from '@/lib/staff/loaders';
import { permits } from '@/lib/staff/policy';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('journey.scorecard'))('title') };
}

export default async function ScorecardPage({ params, searchParams }: PageProps<'/manage/[hall]/scorecard'>) {
  const { hall } = await params;
  const query = await searchParams;
  const path = `/manage/${encodeURIComponent(hall)}/scorecard`;
  const { house, hallId, actor } = await requireDesk(hall, 'journey.read', path);
  const period = periodNamed(query.period);
  const card = await loadScorecard(house, hallId, period, dayOf(query.date));
  if (!card) notFound();
  const halls = await loadComparableHalls(house, actor);
  const other = halls.find(({ slug }) => slug === query.with) ?? { id: hallId, slug: card.hall.slug };
  const date = dayOf(query.date) ?? card.today;
  const before = periodBefore(period, periodOf(period, date)).from;
  const withDate = dayOf(query.withDate) ?? (other.id === hallId ? before : date);
  const compared = await loadScorecard(house, other.id, period, withDate);
  if (!compared) notFound();

  const t = await getTranslations('journey');
  const locale = await getLocale();
  const format = await getFormatter();
  const day = (text: string) =>
    format.dateTime(new Date(`${text}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' });
  const range = ({ from, to }: Scorecard) => (from === to ? day(from) : `${day(from)} – ${day(to)}`);
  const named = (of: Scorecard) => `${localName(of.hall.names, locale)}, ${range(of)}`;
  return (
    <ClientMessages namespaces={['errors', 'journey']}>
      <main className="mx-auto flex min-h-dvh w-full max-w-[120rem] flex-col gap-3 p-4">
        <ManageNav hall={hall} hallId={hallId} actor={actor} current="scorecard" />
        <header className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
          <h1 className="font-bold text-2xl leading-tight">{t('scorecard.title')}</h1>
          <p className="me-auto text-lg text-muted-foreground">{named(card)}</p>
          <CardExport fileName={`${card.hall.slug}-${card.from}-${card.to}.csv`} rows={scorecardRows(card)} />
          <div className="print:hidden">
            <LocaleSwitch />
          </div>
        </header>
        <ScorecardChoice
          path={path}
          period={period}
          date={date}
          halls={halls.map(({ slug, names }) => ({ slug, name: localName(names, locale) }))}
          compared={{ hall: other.slug, date: withDate }}
        />
        <WeakestCard
          card={card}
          action={permits(actor, 'weakPoint.manage', hallId) ? <ProposeButton card={card} /> : null}
        />
        <p className="text-muted-foreground">
          {t('scorecard.days', { count: card.days })} {t('scorecard.comparedWith', { what: named(compared) })}
        </p>
        <ScorecardTable card={card} compared={compared} today={card.today} />
      </main>
    </ClientMessages>
  );
}
