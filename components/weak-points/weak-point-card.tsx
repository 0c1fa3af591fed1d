'use client';

import {
  CalendarDays,
  CheckCheck,
  CircleAlert,
  CircleDashed,
  CircleDotDashed,
  Hourglass,
  Undo2,
  UserRound,
} from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { StateChip } from '@/components/ui/state-chip';
import type { Tone } from '@/components/ui/tone';
import { formatMonth, formatServiceDay } from '@/lib/i18n/hall-time';
import type { WeakPointView } from '@/lib/weak-points/schema';
import { useFindingText } from './use-finding-text';

const LOOKS: Record<WeakPointView['state'], { icon: ReactNode; tone: Tone }> = {
  open: { icon: <CircleDashed aria-hidden="true" />, tone: 'neutral' },
  reopened: { icon: <Undo2 aria-hidden="true" />, tone: 'warning' },
  doing: { icon: <CircleDotDashed aria-hidden="true" />, tone: 'primary' },
  done: { icon: <Hourglass aria-hidden="true" />, tone: 'neutral' },
  verified: { icon: <CheckCheck aria-hidden="true" />, tone: 'success' },
  dropped: { icon: <CircleDashed aria-hidden="true" />, tone: 'neutral' },
};

export type CardAction = 'plan' | 'start' | 'finish' | 'verify' | 'reopen' | 'drop';

/** One weak point: what, why, what is done, who until when, and the steps that fit now. */
export function WeakPointCard({
  point,
  month,
  actions,
  pending,
  onAction,
}: {
  point: WeakPointView;
  /** The month of the board. */
  month: string;
  /** Those this person may take now, the usual one first. */
  actions: readonly CardAction[];
  pending: boolean;
  onAction: (action: CardAction) => void;
}) {
  const t = useTranslations('weakPoints');
  const touchpoints = useTranslations('touchpoints');
  const locale = useLocale();
  const what = useFindingText()(point);
  const day = point.dueOn ? formatServiceDay(point.dueOn, locale) : null;
  const unfinished = point.state === 'open' || point.state === 'reopened' || point.state === 'doing';
  return (
    <li className="space-y-2 rounded-lg border border-border bg-surface p-3 shadow-card">
      <p className="flex flex-wrap items-center gap-2">
        <span className="me-auto font-semibold">{touchpoints(point.touchpoint)}</span>
        {point.month === month ? null : <Badge>{t('carried', { month: formatMonth(point.month, locale) })}</Badge>}
        <StateChip size="sm" {...LOOKS[point.state]}>
          {t(`state.${point.state}`)}
        </StateChip>
      </p>
      <h3 className="break-words leading-snug">{what}</h3>
      <dl className="grid gap-1 text-sm">
        <Fact name={t('cause')} value={point.cause} />
        <Fact name={t('action')} value={point.action} />
        <Fact name={t('result')} value={point.result} />
        <Fact name={t('remark')} value={point.remark} />
      </dl>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted-foreground text-sm [&_svg]:size-4">
        <span className="flex items-center gap-1">
          <UserRound aria-hidden="true" />
          {point.owner?.name ?? t('noOwner')}
        </span>
        {point.overdue && day ? (
          <StateChip size="sm" tone="danger" icon={<CircleAlert aria-hidden="true" />}>
            {t('overdue', { day })}
          </StateChip>
        ) : unfinished ? (
          <span className="flex items-center gap-1">
            <CalendarDays aria-hidden="true" />
            {day ? t('due', { day }) : t('noDue')}
          </span>
        ) : null}
        {point.checkedBy ? <span>{t('checkedBy', { who: point.checkedBy })}</span> : null}
        {point.source === 'manual' ? null : <span>{t(`source.${point.source}`)}</span>}
      </p>
      {actions.length > 0 ? (
        <div className="flex flex-wrap gap-2">
          {actions.map((action, i) => (
            <Button
              key={action}
              variant={i === 0 ? 'secondary' : 'ghost'}
              pending={pending && i === 0}
              aria-label={t(`${action}Of`, { what })}
              onClick={() => onAction(action)}
            >
              {t(action)}
            </Button>
          ))}
        </div>
      ) : null}
    </li>
  );
}

function Fact({ name, value }: { name: string; value: string | null }) {
  return value ? (
    <div>
      <dt className="inline text-muted-foreground">{name}: </dt>
      <dd className="inline whitespace-pre-line break-words">{value}</dd>
    </div>
  ) : null;
}
