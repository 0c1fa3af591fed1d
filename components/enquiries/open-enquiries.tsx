'use client';

import { AlarmClock, CheckCheck, Clock, Hourglass, Phone, UserRound } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { EmptyState } from '@/components/ui/empty-state';
import { Sheet } from '@/components/ui/sheet';
import { StateChip } from '@/components/ui/state-chip';
import { showToast } from '@/components/ui/toast-store';
import { byConcern } from '@/lib/enquiries/enquiry';
import type { ListedEnquiry, OpenedEnquiry } from '@/lib/enquiries/schema';
import { formatHallChange } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import { ColleagueChoice } from './colleague-choice';
import type { ServiceChoice } from './enquiry-card';
import { LikelyTicket } from './likely-ticket';
import { RetentionForm } from './retention-form';

/** What is open, each with the one who owns it: what I am asked to take over first, then mine, then what is due next. */
export function OpenEnquiries({
  hall,
  timeZone,
  now,
  enquiries,
  services,
  me,
  lead,
  onDone,
}: {
  hall: string;
  timeZone: string;
  /** For a question that becomes a number. */
  services: readonly ServiceChoice[];
  /** Server time. */
  now: Date;
  enquiries: readonly ListedEnquiry[];
  me: string;
  /** May act for whoever owns a question. */
  lead: boolean;
  onDone: () => void;
}) {
  const t = useTranslations('enquiries');
  const order = byConcern(me);
  const flat = enquiries.map((enquiry) => ({
    enquiry,
    ownerRef: enquiry.owner.ref,
    offeredToRef: enquiry.offeredTo?.ref ?? null,
    dueAt: enquiry.dueAt,
  }));
  if (flat.length === 0)
    return (
      <EmptyState icon={<CheckCheck aria-hidden="true" className="text-success" />} title={t('nothingOpen')}>
        {t('nothingOpenHint')}
      </EmptyState>
    );
  return (
    <ul aria-label={t('open')} className="space-y-3">
      {flat.sort(order).map(({ enquiry }) => (
        <li key={enquiry.id}>
          <OpenEnquiry
            hall={hall}
            timeZone={timeZone}
            now={now}
            enquiry={enquiry}
            services={services}
            me={me}
            lead={lead}
            onDone={onDone}
          />
        </li>
      ))}
    </ul>
  );
}

