'use client';

import { ArrowLeft, CircleCheck, Search, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useRef, useState } from 'react';
import { ArticleBody } from '@/components/knowledge/article-body';
import { useKnowledgeSearch } from '@/components/knowledge/use-knowledge-search';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { Input } from '@/components/ui/input';
import { showToast } from '@/components/ui/toast-store';
import type { OpenedEnquiry } from '@/lib/enquiries/schema';
import { localName } from '@/lib/i18n/local-name';
import { TOPICS, type Topic } from '@/lib/knowledge/article';
import type { ArticleHit, ArticleView } from '@/lib/knowledge/schema';
import { ColleagueChoice } from './colleague-choice';
import { KeepForm } from './keep-form';
import { LikelyTicket } from './likely-ticket';
import { RetentionForm } from './retention-form';

export type ServiceChoice = { code: string; letter: string; names: Record<string, string> };

/** What can be done with a question beside having answered it. */
type Step = 'ask' | 'ticket' | 'colleague' | 'keep' | 'retention';

/**
 * One question from hearing it to its outcome: look it up, read out the answer, one tap says how it ended. Whoever holds
 * the card owns the question.
 */
export function EnquiryCard({
  hall,
  services,
  me,
  aboveBar = false,
  onDone,
}: {
  hall: string;
  services: readonly ServiceChoice[];
  me: { ref: string };
  /** There is a bar at the foot of the screen, which must not cover the outcomes. */
  aboveBar?: boolean;
  /** Something was noted: lists are read again. */
  onDone: () => void;
}) {
  const t = useTranslations('enquiries');
  const topicName = useTranslations('topic');
  const common = useTranslations('common');
  const locale = useLocale();
  const problemText = useProblemText();
  const field = useRef<HTMLInputElement>(null);
  const [question, setQuestion] = useState('');
  const [topic, setTopic] = useState<Topic | null>(null);
  const [article, setArticle] = useState<ArticleHit | null>(null);
  const [text, setText] = useState<ArticleView | null>(null);
  const [step, setStep] = useState<Step>('ask');
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [number, setNumber] = useState<string | null>(null);
  const search = useKnowledgeSearch(hall, question, topic);

  const begin = () => {
    setQuestion('');
    setTopic(null);
    setArticle(null);
    setText(null);
    setStep('ask');
    setProblem(null);
  };

  const choose = async (hit: ArticleHit) => {
    setArticle(hit);
    setText(null);
    setProblem(null);
    window.scrollTo({ top: 0 });
    const answer = await callApi<ArticleView>('GET', `/articles/${hit.id}`);
    if (answer.ok) setText(answer.value);
    else setProblem(answer.problem);
  };

  const send = async (more: object, said: (opened: OpenedEnquiry) => string) => {
    setPending(true);
    setProblem(null);
    const asked = question.trim();
    const answer = await callApi<OpenedEnquiry>('POST', `/halls/${hall}/enquiries`, {
      topic: article?.topic ?? topic ?? 'other',
      ...(asked === '' ? {} : { question: asked }),
      ...(article ? { articleId: article.id } : {}),
      ...more,
    });
    setPending(false);
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    showToast({ message: said(answer.value), durationMs: 4_000 });
    setNumber(answer.value.ticketNumber);
    begin();
    onDone();
  };

  const takeNumber = (serviceCode: string) =>
    send({ outcome: 'ticket', serviceCode }, ({ ticketNumber }) => t('ticketIssued', { number: ticketNumber ?? '' }));
  const likely = services.find(({ code }) => code === article?.serviceCode);

  const asked = question.trim() !== '' || topic !== null || article !== null;
  const failure = problem ? (
    <Banner tone="danger" assertive>
      {problemText(problem)}
    </Banner>
  ) : null;
  const back = (label: string) => (
    <Button variant="ghost" onClick={() => setStep('ask')} className="-ms-3">
      <ArrowLeft aria-hidden="true" className="size-5" />
      {label}
    </Button>
  );

  if (step === 'ticket')
    return (
      <Panel title={t('whichService')} back={back(common('back'))} failure={failure}>
        <ul className="grid grid-cols-2 gap-2">
          {services.map((service) => (
            <li key={service.code} className="flex">
              <Button
                variant="secondary"
                pending={pending}
                className="min-h-16 w-full justify-start whitespace-normal text-start"
                onClick={() => takeNumber(service.code)}
              >
                <span className="font-bold text-primary">{service.letter}</span>
                {localName(service.names, locale)}
              </Button>
            </li>
          ))}
        </ul>
      </Panel>
    );
  if (step === 'colleague')
    return (
      <Panel title={t('toWhom')} hint={t('toWhomHint')} back={back(common('back'))} failure={failure}>
        <ColleagueChoice
          hall={hall}
          me={me.ref}
          pending={pending}
          onChoose={({ id, name }) => send({ toColleague: id }, () => t('passedOn', { name }))}
        />
      </Panel>
    );
  if (step === 'keep')
    return (
      <Panel title={t('keepTitle')} hint={t('keepHint')} back={back(common('back'))} failure={failure}>
        <KeepForm problem={problem} pending={pending} onKeep={(body) => send(body, () => t('kept'))} />
      </Panel>
    );
  if (step === 'retention')
    return (
      <Panel title={t('wantsToLeave')} hint={t('retentionHint')} back={back(common('back'))} failure={failure}>
        <RetentionForm
          pending={pending}
          onResult={(retention) => send({ topic: 'cancel', retention }, () => t(`resultNoted.${retention.result}`))}
        />
      </Panel>
    );

  return (
    <section aria-label={t('newOne')} className="space-y-3 rounded-xl border border-border bg-surface p-4 shadow-card">
      {article ? (
        <div className="space-y-3">
          <div>
            <Button
              variant="ghost"
              className="-ms-3"
              onClick={() => {
                setArticle(null);
                setText(null);
              }}
            >
              <ArrowLeft aria-hidden="true" className="size-5" />
              {t('otherAnswer')}
            </Button>
            <h2 className="font-bold text-xl leading-snug">{localName(article.title, locale)}</h2>
          </div>
          {text ? <ArticleBody content={text.content} /> : <p className="text-muted-foreground">{article.excerpt}</p>}
        </div>
      ) : (
        <>
          <div className="relative">
            <Search
              aria-hidden="true"
              className="-translate-y-1/2 pointer-events-none absolute start-3 top-1/2 size-6 text-muted-foreground"
            />
            <Input
              ref={field}
              type="search"
              aria-label={t('question')}
              placeholder={t('questionHint')}
              value={question}
              maxLength={200}
              autoComplete="off"
              enterKeyHint="search"
              className="h-14 ps-12 pe-12 text-lg [&::-webkit-search-cancel-button]:hidden"
              onChange={(event) => {
                setQuestion(event.target.value);
                setNumber(null);
              }}
            />
            {question !== '' ? (
              <button
                type="button"
                aria-label={t('clear')}
                onClick={() => {
                  setQuestion('');
                  field.current?.focus();
                }}
                className="absolute end-1.5 top-1.5 grid size-touch place-items-center rounded-lg hover:bg-surface-sunken"
              >
                <X aria-hidden="true" className="size-5" />
              </button>
            ) : null}
          </div>
          {number !== null ? (
            <div role="status" className="rounded-xl bg-success-soft p-4 text-center text-success-soft-foreground">
              <p className="font-medium">{t('numberIs')}</p>
              <p className="font-bold text-5xl tabular-nums">{number}</p>
            </div>
          ) : null}
          {question.trim() === '' ? (
            <fieldset>
              <legend className="mb-1.5 text-muted-foreground">{t('orTopic')}</legend>
              <div className="flex flex-wrap gap-2">
                {TOPICS.map((key) => (
                  <button
                    key={key}
                    type="button"
                    aria-pressed={topic === key}
                    onClick={() => setTopic(topic === key ? null : key)}
                    className="min-h-touch rounded-full border-2 border-border-strong bg-surface px-4 font-medium hover:bg-surface-sunken aria-pressed:border-primary aria-pressed:bg-primary-soft aria-pressed:text-primary-soft-foreground"
                  >
                    {topicName(key)}
                  </button>
                ))}
              </div>
            </fieldset>
          ) : null}
          {search.problem ? <Banner tone="danger">{problemText(search.problem)}</Banner> : null}
          {search.hits ? (
            <div role="status" className="sr-only">
              {t('found', { count: search.hits.length })}
            </div>
          ) : null}
          {search.hits?.length === 0 ? <p className="text-muted-foreground">{t('nothingFound')}</p> : null}
          {search.hits && search.hits.length > 0 ? (
            <ul aria-label={t('answers')} className="divide-y divide-border">
              {search.hits.map((hit) => (
                <li key={hit.id}>
                  <button
                    type="button"
                    onClick={() => choose(hit)}
                    className="w-full px-1 py-2.5 text-start hover:bg-surface-sunken"
                  >
                    <span className="block font-semibold text-lg leading-snug">{localName(hit.title, locale)}</span>
                    <span className="line-clamp-2 block text-muted-foreground leading-snug">{hit.excerpt}</span>
                  </button>
                </li>
              ))}
            </ul>
          ) : null}
        </>
      )}
      {asked ? (
        <fieldset
          aria-label={t('howItEnded')}
          className={cn(
            'sticky -mx-4 -mb-4 rounded-b-xl border-border border-t bg-surface p-3',
            aboveBar ? 'bottom-[4.25rem]' : 'bottom-0',
          )}
        >
          {failure}
          <Button
            block
            size="lg"
            pending={pending}
            onClick={() => send({ outcome: 'answered' }, () => t('answeredNoted'))}
          >
            <CircleCheck aria-hidden="true" className="size-6" />
            {t('answered')}
          </Button>
          {likely ? (
            <LikelyTicket
              names={likely.names}
              className="mt-2"
              pending={pending}
              onTake={() => takeNumber(likely.code)}
            />
          ) : null}
          <div className="mt-2 grid grid-cols-2 gap-2">
            <Button variant="secondary" onClick={() => setStep('ticket')}>
              {t(likely ? 'otherTicket' : 'ticket')}
            </Button>
            <Button variant="secondary" onClick={() => setStep('colleague')}>
              {t('passOn')}
            </Button>
            <Button variant="secondary" onClick={() => setStep('keep')}>
              {t('keep')}
            </Button>
            <Button variant="secondary" onClick={() => setStep('retention')}>
              {t('wantsToLeave')}
            </Button>
          </div>
        </fieldset>
      ) : null}
    </section>
  );
}

function Panel({
  title,
  hint,
  back,
  failure,
  children,
}: {
  title: string;
  hint?: string;
  back: ReactNode;
  failure: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className="space-y-3 rounded-xl border border-border bg-surface p-4 shadow-card">
      {back}
      <div>
        <h2 className="font-bold text-xl leading-snug">{title}</h2>
        {hint ? <p className="text-muted-foreground">{hint}</p> : null}
      </div>
      {failure}
      {children}
    </section>
  );
}
