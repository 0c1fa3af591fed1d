import { CheckCheck, ChevronLeft, ChevronRight, Clock, TimerOff, TriangleAlert } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import { Photo } from '@/components/attachments/photo';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { StateChip } from '@/components/ui/state-chip';
import { addDays } from '@/lib/halls/service-day';
import { formatHallDay, formatHallTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import type { RoundDayView, RoundView } from '@/lib/rounds/schema';

/** The rounds of one day: who signed when, what was not in order, and what became of it. */
export async function RoundHistory({ hall, day, today }: { hall: string; day: RoundDayView; today: string }) {
  const t = await getTranslations('roundTemplates');
  const rounds = await getTranslations('rounds');
  const photos = await getTranslations('photos');
  const locale = await getLocale();
  const time = (at: string) => formatHallTime(at, locale, day.timeZone);
  const chip = ({ state, onTime, signedAt, signedName, signBy }: RoundView) => {
    if (state === 'signed' && signedAt) {
      const late = onTime === false;
      return (
        <StateChip
          tone={late ? 'warning' : 'success'}
          icon={late ? <Clock aria-hidden="true" /> : <CheckCheck aria-hidden="true" />}
        >
          {t(late ? 'signedLate' : 'signed', { time: time(signedAt), name: signedName ?? '' })}
        </StateChip>
      );
    }
    return (
      <StateChip
        tone={state === 'missed' ? 'danger' : 'neutral'}
        icon={state === 'missed' ? <TimerOff aria-hidden="true" /> : <Clock aria-hidden="true" />}
      >
        {t(state === 'missed' ? 'missed' : 'due', { time: signBy ? time(signBy) : '' })}
      </StateChip>
    );
  };
  return (
    <Card
      title={`${t('history')} · ${formatHallDay(`${day.day}T12:00:00Z`, locale, 'UTC')}`}
      actions={
        <nav aria-label={t('days')} className="flex gap-1">
          <ButtonLink
            variant="secondary"
            href={`/manage/${hall}/rounds?day=${addDays(day.day, -1)}`}
            aria-label={t('dayBefore')}
          >
            <ChevronLeft aria-hidden="true" className="size-5" />
          </ButtonLink>
          {day.day < today ? (
            <ButtonLink
              variant="secondary"
              href={`/manage/${hall}/rounds?day=${addDays(day.day, 1)}`}
              aria-label={t('dayAfter')}
            >
              <ChevronRight aria-hidden="true" className="size-5" />
            </ButtonLink>
          ) : null}
        </nav>
      }
    >
      {day.items.length === 0 ? <EmptyState title={t('noHistory')} /> : null}
      <ul className="divide-y divide-border">
        {day.items.map((round) => (
          <li key={round.id} className="space-y-2 py-3">
            <div className="flex flex-wrap items-center gap-2">
              <h3 className="me-2 font-semibold">{localName(round.names, locale)}</h3>
              {chip(round)}
              {round.state === 'signed' ? (
                <StateChip
                  tone={round.failedCount > 0 ? 'danger' : 'neutral'}
                  icon={
                    round.failedCount > 0 ? <TriangleAlert aria-hidden="true" /> : <CheckCheck aria-hidden="true" />
                  }
                >
                  {t('result', { failed: round.failedCount, count: round.itemCount })}
                </StateChip>
              ) : null}
            </div>
            {round.failures.length > 0 ? (
              <ul className="space-y-2 ps-4">
                {round.failures.map((failure) => {
                  const name = localName(failure.names, locale);
                  return (
                    <li key={failure.itemId} className="border-danger border-s-4 ps-3">
                      <p className="font-medium">
                        {rounds(`six.${failure.six}`)} · {name}
                        {failure.zoneNames ? ` · ${localName(failure.zoneNames, locale)}` : ''}
                      </p>
                      {failure.note ? <p className="whitespace-pre-line">{failure.note}</p> : null}
                      {failure.task ? (
                        <p className="text-muted-foreground text-sm">
                          {t(`task.${failure.task.overdue ? 'overdue' : failure.task.state}`, {
                            name: failure.task.owner.name,
                            time: time(failure.task.dueAt),
                          })}
                        </p>
                      ) : null}
                      {failure.photoIds.length > 0 ? (
                        <div className="mt-1 flex flex-wrap gap-2">
                          {failure.photoIds.map((id, i) => (
                            <Photo key={id} hall={hall} id={id} label={photos('of', { number: i + 1, thing: name })} />
                          ))}
                        </div>
                      ) : null}
                    </li>
                  );
                })}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