function OpenEnquiry({
  hall,
  timeZone,
  now,
  enquiry,
  services,
  me,
  lead,
  onDone,
}: {
  hall: string;
  timeZone: string;
  now: Date;
  enquiry: ListedEnquiry;
  services: readonly ServiceChoice[];
  me: string;
  lead: boolean;
  onDone: () => void;
}) {
  const t = useTranslations('enquiries');
  const topicName = useTranslations('topic');
  const common = useTranslations('common');
  const locale = useLocale();
  const problemText = useProblemText();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [sheet, setSheet] = useState<'colleague' | 'retention' | 'ticket' | null>(null);
  const mine = enquiry.owner.ref === me;
  const asksMe = enquiry.offeredTo?.ref === me;
  const overdue = enquiry.overdueAt !== null || enquiry.dueAt < now.toISOString();
  const what = enquiry.question ?? topicName(enquiry.topic);
  const likely = services.find(({ code }) => code === enquiry.likelyService);

  const act = async (action: string, body: object, said: string | ((after: OpenedEnquiry) => string)) => {
    setPending(true);
    setProblem(null);
    const answer = await callApi<OpenedEnquiry>('POST', `/enquiries/${enquiry.id}/${action}`, body);
    setPending(false);
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    setSheet(null);
    showToast({ message: typeof said === 'string' ? said : said(answer.value), durationMs: 4_000 });
    onDone();
  };

  const takeNumber = (serviceCode: string) =>
    act('close', { outcome: 'ticket', serviceCode }, ({ ticketNumber }) =>
      t('ticketIssued', { number: ticketNumber ?? '' }),
    );

  return (
    <article
      aria-label={what}
      className={cn(
        'space-y-2.5 rounded-xl border bg-surface p-4 shadow-card',
        overdue ? 'border-2 border-danger' : asksMe ? 'border-2 border-primary' : 'border-border',
      )}
    >
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0">
          <p className="font-semibold text-lg leading-snug">{what}</p>
          {enquiry.question ? <p className="text-muted-foreground text-sm">{topicName(enquiry.topic)}</p> : null}
        </div>
        <StateChip
          tone={overdue ? 'danger' : 'neutral'}
          icon={overdue ? <AlarmClock aria-hidden="true" /> : <Clock aria-hidden="true" />}
        >
          {t(overdue ? 'overdueSince' : 'dueBy', { time: formatHallChange(enquiry.dueAt, now, locale, timeZone) })}
        </StateChip>
      </div>
      {enquiry.note ? <p className="whitespace-pre-line">{enquiry.note}</p> : null}
      {enquiry.retention ? (
        <p className="text-muted-foreground">
          {t('wantsToLeave')} · {t(`reason.${enquiry.retention.reason}`)}
          {enquiry.retention.offer ? ` · ${enquiry.retention.offer}` : ''}
        </p>
      ) : null}
      <p className="flex flex-wrap gap-x-4 gap-y-1 [&_svg]:size-5 [&_svg]:shrink-0">
        <span className="inline-flex items-center gap-1.5">
          <UserRound aria-hidden="true" className="text-muted-foreground" />
          {mine ? t('mine') : t('ownedBy', { name: enquiry.owner.name ?? t('aColleague') })}
        </span>
        {enquiry.offeredTo && !asksMe ? (
          <span className="inline-flex items-center gap-1.5 text-muted-foreground">
            <Hourglass aria-hidden="true" />
            {t('asked', { name: enquiry.offeredTo.name ?? t('aColleague') })}
          </span>
        ) : null}
        {enquiry.customer ? (
          <span className="inline-flex items-center gap-1.5">
            <Phone aria-hidden="true" className="text-muted-foreground" />
            {enquiry.customer.name}
            {enquiry.customer.phone ? (
              <a href={`tel:${enquiry.customer.phone.replaceAll(/[^+\d]/g, '')}`} className="text-primary underline">
                {enquiry.customer.phone}
              </a>
            ) : null}
          </span>
        ) : null}
      </p>
      {problem ? (
        <Banner tone="danger" assertive>
          {problemText(problem)}
        </Banner>
      ) : null}
      {asksMe ? (
        <div className="grid grid-cols-2 gap-2">
          <Button size="lg" pending={pending} onClick={() => act('accept', {}, t('accepted'))}>
            {t('accept')}
          </Button>
          <Button size="lg" variant="secondary" pending={pending} onClick={() => act('decline', {}, t('declined'))}>
            {t('decline')}
          </Button>
        </div>
      ) : null}
      {mine ? (
        <div className="grid grid-cols-2 gap-2">
          {enquiry.retention ? (
            <Button size="lg" onClick={() => setSheet('retention')}>
              {t('hasDecided')}
            </Button>
          ) : (
            <Button
              size="lg"
              className="col-span-2"
              pending={pending}
              onClick={() => act('close', { outcome: 'answered' }, t('answeredNoted'))}
            >
              {t('answered')}
            </Button>
          )}
          {likely && !enquiry.retention ? (
            <LikelyTicket
              names={likely.names}
              className="col-span-2"
              pending={pending}
              onTake={() => takeNumber(likely.code)}
            />
          ) : null}
          {enquiry.retention ? null : (
            <Button size="lg" variant="secondary" onClick={() => setSheet('ticket')}>
              {t(likely ? 'otherTicket' : 'ticket')}
            </Button>
          )}
          {enquiry.offeredTo ? (
            <Button size="lg" variant="secondary" pending={pending} onClick={() => act('decline', {}, t('takenBack'))}>
              {t('takeBack')}
            </Button>
          ) : (
            <Button size="lg" variant="secondary" onClick={() => setSheet('colleague')}>
              {t('passOn')}
            </Button>
          )}
        </div>
      ) : null}
      {!mine && !asksMe && lead ? (
        <Button variant="secondary" block pending={pending} onClick={() => act('accept', {}, t('accepted'))}>
          {t('takeOver')}
        </Button>
      ) : null}
      <Sheet
        open={sheet === 'colleague'}
        onOpenChange={(open) => setSheet(open ? 'colleague' : null)}
        title={t('toWhom')}
        description={t('toWhomHint')}
        closeLabel={common('close')}
      >
        <ColleagueChoice
          hall={hall}
          me={me}
          pending={pending}
          onChoose={({ id, name }) => act('hand-over', { toColleague: id }, t('passedOn', { name }))}
        />
      </Sheet>
      <Sheet
        open={sheet === 'ticket'}
        onOpenChange={(open) => setSheet(open ? 'ticket' : null)}
        title={t('whichService')}
        closeLabel={common('close')}
      >
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
      </Sheet>
      <Sheet
        open={sheet === 'retention'}
        onOpenChange={(open) => setSheet(open ? 'retention' : null)}
        title={t('wantsToLeave')}
        closeLabel={common('close')}
      >
        <RetentionForm
          initial={enquiry.retention ?? undefined}
          pending={pending}
          onResult={(body) => act('retention', body, t(`resultNoted.${body.result}`))}
        />
      </Sheet>
    </article>
  );
}
