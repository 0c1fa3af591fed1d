'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Badge } from '@/components/ui/badge';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Tabs } from '@/components/ui/tabs';
import { Textarea } from '@/components/ui/textarea';
import { showToast } from '@/components/ui/toast-store';
import { LOCALES, type Locale } from '@/lib/core/locale';
import { localeNames } from '@/lib/i18n/config';
import { formatHallDateTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import {
  ARTICLE_KINDS,
  ARTICLE_PARTS,
  type ArticleContent,
  type ArticleKind,
  type ArticlePart,
  TOPICS,
  type Topic,
} from '@/lib/knowledge/article';
import type { ArticleEntry, ArticleVersionView } from '@/lib/knowledge/schema';
import { MarkupText } from './article-body';

const FACTS = ARTICLE_PARTS.filter((part) => part !== 'title' && part !== 'body');
const LENGTHS: Record<ArticlePart, number> = {
  title: 120,
  bring: 500,
  duration: 200,
  cost: 300,
  where: 300,
  body: 8000,
};

function contentOf(saved: ArticleVersionView['content'] | undefined): ArticleContent {
  return Object.fromEntries(
    ARTICLE_PARTS.map((part) => [part, { 'zh-CN': '', en: '', es: '', ...saved?.[part] }]),
  ) as ArticleContent;
}

/** An article in every language, with its older versions beside it. Saving keeps a draft; publishing lets staff find it. */
export function ArticleEditor({
  hall,
  timeZone,
  services,
  article,
}: {
  hall: string;
  timeZone: string;
  services: readonly { code: string; names: Record<string, string> }[];
  /** None: a new one. */
  article: { entry: ArticleEntry; versions: ArticleVersionView[] } | null;
}) {
  const t = useTranslations('knowledge');
  const topicName = useTranslations('topic');
  const common = useTranslations('common');
  const locale = useLocale();
  const router = useRouter();
  const problemText = useProblemText();
  const newest = article?.versions[0];
  const [kind, setKind] = useState<ArticleKind>(newest?.kind ?? 'guide');
  const [topic, setTopic] = useState<Topic>(newest?.topic ?? 'other');
  const [serviceCode, setServiceCode] = useState(newest?.serviceCode ?? '');
  const [content, setContent] = useState(contentOf(newest?.content));
  const [pending, setPending] = useState<'draft' | 'publish' | 'withdraw' | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const isPublished = article !== null && article.entry.publishedVersion !== null;

  const write = (part: ArticlePart, language: Locale, text: string) =>
    setContent((now) => ({ ...now, [part]: { ...now[part], [language]: text } }));

  const save = async (publish: boolean) => {
    setPending(publish ? 'publish' : 'draft');
    setProblem(null);
    const body = { kind, topic, serviceCode: serviceCode || null, content, publish };
    const answer = article
      ? await callApi<ArticleEntry>('POST', `/articles/${article.entry.id}`, {
          ...body,
          baseVersion: article.entry.version,
        })
      : await callApi<ArticleEntry>('POST', `/halls/${hall}/knowledge`, body);
    setPending(null);
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    showToast({ message: t(publish ? 'nowPublished' : 'draftSaved'), durationMs: 4_000 });
    if (article) router.refresh();
    else router.push(`/manage/${hall}/knowledge/${answer.value.id}`);
  };

  const withdraw = async () => {
    if (!article) return;
    setPending('withdraw');
    setProblem(null);
    const answer = await callApi('POST', `/articles/${article.entry.id}/withdraw`);
    setPending(null);
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    showToast({ message: t('withdrawn'), durationMs: 4_000 });
    router.refresh();
  };

  const incomplete = problem?.errors?.some(({ path }) => path === 'content.title');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(true);
  };

  return (
    <>
      <header className="space-y-1">
        <Link
          href={`/manage/${hall}/knowledge`}
          className="inline-flex min-h-touch items-center text-primary underline"
        >
          {t('backToList')}
        </Link>
        <h1 className="font-bold text-2xl">
          {article ? localName(article.entry.title, locale) || t('untitled') : t('newArticle')}
        </h1>
      </header>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <form onSubmit={submit} noValidate className="space-y-4">
          <div className="grid gap-3 sm:grid-cols-3">
            <Field id="article-kind" label={t('kindLabel')}>
              {(control) => (
                <Select {...control} value={kind} onChange={(e) => setKind(e.target.value as ArticleKind)}>
                  {ARTICLE_KINDS.map((key) => (
                    <option key={key} value={key}>
                      {t(`kind.${key}`)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field id="article-topic" label={t('topic')}>
              {(control) => (
                <Select {...control} value={topic} onChange={(e) => setTopic(e.target.value as Topic)}>
                  {TOPICS.map((key) => (
                    <option key={key} value={key}>
                      {topicName(key)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field id="article-service" label={t('service')}>
              {(control) => (
                <Select {...control} value={serviceCode} onChange={(e) => setServiceCode(e.target.value)}>
                  <option value="">{t('noService')}</option>
                  {services.map(({ code, names }) => (
                    <option key={code} value={code}>
                      {localName(names, locale)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
          <Tabs
            label={t('languages')}
            initial={locale}
            tabs={LOCALES.map((language) => ({
              id: language,
              label: localeNames[language],
              content: (
                <div className="space-y-4" lang={language}>
                  <Field
                    id={`title-${language}`}
                    label={t('part.title')}
                    error={incomplete ? t('incomplete') : undefined}
                  >
                    {(control) => (
                      <Input
                        {...control}
                        value={content.title[language]}
                        maxLength={LENGTHS.title}
                        onChange={(e) => write('title', language, e.target.value)}
                      />
                    )}
                  </Field>
                  <div className="grid gap-3 sm:grid-cols-2">
                    {FACTS.map((part) => (
                      <Field
                        key={part}
                        id={`${part}-${language}`}
                        label={t(`part.${part}`)}
                        optionalLabel={common('optional')}
                      >
                        {(control) => (
                          <Input
                            {...control}
                            value={content[part][language]}
                            maxLength={LENGTHS[part]}
                            onChange={(e) => write(part, language, e.target.value)}
                          />
                        )}
                      </Field>
                    ))}
                  </div>
                  <Field id={`body-${language}`} label={t('part.body')} hint={t('markupHint')}>
                    {(control) => (
                      <Textarea
                        {...control}
                        rows={12}
                        value={content.body[language]}
                        maxLength={LENGTHS.body}
                        onChange={(e) => write('body', language, e.target.value)}
                      />
                    )}
                  </Field>
                  {content.body[language] === '' ? null : (
                    <Card title={t('preview')}>
                      <MarkupText text={content.body[language]} />
                    </Card>
                  )}
                </div>
              ),
            }))}
          />
          {problem ? (
            <Banner tone="danger" assertive>
              {incomplete ? t('incomplete') : problemText(problem)}
            </Banner>
          ) : null}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" size="lg" pending={pending === 'publish'}>
              {t('publish')}
            </Button>
            <Button size="lg" variant="secondary" pending={pending === 'draft'} onClick={() => save(false)}>
              {t('saveDraft')}
            </Button>
            {isPublished ? (
              <Button size="lg" variant="ghost" pending={pending === 'withdraw'} onClick={withdraw}>
                {t('withdraw')}
              </Button>
            ) : null}
          </div>
        </form>
        {article ? (
          <Card title={t('versions')}>
            <ol className="divide-y divide-border">
              {article.versions.map((saved) => (
                <li key={saved.version} className="space-y-1 py-2">
                  <p className="flex flex-wrap items-center gap-2 font-medium">
                    {t('version', { version: saved.version })}
                    {saved.version === article.entry.publishedVersion ? (
                      <Badge tone="success">{t('published')}</Badge>
                    ) : null}
                  </p>
                  <p className="text-muted-foreground text-sm">
                    {formatHallDateTime(saved.savedAt, locale, timeZone)}
                    {saved.savedBy ? ` · ${saved.savedBy}` : ''}
                  </p>
                  <details>
                    <summary className="flex min-h-touch cursor-pointer items-center text-primary">{t('read')}</summary>
                    <p className="pb-1 font-semibold">{localName(saved.content.title, locale)}</p>
                    <MarkupText text={localName(saved.content.body, locale)} />
                    <Button
                      variant="secondary"
                      className="mt-2"
                      onClick={() => {
                        setContent(contentOf(saved.content));
                        setKind(saved.kind);
                        setTopic(saved.topic);
                        setServiceCode(saved.serviceCode ?? '');
                        window.scrollTo({ top: 0 });
                      }}
                    >
                      {t('takeUp')}
                    </Button>
                  </details>
                </li>
              ))}
            </ol>
          </Card>
        ) : null}
      </div>
    </>
  );
}
