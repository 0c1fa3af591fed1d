'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Input } from '@/components/ui/input';
import { LoadingState } from '@/components/ui/loading-state';
import { Sheet } from '@/components/ui/sheet';
import { localName } from '@/lib/i18n/local-name';
import { readMarkup, type Span } from '@/lib/knowledge/light-markup';
import type { ArticleHit, ArticleView } from '@/lib/knowledge/schema';

/** The service guide beside the customer: articles of the service first, any other by its words. */
export function ServiceGuide({
  hall,
  serviceCode,
  onClose,
}: {
  /** Slug. */
  hall: string;
  serviceCode: string | undefined;
  onClose: () => void;
}) {
  const t = useTranslations('counter.guide');
  const common = useTranslations('common');
  const locale = useLocale();
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState('');
  const [hits, setHits] = useState<ArticleHit[]>();
  const [article, setArticle] = useState<ArticleView>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let gone = false;
    const query = new URLSearchParams({ locale, limit: '12' });
    if (asked) query.set('q', asked);
    else if (serviceCode) query.set('serviceCode', serviceCode);
    void callApi<{ items: ArticleHit[] }>('GET', `/halls/${encodeURIComponent(hall)}/knowledge?${query}`).then(
      (answer) => {
        if (gone) return;
        setFailed(!answer.ok);
        if (answer.ok) setHits(answer.value.items);
      },
    );
    return () => {
      gone = true;
    };
  }, [hall, asked, serviceCode, locale]);
  const open = async (id: string) => {
    const answer = await callApi<ArticleView>('GET', `/articles/${id}`);
    setFailed(!answer.ok);
    if (answer.ok) setArticle(answer.value);
  };
  const search = (event: FormEvent) => {
    event.preventDefault();
    setArticle(undefined);
    setAsked(words.trim());
  };
  return (
    <Sheet open onOpenChange={(still) => still || onClose()} title={t('title')} closeLabel={common('close')}>
      <form onSubmit={search} className="mb-4 flex gap-2">
        <Input
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          data-autofocus=""
          maxLength={200}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          className="flex-1"
        />
        <Button type="submit" variant="secondary">
          {t('find')}
        </Button>
      </form>
      {failed ? <p role="alert">{t('failed')}</p> : null}
      {article ? (
        <article className="space-y-3">
          <Button variant="ghost" onClick={() => setArticle(undefined)}>
            {common('back')}
          </Button>
          <h3 className="font-semibold text-xl">{localName(article.content.title, locale)}</h3>
          <dl className="space-y-2">
            {(['bring', 'duration', 'cost', 'where'] as const).map((part) => {
              const text = localName(article.content[part], locale);
              return text ? (
                <div key={part}>
                  <dt className="text-muted-foreground text-sm">{t(part)}</dt>
                  <dd className="whitespace-pre-line">{text}</dd>
                </div>
              ) : null;
            })}
          </dl>
          <Body text={localName(article.content.body, locale)} />
        </article>
      ) : null}
      {!article && hits === undefined && !failed ? <LoadingState label={common('loading')} lines={4} /> : null}
      {!article && hits?.length === 0 ? <EmptyState title={t('none')}>{t('noneHint')}</EmptyState> : null}
      {!article && hits && hits.length > 0 ? (
        <ul className="divide-y divide-border">
          {hits.map((hit) => (
            <li key={hit.id}>
              <button
                type="button"
                onClick={() => open(hit.id)}
                className="block min-h-touch w-full rounded-lg px-2 py-2 text-start hover:bg-surface-sunken"
              >
                <span className="block font-medium">{localName(hit.title, locale)}</span>
                <span className="block text-muted-foreground text-sm">{hit.excerpt}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </Sheet>
  );
}

function Body({ text }: { text: string }) {
  return (
    <div className="space-y-2">
      {readMarkup(text).map((block, index) => {
        // The blocks of a text stay in their order while it is shown.
        const key = `${index} ${block.kind}`;
        if ('items' in block) {
          const List = block.kind === 'steps' ? 'ol' : 'ul';
          return (
            <List key={key} className={block.kind === 'steps' ? 'list-decimal ps-6' : 'list-disc ps-6'}>
              {block.items.map((spans) => (
                <li key={spans.map((span) => span.text).join('')}>
                  <Spans spans={spans} />
                </li>
              ))}
            </List>
          );
        }
        if (block.kind === 'heading')
          return (
            <h4 key={key} className="font-semibold">
              <Spans spans={block.spans} />
            </h4>
          );
        return (
          <p key={key}>
            <Spans spans={block.spans} />
          </p>
        );
      })}
    </div>
  );
}

function Spans({ spans }: { spans: readonly Span[] }) {
  return spans.map((span) =>
    span.bold ? <strong key={span.text}>{span.text}</strong> : <span key={span.text}>{span.text}</span>,
  );
}
