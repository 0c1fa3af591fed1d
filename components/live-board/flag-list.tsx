'use client';

import { HandHeart, HeartHandshake, Siren, UserRoundCheck, UserRoundSearch } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { StateChip } from '@/components/ui/state-chip';
import { Timer } from '@/components/ui/timer';
import type { CareView } from '@/lib/care/schema';
import { localName } from '@/lib/i18n/local-name';
import type { LiveBoardView } from '@/lib/realtime/contract';

/** As many as fit beside the counters; the most urgent ones. */
const atFirst = 7;

type Clock = { at: string; serverOffsetMs: number };

/** Waits over the limit that still want somebody, most urgent first, with their owner. */
export function FlagList({ view, at, serverOffsetMs }: { view: LiveBoardView } & Clock) {
  const t = useTranslations('live.flags');
  const [all, setAll] = useState(false);
  const shown = all ? view.flags : view.flags.slice(0, atFirst);
  return (
    <Card title={`${t('title')} ${view.flags.length}`}>
      {view.flags.length === 0 ? (
        <EmptyState icon={<HandHeart aria-hidden="true" />} title={t('none')} className="py-2">
          {t('noneHint')}
        </EmptyState>
      ) : (
        <ol className="divide-y divide-border">
          {shown.map((flag) => (
            <Flag key={flag.id} flag={flag} view={view} at={at} serverOffsetMs={serverOffsetMs} />
          ))}
        </ol>
      )}
      {view.flags.length > atFirst ? (
        <Button variant="ghost" size="sm" block aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('fewer') : t('more', { count: view.flags.length - atFirst })}
        </Button>
      ) : null}
    </Card>
  );
}

function Flag({ flag, view, at, serverOffsetMs }: { flag: CareView; view: LiveBoardView } & Clock) {
  const t = useTranslations('live.flags');
  const locale = useLocale();
  const service = view.services.find(({ code }) => code === flag.serviceCode);
  return (
    <li className="py-1.5">
      <p className="flex items-baseline gap-2">
        <span className="font-bold text-lg tabular-nums">{flag.number}</span>
        <span className="min-w-0 flex-1 truncate text-muted-foreground text-sm">
          {service ? localName(service.names, locale) : flag.serviceCode}
        </span>
        {flag.waitingSince ? (
          <Timer
            since={flag.waitingSince}
            at={at}
            serverOffsetMs={serverOffsetMs}
            className="font-semibold text-danger text-lg"
          />
        ) : null}
      </p>
      <p className="flex flex-wrap gap-1.5">
        {flag.state === 'taken' ? (
          <StateChip size="sm" tone="success" icon={<UserRoundCheck aria-hidden="true" />}>
            {flag.owner?.name ? t('taken', { name: flag.owner.name }) : t('takenUnknown')}
          </StateChip>
        ) : (
          <StateChip size="sm" icon={<UserRoundSearch aria-hidden="true" />}>
            {t('open')} · <Timer since={flag.openedAt} at={at} serverOffsetMs={serverOffsetMs} />
          </StateChip>
        )}
        {flag.escalatedAt && flag.state === 'open' ? (
          <StateChip size="sm" tone="danger" icon={<Siren aria-hidden="true" />}>
            {t('escalated')}
          </StateChip>
        ) : null}
        {flag.crossing > 1 ? (
          <StateChip size="sm" tone="danger" icon={<HeartHandshake aria-hidden="true" />}>
            {t('crossing', { count: flag.crossing })}
          </StateChip>
        ) : null}
      </p>
    </li>
  );
}
