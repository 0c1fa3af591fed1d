import { CircleCheck, PencilLine } from 'lucide-react';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { StateChip } from '@/components/ui/state-chip';
import { Table, TableBody, TableHead, Td, Th } from '@/components/ui/table';
import { formatHallDateTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import { TOPICS } from '@/lib/knowledge/article';
import type { ArticleEntry } from '@/lib/knowledge/schema';

/** Every article by its topic, with its state and who touched it last. */
export async function ArticleList({
  hall,
  timeZone,
  articles,
}: {
  hall: string;
  timeZone: string;
  articles: readonly ArticleEntry[];
}) {
  const t = await getTranslations('knowledge');
  const topic = await getTranslations('topic');
  const locale = await getLocale();
  const add = (
    <ButtonLink href={`/manage/${hall}/knowledge/new`} size="lg">
      {t('add')}
    </ButtonLink>
  );
  const sorted = [...articles].sort(
    (a, b) =>
      TOPICS.indexOf(a.topic) - TOPICS.indexOf(b.topic) ||
      localName(a.title, locale).localeCompare(localName(b.title, locale), locale),
  );
  return (
    <>
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h1 className="font-bold text-2xl">{t('title')}</h1>
          <p className="text-muted-foreground">{t('intro')}</p>
        </div>
        {add}
      </header>
      {sorted.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
      ) : (
        <Table caption={t('title')} captionHidden>
          <TableHead>
            <tr>
              <Th>{t('part.title')}</Th>
              <Th>{t('topic')}</Th>
              <Th>{t('state')}</Th>
              <Th>{t('lastSaved')}</Th>
            </tr>
          </TableHead>
          <TableBody>
            {sorted.map((article) => (
              <tr key={article.id}>
                <Td>
                  <Link
                    href={`/manage/${hall}/knowledge/${article.id}`}
                    prefetch={false}
                    className="inline-flex min-h-touch items-center font-medium text-primary underline-offset-4 hover:underline"
                  >
                    {localName(article.title, locale) || t('untitled')}
                  </Link>
                </Td>
                <Td>
                  {topic(article.topic)} · {t(`kind.${article.kind}`)}
                </Td>
                <Td>
                  {article.publishedVersion === null ? (
                    <StateChip size="sm" icon={<PencilLine aria-hidden="true" />}>
                      {t('draft')}
                    </StateChip>
                  ) : (
                    <StateChip size="sm" tone="success" icon={<CircleCheck aria-hidden="true" />}>
                      {article.publishedVersion === article.version
                        ? t('published')
                        : t('publishedOlder', { version: article.publishedVersion })}
                    </StateChip>
                  )}
                </Td>
                <Td>
                  <span className="whitespace-nowrap text-muted-foreground">
                    {formatHallDateTime(article.updatedAt, locale, timeZone)} {article.updatedBy}
                  </span>
                </Td>
              </tr>
            ))}
          </TableBody>
        </Table>
      )}
    </>
  );
}
