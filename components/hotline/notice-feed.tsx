'use client';

import { BellRing, CheckCheck, CircleCheck } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Badge } from '@/components/ui/badge';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { EmptyState } from '@/components/ui/empty-state';
import type { HallNoticeView, HotlineHall } from '@/lib/hotline/schema';
import { formatHallChange } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';

const FIELDS = [
  'names',
  'address',
  'transport',
  'parking',
  'stepFreeAccess',
  'hotlineNumber',
  'weeklyHours',
  'exceptions',
  'open',
  'services',
] as const;

/** Changes to halls, the newest first; each is acknowledged by one tap. */
export function NoticeFeed({
  notices,
  halls,
  offsetMs,
  onShow,
  onAcknowledged,
}: {
  notices: readonly HallNoticeView[];
  halls: readonly HotlineHall[];
  offsetMs: number;
  onShow: (hallId: string) => void;
  onAcknowledged: () => void;
}) {
  const t = useTranslations('hotline');
  const locale = useLocale();
  const problemText = useProblemText();
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const unread = notices.filter(({ acknowledgedAt }) => acknowledgedAt === null).length;

  const acknowledge = async (id: string) => {
    setPending((ids) => new Set(ids).add(id));
    const answer = await callApi('POST', `/hall-notices/${id}/acknowledge`);
    setProblem(answer.ok ? null : answer.problem);
    onAcknowledged();
    setPending((ids) => new Set([...ids].filter((other) => other !== id)));
  };

  const ordered = [...notices].sort(
    (a, b) => Number(a.acknowledgedAt !== null) - Number(b.acknowledgedAt !== null) || b.at.localeCompare(a.at),
  );
  return (
    <section aria-labelledby="changes" className="space-y-2">
      <h2 id="changes" className="flex flex-wrap items-center gap-2 font-semibold text-lg">
        <BellRing aria-hidden="true" className="size-5" />
        {t('changes')}
        <Badge tone={unread > 0 ? 'warning' : 'success'}>{t('unread', { count: unread })}</Badge>
      </h2>
      {problem ? (
        <Banner tone="danger" assertive>
          {problemText(problem)}
        </Banner>
      ) : null}
      {ordered.length === 0 ? (
        <EmptyState icon={<CheckCheck aria-hidden="true" className="text-success" />} title={t('noChanges')} />
      ) : (
        <ul className="space-y-2" aria-live="polite">
          {ordered.map((notice) => {
            const hall = halls.find(({ id }) => id === notice.hallId);
            if (!hall) return null;
            const now = new Date(Date.now() + offsetMs);
            const time = (at: string) => formatHallChange(at, now, locale, hall.timeZone);
            const fields = [
              ...new Set(
                notice.fields.map((field) => t(`field.${FIELDS.find((known) => known === field) ?? 'other'}`)),
              ),
            ];
            const change = t('changed', {
              hall: localName(hall.names, locale),
              fields: new Intl.ListFormat(locale, { type: 'conjunction' }).format(fields),
            });
            const open = notice.acknowledgedAt === null;
            return (
              <li
                key={notice.id}
                className={cn(
                  'space-y-2 rounded-xl border bg-surface p-3',
                  open ? 'border-warning shadow-card' : 'border-border',
                )}
              >
                <p className={open ? 'font-semibold' : undefined}>{change}</p>
                <p className="text-muted-foreground text-sm tabular-nums" suppressHydrationWarning>
                  {time(notice.at)} ·{' '}
                  {notice.acknowledgedAt
                    ? t('acknowledgedAt', { time: time(notice.acknowledgedAt) })
                    : t(notice.dueAt < now.toISOString() ? 'overdue' : 'dueBy', { time: time(notice.dueAt) })}
                </p>
                <p className="flex flex-wrap gap-2">
                  {open ? (
                    <Button
                      pending={pending.has(notice.id)}
                      aria-label={t('acknowledgeNamed', { change })}
                      onClick={() => acknowledge(notice.id)}
                    >
                      <CircleCheck aria-hidden="true" className="size-5" />
                      {t('acknowledge')}
                    </Button>
                  ) : null}
                  <Button variant="ghost" onClick={() => onShow(notice.hallId)}>
                    {t('show')}
                  </Button>
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
