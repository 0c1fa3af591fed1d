'use client';

import { CircleAlert, ListOrdered, TriangleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Sheet } from '@/components/ui/sheet';
import { StateChip } from '@/components/ui/state-chip';
import { Table, TableBody, TableHead, Td, Th } from '@/components/ui/table';
import { useElapsedSeconds } from '@/components/ui/use-elapsed-seconds';
import { waitLevel } from '@/components/ui/wait-level';
import { useEstimateText } from '@/components/waiting/use-estimate-text';
import { formatDuration } from '@/lib/i18n/format-duration';
import { localName } from '@/lib/i18n/local-name';
import type { LiveBoardView, QueueRow } from '@/lib/realtime/contract';
import { WaitAges } from './wait-ages';

type Service = LiveBoardView['services'][number];

/** A row with its counted wait now, in seconds. */
type Aged = { row: QueueRow; waitedSeconds: number };

/** Each service: how many wait and for how long, who serves it, what a new number would be told. */
export function ServiceQueues({
  view,
  at,
  serverOffsetMs,
}: {
  view: LiveBoardView;
  at: string;
  serverOffsetMs: number;
}) {
  const t = useTranslations('live.queue');
  const common = useTranslations('common');
  const locale = useLocale();
  const [listed, setListed] = useState<string | null>(null);
  // One clock for all of them: seconds since the snapshot.
  const elapsed = useElapsedSeconds(at, at, serverOffsetMs);
  const service = view.services.find(({ code }) => code === listed);
  const agedOf = (code: string): Aged[] =>
    view.waiting
      .filter((row) => row.serviceCode === code)
      .map((row) => {
        const waited = (Date.parse(at) - Date.parse(row.waitingSince ?? row.issuedAt)) / 1000 - row.excusedSeconds;
        return { row, waitedSeconds: Math.max(0, waited) + elapsed };
      });
  return (
    <Card title={t('title')} flush>
      <p className="px-4 pb-1 text-muted-foreground text-sm">
        {t('key', {
          goal: Math.round(view.hall.goalSeconds / 60),
          limit: Math.round(view.hall.limitSeconds / 60),
        })}
      </p>
      <ul className="divide-y divide-border">
        {view.services.map((one) => (
          <ServiceLine key={one.code} service={one} waiting={agedOf(one.code)} onShow={() => setListed(one.code)} />
        ))}
      </ul>
      <Sheet
        open={service !== undefined}
        onOpenChange={(open) => open || setListed(null)}
        title={service ? t('listTitle', { service: localName(service.names, locale) }) : ''}
        closeLabel={common('close')}
        size="lg"
      >
        {service ? <WaitingTable service={service} waiting={agedOf(service.code)} /> : null}
      </Sheet>
    </Card>
  );
}

function ServiceLine({ service, waiting, onShow }: { service: Service; waiting: readonly Aged[]; onShow: () => void }) {
  const t = useTranslations('live.queue');
  const locale = useLocale();
  const estimateText = useEstimateText();
  const name = localName(service.names, locale);
  const ages = waiting
    .map(({ row, waitedSeconds }) => ({
      id: row.id,
      waitedSeconds,
      limitSeconds: row.limitSeconds,
      early: row.earlyFlaggedAt !== null,
    }))
    .sort((a, b) => b.waitedSeconds - a.waitedSeconds);
  const over = ages.filter((age) => age.waitedSeconds >= age.limitSeconds).length;
  const likely = ages.filter((age) => age.early && age.waitedSeconds < age.limitSeconds).length;
  const longest = formatDuration(ages[0]?.waitedSeconds ?? 0);
  return (
    <li className="grid grid-cols-[minmax(0,10.5rem)_minmax(0,1fr)_auto] items-center gap-3 px-4 py-1">
      <div className="min-w-0 leading-tight">
        <h3 className="font-semibold">
          {service.letter} {name}
        </h3>
        <p className="text-muted-foreground text-xs">
          {t('counters', { count: service.openCounters })} · {estimateText(service.estimate)}
        </p>
      </div>
      {ages.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t('none')}</p>
      ) : (
        <WaitAges
          ages={ages}
          goalSeconds={service.goalSeconds}
          limitSeconds={service.limitSeconds}
          label={t('ages', { service: name, count: ages.length, longest, over, likely })}
        />
      )}
      <div className="flex items-center justify-end gap-2">
        {over > 0 ? (
          <span aria-hidden="true" className="flex items-center gap-1 font-semibold text-danger tabular-nums">
            <CircleAlert className="size-4" />
            {over}
          </span>
        ) : null}
        <span className="min-w-8 text-end font-bold text-2xl tabular-nums">{service.waiting}</span>
        <Button
          variant="ghost"
          size="icon-sm"
          disabled={ages.length === 0}
          aria-label={t('showOf', { service: name })}
          title={t('show')}
          onClick={onShow}
        >
          <ListOrdered aria-hidden="true" className="size-5" />
        </Button>
      </div>
    </li>
  );
}

function WaitingTable({ service, waiting }: { service: Service; waiting: readonly Aged[] }) {
  const t = useTranslations('live.queue');
  const wait = useTranslations('wait');
  const locale = useLocale();
  const estimateText = useEstimateText();
  if (waiting.length === 0) return <EmptyState title={t('none')} />;
  return (
    <Table caption={localName(service.names, locale)} captionHidden>
      <TableHead>
        <tr>
          <Th numeric>{t('place')}</Th>
          <Th>{t('number')}</Th>
          <Th numeric>{t('waited')}</Th>
          <Th>{t('state')}</Th>
          <Th>{t('remaining')}</Th>
        </tr>
      </TableHead>
      <TableBody>
        {waiting.map(({ row, waitedSeconds }) => {
          const limits = { goalSeconds: service.goalSeconds, limitSeconds: row.limitSeconds };
          const level = waitLevel(waitedSeconds, limits, row.earlyFlaggedAt !== null);
          return (
            <tr key={row.id}>
              <Td numeric>{row.place}</Td>
              <Td>
                <span className="font-semibold">{row.number}</span>{' '}
                {row.targetCounterNumber === null ? null : <Badge>→ {row.targetCounterNumber}</Badge>}
              </Td>
              <Td numeric>{formatDuration(waitedSeconds)}</Td>
              <Td>
                {level === 'overLimit' ? (
                  <StateChip size="sm" tone="danger" icon={<CircleAlert aria-hidden="true" />}>
                    {wait(level)}
                  </StateChip>
                ) : level === 'early' ? (
                  <StateChip size="sm" tone="warning" icon={<TriangleAlert aria-hidden="true" />}>
                    {wait(level)}
                  </StateChip>
                ) : (
                  wait(level)
                )}
              </Td>
              <Td>{estimateText(row.estimate)}</Td>
            </tr>
          );
        })}
      </TableBody>
    </Table>
  );
}
