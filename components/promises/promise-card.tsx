'use client';

import { CalendarClock, CircleAlert, Phone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { StateChip } from '@/components/ui/state-chip';
import type { FollowUpView } from '@/lib/follow-ups/schema';
import type { UnacceptedView } from '@/lib/unaccepted/schema';

/** One promise: what, to whom, by when, and who keeps it. */
export function PromiseCard({
  entry,
  today,
  mine,
  oversees,
  onKeep,
  onTakeOver,
}: {
  entry: UnacceptedView | FollowUpView;
  today: string;
  mine: string;
  oversees: boolean;
  onKeep: () => void;
  onTakeOver: () => void;
}) {
  const t = useTranslations('promise');
  const own = entry.owner.ref === mine;
  const overdue = entry.overdueAt !== null;
  const soon = !overdue && (entry.promisedDay === today || ('remindedAt' in entry && entry.remindedAt !== null));
  return (
    <article
      aria-label={entry.what}
      className={cn(
        'space-y-2 rounded-xl border bg-surface px-4 py-3 shadow-card',
        overdue ? 'border-2 border-danger' : 'border-border',
      )}
    >
      <p className="flex flex-wrap items-center gap-2">
        <StateChip
          tone={overdue ? 'danger' : soon ? 'warning' : 'neutral'}
          icon={overdue ? <CircleAlert aria-hidden="true" /> : <CalendarClock aria-hidden="true" />}
        >
          {overdue ? t('overdue') : soon ? t('soon') : t('by')} {entry.promisedDay}
        </StateChip>
        {'why' in entry ? <Badge>{t(`reason.${entry.why}`)}</Badge> : null}
        {entry.ticketNumber ? <Badge>{entry.ticketNumber}</Badge> : null}
      </p>
      <h2 className="font-semibold text-lg leading-snug">{entry.what}</h2>
      <p className="flex flex-wrap items-center gap-x-3 text-muted-foreground">
        <span>{entry.customer?.name}</span>
        {entry.customer?.phone ? (
          <a
            href={`tel:${entry.customer.phone}`}
            className="flex min-h-touch items-center gap-1 text-primary underline"
          >
            <Phone aria-hidden="true" className="size-4" />
            {entry.customer.phone}
          </a>
        ) : null}
        <span>{own ? t('yours') : t('owner', { name: entry.owner.name ?? t('somebody') })}</span>
      </p>
      <div className="flex flex-wrap gap-2">
        {own || oversees ? <Button onClick={onKeep}>{'why' in entry ? t('answer') : t('done')}</Button> : null}
        {own ? null : (
          <Button variant="secondary" onClick={onTakeOver}>
            {t('takeOver')}
          </Button>
        )}
      </div>
    </article>
  );
}
