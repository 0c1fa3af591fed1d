'use client';

import { DoorOpen, Eye, HelpCircle, type LucideIcon, ShoppingBag, Sparkles, Ticket } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ServiceChoice } from '@/components/enquiries/enquiry-card';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useHallData } from '@/components/live/use-hall-data';
import { useProblemText } from '@/components/live/use-problem-text';
import { InvitePanel } from '@/components/stations/invite-panel';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { cn } from '@/components/ui/class-names';
import { showToast } from '@/components/ui/toast-store';
import type { ApproachOutcome } from '@/lib/approaches/approach';
import type { ApproachesView, LoggedApproach } from '@/lib/approaches/schema';
import { formatHallTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import type { ExperienceView } from '@/lib/stations/schema';

const buttons: { outcome: ApproachOutcome; icon: LucideIcon; need: boolean }[] = [
  { outcome: 'ticket', icon: Ticket, need: true },
  { outcome: 'enquiry', icon: HelpCircle, need: true },
  { outcome: 'trial', icon: Sparkles, need: true },
  { outcome: 'purchase', icon: ShoppingBag, need: true },
  { outcome: 'justLooking', icon: Eye, need: false },
  { outcome: 'left', icon: DoorOpen, need: false },
];

const undoMs = 30_000;

/** Somebody looked around and was spoken to: one large button for what came of it. The number is issued right here. */
export function ApproachPanel({
  hall,
  timeZone,
  services,
  zones,
  onEnquiry,
}: {
  hall: string;
  timeZone: string;
  services: readonly ServiceChoice[];
  zones: readonly { code: string; names: Record<string, string> }[];
  /** The visitor has a question: the card for it is next. */
  onEnquiry: () => void;
}) {
  const t = useTranslations('approaches');
  const common = useTranslations('common');
  const locale = useLocale();
  const problemText = useProblemText();
  const day = useHallData<ApproachesView | null>({
    hall,
    path: `/halls/${hall}/approaches?limit=30`,
    touchpoints: ['wander'],
    initial: null,
  });
  const experience = useHallData<ExperienceView | null>({
    hall,
    path: `/halls/${hall}/experience`,
    touchpoints: ['experience', 'queue'],
    initial: null,
  });
  const [zoneCode, setZoneCode] = useState<string | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [pending, setPending] = useState<ApproachOutcome | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [issued, setIssued] = useState<LoggedApproach | null>(null);

  const undo = async (id: string) => {
    const answer = await callApi('POST', `/approaches/${id}/undo`);
    if (answer.ok) {
      setIssued(null);
      showToast({ message: t('undone'), durationMs: 3_000 });
    } else showToast({ tone: 'danger', message: problemText(answer.problem) });
    day.refresh();
  };

  const log = async (outcome: ApproachOutcome, serviceCode?: string) => {
    setPending(outcome);
    setProblem(null);
    setIssued(null);
    const answer = await callApi<LoggedApproach>('POST', `/halls/${hall}/approaches`, {
      outcome,
      ...(zoneCode ? { zoneCode } : {}),
      ...(serviceCode ? { serviceCode } : {}),
    });
    setPending(null);
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    const { id } = answer.value;
    setChoosing(false);
    if (answer.value.ticket) setIssued(answer.value);
    showToast({
      message: t('noted', { outcome: t(`outcome.${outcome}`) }),
      action: { label: common('undo'), onSelect: () => undo(id) },
      durationMs: undoMs,
    });
    day.refresh();
    if (outcome === 'enquiry') onEnquiry();
  };

  if (choosing)
    return (
      <section aria-labelledby="which-service" className="space-y-3">
        <h2 id="which-service" className="font-bold text-xl">
          {t('whichService')}
        </h2>
        {problem ? (
          <Banner tone="danger" assertive>
            {problemText(problem)}
          </Banner>
        ) : null}
        <ul className="grid grid-cols-2 gap-2">
          {services.map((service) => (
            <li key={service.code} className="flex">
              <Button
                variant="secondary"
                pending={pending !== null}
                className="min-h-20 w-full flex-col items-start justify-center whitespace-normal text-start leading-tight"
                onClick={() => log('ticket', service.code)}
              >
                <span className="font-bold text-primary">{service.letter}</span>
                {localName(service.names, locale)}
              </Button>
            </li>
          ))}
        </ul>
        <Button variant="ghost" block onClick={() => setChoosing(false)}>
          {common('cancel')}
        </Button>
      </section>
    );

  return (
    <div className="space-y-5">
      {issued?.ticket ? (
        <div role="status" className="rounded-xl bg-success-soft p-4 text-center text-success-soft-foreground">
          <p className="font-medium">{t('numberIs')}</p>
          <p className="font-bold text-5xl tabular-nums">{issued.ticket.number}</p>
          {issued.peopleAhead !== null ? <p>{t('ahead', { count: issued.peopleAhead })}</p> : null}
        </div>
      ) : null}
      <section aria-labelledby="approached" className="space-y-3">
        <h2 id="approached" className="font-bold text-xl leading-snug">
          {t('question')}
        </h2>
        {problem ? (
          <Banner tone="danger" assertive>
            {problemText(problem)}
          </Banner>
        ) : null}
        <div className="grid grid-cols-2 gap-2">
          {buttons.map(({ outcome, icon: Icon, need }) => (
            <button
              key={outcome}
              type="button"
              aria-busy={pending === outcome || undefined}
              onClick={() => {
                if (pending !== null) return;
                if (outcome === 'ticket') setChoosing(true);
                else log(outcome);
              }}
              className={cn(
                'flex min-h-20 items-center gap-3 rounded-xl border-2 px-4 text-start font-semibold text-lg leading-tight shadow-card active:bg-primary-soft',
                need ? 'border-primary/40 bg-surface hover:border-primary' : 'border-border bg-surface-sunken',
              )}
            >
              <Icon
                aria-hidden="true"
                className={cn('size-7 shrink-0', need ? 'text-primary' : 'text-muted-foreground')}
              />
              <span className="min-w-0">{t(`outcome.${outcome}`)}</span>
            </button>
          ))}
        </div>
        {zones.length > 1 ? (
          <details className="rounded-lg">
            <summary className="flex min-h-touch cursor-pointer items-center text-muted-foreground">
              {t('zone', { zone: localName(zones.find(({ code }) => code === zoneCode)?.names ?? {}, locale) || '–' })}
            </summary>
            <div className="flex flex-wrap gap-2 pt-1">
              {zones.map(({ code, names }) => (
                <Chip
                  key={code}
                  pressed={zoneCode === code}
                  onPressedChange={(pressed) => setZoneCode(pressed ? code : null)}
                >
                  {localName(names, locale)}
                </Chip>
              ))}
            </div>
          </details>
        ) : null}
      </section>
      {experience.data ? <InvitePanel view={experience.data} onDone={experience.refresh} /> : null}
      {day.data ? (
        <section aria-labelledby="today" className="space-y-2">
          <h2 id="today" className="font-semibold text-lg">
            {t('today')}
          </h2>
          <p className="text-muted-foreground">
            {day.data.total === 0 ? t('nobodyYet') : t('tally', { total: day.data.total, became: day.data.became })}
          </p>
          {day.data.items.length > 0 ? (
            <ul aria-label={t('today')} className="divide-y divide-border rounded-xl border border-border bg-surface">
              {day.data.items.map((approach) => (
                <li key={approach.id} className="flex min-h-touch items-center gap-3 px-3 py-1.5">
                  <span className="w-12 shrink-0 text-muted-foreground tabular-nums">
                    {formatHallTime(approach.at, locale, timeZone)}
                  </span>
                  <span className="min-w-0 flex-1">
                    <span className="font-medium">{t(`outcome.${approach.outcome}`)}</span>
                    {approach.ticket ? <span className="ms-2 tabular-nums">{approach.ticket.number}</span> : null}
                  </span>
                  <span className="truncate text-muted-foreground text-sm">{approach.by.name}</span>
                </li>
              ))}
            </ul>
          ) : null}
        </section>
      ) : null}
    </div>
  );
}
