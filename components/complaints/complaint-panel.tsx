'use client';

import { ArrowLeft, CircleAlert, Copy, LockKeyhole } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Badge } from '@/components/ui/badge';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { LoadingState } from '@/components/ui/loading-state';
import { showToast } from '@/components/ui/toast-store';
import type { ComplaintAction, ComplaintDetail, ComplaintView } from '@/lib/complaints/schema';
import { formatMoney } from '@/lib/core/money';
import { formatHallChange } from '@/lib/i18n/hall-time';
import { ActionDialog, ASKED_ACTIONS, type AskedAction } from './action-dialog';
import { TimeLeft } from './time-left';

/** One complaint: what was said and promised, what was done, and what may be done now. The first action is the usual one. */
export function ComplaintPanel({
  hall,
  timeZone,
  id,
  changed,
  me,
  offsetMs,
  onChanged,
  onBack,
}: {
  /** Slug. */
  hall: string;
  timeZone: string;
  id: string;
  /** Another one whenever something may have happened to it: it is read again. */
  changed: object;
  me: string;
  offsetMs: number;
  onChanged: () => void;
  onBack: () => void;
}) {
  const t = useTranslations('complaints');
  const code = useTranslations('complaintCode');
  const common = useTranslations('common');
  const locale = useLocale();
  const problemText = useProblemText();
  const [detail, setDetail] = useState<ComplaintDetail>();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [pending, setPending] = useState<string | null>(null);
  const [asked, setAsked] = useState<AskedAction | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  const read = useCallback(async () => {
    const answer = await callApi<ComplaintDetail>('GET', `/complaints/${id}`);
    if (answer.ok) setDetail(answer.value);
    else setProblem(answer.problem);
  }, [id]);
  useEffect(() => {
    if (changed) read();
  }, [read, changed]);
  const shown = detail?.id === id ? detail : undefined;
  const ready = shown !== undefined;
  useEffect(() => {
    if (ready) heading.current?.focus({ preventScroll: true });
  }, [ready]);

  const say = async (path: string, body: unknown, name: string) => {
    setPending(name);
    setProblem(null);
    const answer = await callApi('POST', path, body);
    setPending(null);
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    await read();
    onChanged();
  };
  const act = (action: ComplaintAction) => {
    if (ASKED_ACTIONS.includes(action)) setAsked(action as AskedAction);
    else say(`/complaints/${id}/${action}`, {}, action);
  };

  if (!shown)
    return problem ? (
      <Banner tone="danger" assertive icon={<CircleAlert aria-hidden="true" />}>
        {problemText(problem)}
      </Banner>
    ) : (
      <LoadingState label={common('loading')} />
    );

  const time = (at: string) => formatHallChange(at, new Date(Date.now() + offsetMs), locale, timeZone);
  const person = ({ ref, name }: { ref: string; name: string | null }) =>
    ref === me ? t('me') : (name ?? t('noName'));
  const owed = shown.state === 'registered' || shown.state === 'dispatched';
  const { personal } = shown;
  const remedyText = ({ kind, amount }: ComplaintView['remedies'][number]) =>
    `${code(`remedy.${kind}`)}${amount > 0 ? ` ${formatMoney(amount * 100, shown.currency, locale)}` : ''}`;
  const [usual, ...others] = shown.actions;

  return (
    <article className="space-y-3" aria-labelledby="complaint-title">
      <header className="flex flex-wrap items-center gap-2">
        <Button variant="ghost" size="icon" aria-label={t('back')} onClick={onBack} className="lg:hidden">
          <ArrowLeft aria-hidden="true" className="size-5" />
        </Button>
        <h2 id="complaint-title" ref={heading} tabIndex={-1} className="font-bold text-2xl leading-tight outline-none">
          {code(`category.${shown.category}`)}{' '}
          <span className="font-normal text-lg text-muted-foreground tabular-nums">{shown.reference}</span>
        </h2>
        <span className="ms-auto flex flex-wrap items-center gap-2">
          <Badge>{code(`state.${shown.state}`)}</Badge>
          {owed ? <TimeLeft complaint={shown} offsetMs={offsetMs} /> : null}
          {shown.kept === null || owed ? null : (
            <Badge tone={shown.kept ? 'success' : 'danger'}>{t(shown.kept ? 'kept' : 'notKept')}</Badge>
          )}
          {shown.firstContact ? <Badge tone="success">{t('firstContact')}</Badge> : null}
          {shown.reopenedCount > 0 ? (
            <Badge tone="warning">{t('reopened', { count: shown.reopenedCount })}</Badge>
          ) : null}
          {owed && shown.ladder !== 'none' && shown.ladder !== 'broken' ? (
            <Badge tone="warning">{t(`ladder.${shown.ladder}`)}</Badge>
          ) : null}
        </span>
      </header>
      {problem ? (
        <Banner tone="danger" assertive icon={<CircleAlert aria-hidden="true" />}>
          {problemText(problem)}
        </Banner>
      ) : null}
      {usual ? (
        <div className="flex flex-wrap gap-2">
          <Button size="lg" pending={pending === usual} onClick={() => act(usual)}>
            {t(`action.${usual}`)}
          </Button>
          {others.map((action) => (
            <Button key={action} variant="secondary" pending={pending === action} onClick={() => act(action)}>
              {t(`action.${action}`)}
            </Button>
          ))}
        </div>
      ) : null}

      <Card level={3}>
        <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1.5">
          <Fact name={t('promised')}>
            {code(`promise.${shown.promise}`)} · {time(shown.promisedAt)}
          </Fact>
          <Fact name={t('owner')}>
            {person(shown.owner)}
            {shown.offered ? (
              <Badge tone="warning" className="ms-2">
                {shown.offered.ref === me ? t('offeredToMe') : t('offeredTo', { name: person(shown.offered) })}
              </Badge>
            ) : null}
          </Fact>
          {shown.department ? <Fact name={t('department')}>{code(`department.${shown.department}`)}</Fact> : null}
          <Fact name={t('registered')}>
            {time(shown.registeredAt)} · {person(shown.registeredBy)} · {shown.ticketNumber ?? t('noTicket')}
          </Fact>
          {personal ? (
            <>
              {personal.name || personal.phone ? (
                <Fact name={t('customer')}>
                  {personal.name}{' '}
                  {personal.phone ? (
                    <a className="text-primary underline" href={`tel:${personal.phone.replace(/[^+\d]/g, '')}`}>
                      {personal.phone}
                    </a>
                  ) : null}
                </Fact>
              ) : null}
              <Fact name={t('words')}>
                <q className="whitespace-pre-wrap">{personal.words}</q>
              </Fact>
              {personal.answer && shown.replyChannel ? (
                <Fact name={t('answer')}>
                  {code(`channel.${shown.replyChannel}`)} · {personal.answer}
                </Fact>
              ) : null}
            </>
          ) : null}
          {shown.cause ? <Fact name={t('cause')}>{code(`cause.${shown.cause}`)}</Fact> : null}
          {personal?.prevention ? <Fact name={t('prevention')}>{personal.prevention}</Fact> : null}
        </dl>
        {personal ? null : (
          <p className="mt-2 flex items-center gap-2 text-muted-foreground">
            <LockKeyhole aria-hidden="true" className="size-5" />
            {t('hidden')}
          </p>
        )}
        {shown.token ? (
          <Button
            variant="ghost"
            className="mt-2"
            onClick={() =>
              navigator.clipboard
                ?.writeText(`${window.location.origin}/complaint/${shown.token}`)
                .then(() => showToast({ message: t('link') }))
            }
          >
            <Copy aria-hidden="true" className="size-5" />
            {t('link')}
          </Button>
        ) : null}
      </Card>

      {shown.remedies.length > 0 ? (
        <Card level={3} title={t('remedies')}>
          <ul className="space-y-2">
            {shown.remedies.map((remedy) => (
              <li key={remedy.id} className="flex flex-wrap items-center gap-2">
                <span className="font-medium">{remedyText(remedy)}</span>
                <Badge tone={remedy.state === 'asked' ? 'warning' : remedy.state === 'refused' ? 'neutral' : 'success'}>
                  {code(`remedyState.${remedy.state}`)}
                </Badge>
                {remedy.mayDecide ? (
                  <span className="ms-auto flex gap-2">
                    <Button
                      aria-label={t('approveNamed', { remedy: remedyText(remedy) })}
                      pending={pending === remedy.id}
                      onClick={() => say(`/complaint-remedies/${remedy.id}/decision`, { approve: true }, remedy.id)}
                    >
                      {t('approve')}
                    </Button>
                    <Button
                      variant="secondary"
                      aria-label={t('refuseNamed', { remedy: remedyText(remedy) })}
                      onClick={() => say(`/complaint-remedies/${remedy.id}/decision`, { approve: false }, remedy.id)}
                    >
                      {t('refuse')}
                    </Button>
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}

      <Card level={3} title={t('story')}>
        <ol className="space-y-2 border-border border-s-2 ps-4">
          {shown.story.map(({ id: key, at, kind, by, note, facts }) => (
            <li key={key}>
              <p className="flex flex-wrap items-baseline gap-x-2">
                <span className="font-medium">{t(`entry.${kind}`)}</span>
                {facts.level === 'shiftLead' || facts.level === 'manager' ? (
                  <span>{t(`level.${facts.level}`)}</span>
                ) : null}
                <span className="text-muted-foreground text-sm tabular-nums">
                  {time(at)}
                  {by.ref === 'system' ? '' : ` · ${person(by)}`}
                </span>
              </p>
              {note && kind !== 'registered' ? <p className="whitespace-pre-wrap">{note}</p> : null}
            </li>
          ))}
        </ol>
      </Card>

      {asked ? (
        <ActionDialog
          hall={hall}
          complaint={shown}
          action={asked}
          onClose={() => setAsked(null)}
          onDone={() => {
            setAsked(null);
            read();
            onChanged();
          }}
        />
      ) : null}
    </article>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted-foreground">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
