'use client';

import { CircleCheck, HandHelping, UserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/class-names';
import { StateChip } from '@/components/ui/state-chip';
import type { ComplaintView } from '@/lib/complaints/schema';
import { TimeLeft } from './time-left';

/** One complaint of the list: what it is about, until when it is owed, and who owes it. */
export function ComplaintRow({
  complaint,
  me,
  chosen,
  offsetMs,
  onChoose,
}: {
  complaint: ComplaintView;
  me: string;
  chosen: boolean;
  offsetMs: number;
  onChoose: () => void;
}) {
  const t = useTranslations('complaints');
  const code = useTranslations('complaintCode');
  const owed = complaint.state === 'registered' || complaint.state === 'dispatched';
  const ownerName = complaint.owner.ref === me ? t('me') : (complaint.owner.name ?? t('noName'));
  return (
    <button
      type="button"
      aria-current={chosen ? 'true' : undefined}
      onClick={onChoose}
      className={cn(
        'w-full space-y-1.5 rounded-xl border-2 bg-surface p-3 text-start shadow-card',
        chosen ? 'border-primary' : 'border-transparent hover:border-border-strong',
      )}
    >
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-semibold text-lg leading-snug">{code(`category.${complaint.category}`)}</span>
        <span className="text-muted-foreground tabular-nums">
          {complaint.reference}
          {complaint.ticketNumber ? ` · ${complaint.ticketNumber}` : ''}
        </span>
        <span className="ms-auto">
          {owed ? (
            <TimeLeft complaint={complaint} offsetMs={offsetMs} />
          ) : (
            <StateChip
              tone={complaint.state === 'closed' ? 'success' : 'neutral'}
              icon={<CircleCheck aria-hidden="true" />}
            >
              {code(`state.${complaint.state}`)}
            </StateChip>
          )}
        </span>
      </span>
      {complaint.personal ? <span className="line-clamp-2 text-pretty">{complaint.personal.words}</span> : null}
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted-foreground text-sm">
        <span className="inline-flex items-center gap-1">
          <UserRound aria-hidden="true" className="size-4" />
          {t('ownedBy', { name: ownerName })}
        </span>
        {complaint.department ? <span>{code(`department.${complaint.department}`)}</span> : null}
        {complaint.offered ? (
          <Badge tone="warning">
            <HandHelping aria-hidden="true" className="size-4" />
            {complaint.offered.ref === me
              ? t('offeredToMe')
              : t('offeredTo', { name: complaint.offered.name ?? t('noName') })}
          </Badge>
        ) : null}
        {owed && (complaint.ladder === 'shiftLead' || complaint.ladder === 'manager') ? (
          <Badge tone="warning">{t(`ladder.${complaint.ladder}`)}</Badge>
        ) : null}
        {complaint.remedies.some(({ state }) => state === 'asked') ? (
          <Badge tone="warning">{t('number.asked')}</Badge>
        ) : null}
        {complaint.firstContact ? <Badge tone="success">{t('firstContact')}</Badge> : null}
      </span>
    </button>
  );
}
