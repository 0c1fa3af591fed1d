'use client';

import { CornerUpRight, DoorClosed, DoorOpen } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { StateChip } from '@/components/ui/state-chip';
import { showToast } from '@/components/ui/toast-store';
import { useEstimateText } from '@/components/waiting/use-estimate-text';
import type { HotlineHall } from '@/lib/hotline/schema';
import { formatSpan } from '@/lib/i18n/format-range';
import { formatHallChange } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';

const WEEKDAYS = ['0', '1', '2', '3', '4', '5', '6'] as const;

/** Everything an agent reads out about a hall, in the order in which callers ask. */
export function HallFacts({ hall, offsetMs, onSent }: { hall: HotlineHall; offsetMs: number; onSent: () => void }) {
  const t = useTranslations('hotline');
  const locale = useLocale();
  const problemText = useProblemText();
  const estimateText = useEstimateText();
  const id = useId();
  const [service, setService] = useState('');
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const name = localName(hall.names, locale);
  const spans = (list: readonly { opens: string; closes: string }[]) =>
    list.length === 0 ? t('closedToday') : list.map(formatSpan).join(', ');
  const said = (texts: Record<string, string>) => localName(texts, locale) || t('notSaid');
  const best = hall.bestHour;
  const bestMinutes = best ? Math.round(best.waitSeconds / 60) : 0;

  const send = async () => {
    setPending(true);
    const answer = await callApi('POST', `/halls/${hall.slug}/referrals`, service ? { serviceCode: service } : {});
    setPending(false);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    showToast({ message: t('sent', { hall: name }) });
    setService('');
    onSent();
  };

  return (
    <article aria-labelledby={`${id}-name`} className="space-y-4">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={`${id}-name`} className="font-bold text-2xl leading-tight">
          {name}
        </h2>
        <StateChip
          tone={hall.open ? 'success' : 'neutral'}
          icon={hall.open ? <DoorOpen aria-hidden="true" /> : <DoorClosed aria-hidden="true" />}
        >
          {t(hall.open ? 'open' : 'closed')}
        </StateChip>
        {hall.nextChange ? (
          <span className="text-muted-foreground" suppressHydrationWarning>
            {t(hall.nextChange.opens ? 'opens' : 'until', {
              time: formatHallChange(hall.nextChange.at, new Date(Date.now() + offsetMs), locale, hall.timeZone),
            })}
          </span>
        ) : null}
      </header>
      {problem ? (
        <Banner tone="danger" assertive>
          {problemText(problem)}
        </Banner>
      ) : null}
      <dl className="grid gap-2 sm:grid-cols-3">
        <Big name={t('waiting')}>{t('waitingCount', { count: hall.waiting })}</Big>
        <Big name={t('estimate')}>{hall.estimate ? estimateText(hall.estimate) : t('unknown')}</Big>
        <Big name={t('best')}>
          {best
            ? bestMinutes === 0
              ? t('bestHourShort', { hour: `${best.hour}:00` })
              : t('bestHour', { hour: `${best.hour}:00`, minutes: bestMinutes })
            : t('unknown')}
        </Big>
      </dl>
      <div className="flex flex-wrap items-end gap-2 rounded-xl bg-surface-sunken p-3">
        <label htmlFor={`${id}-service`} className="min-w-48 flex-1">
          <span className="block font-medium">{t('sendFor')}</span>
          <Select id={`${id}-service`} value={service} onChange={(event) => setService(event.target.value)}>
            <option value="">{t('sendAny')}</option>
            {hall.services.map((one) => (
              <option key={one.code} value={one.code}>
                {localName(one.names, locale)}
              </option>
            ))}
          </Select>
        </label>
        <Button size="lg" pending={pending} onClick={send}>
          <CornerUpRight aria-hidden="true" className="size-5" />
          {t('send')}
        </Button>
      </div>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-5 gap-y-2">
        <Fact name={t('hoursToday')}>
          <strong className="tabular-nums">{spans(hall.today)}</strong>
        </Fact>
        <Fact name={t('address')}>{said(hall.address)}</Fact>
        <Fact name={t('transport')}>{said(hall.transport)}</Fact>
        <Fact name={t('parking')}>{said(hall.parking)}</Fact>
        <Fact name={t('access')}>{t(hall.stepFreeAccess ? 'accessYes' : 'accessNo')}</Fact>
        <Fact name={t('phone')}>{hall.hotlineNumber ?? t('notSaid')}</Fact>
        <Fact name={t('hoursWeek')}>
          <ul className="tabular-nums">
            {WEEKDAYS.map((day, i) => (
              <li key={day}>
                <span className="inline-block min-w-12">{t(`weekday.${day}`)}</span> {spans(hall.weeklyHours[i] ?? [])}
              </li>
            ))}
          </ul>
        </Fact>
        {hall.exceptions.length > 0 ? (
          <Fact name={t('exceptions')}>
            <ul className="tabular-nums">
              {hall.exceptions.slice(0, 10).map(({ date, hours, reason }) => (
                <li key={date}>
                  {date} {spans(hours)} {localName(reason, locale)}
                </li>
              ))}
            </ul>
          </Fact>
        ) : null}
        <Fact name={t('services')}>
          <ul className="space-y-1">
            {hall.services.map((one) => (
              <li key={one.code}>
                <span className="font-medium">{localName(one.names, locale)}</span>{' '}
                <span className="text-muted-foreground tabular-nums">
                  {t('waiting')} {t('waitingCount', { count: one.waiting })} ·{' '}
                  {one.estimate ? estimateText(one.estimate) : one.openCounters === 0 ? t('noCounter') : t('unknown')}
                </span>
              </li>
            ))}
          </ul>
        </Fact>
      </dl>
    </article>
  );
}

function Big({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-col-reverse justify-end rounded-xl border border-border bg-surface px-4 py-2 shadow-card">
      <dt className="text-muted-foreground text-sm">{name}</dt>
      <dd className="font-bold text-xl tabular-nums leading-snug">{children}</dd>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted-foreground">{name}</dt>
      <dd className="min-w-0 text-pretty">{children}</dd>
    </>
  );
}
