import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FoldedCard } from '@/components/ui/folded-card';
import { Input } from '@/components/ui/input';
import { Table, TableBody, TableHead, Td, Th } from '@/components/ui/table';
import { formatDuration } from '@/lib/i18n/format-duration';
import type { StaffingStepView } from '@/lib/staffing/schema';

const none = '–';

/** The plan half hour by half hour, with a field for the counters that are intended. */
export function StaffingTable({
  steps,
  minutes,
  editing,
  actions,
}: {
  steps: readonly StaffingStepView[];
  /** The limit. */
  minutes: number;
  /** Null: may read only. */
  editing: { countersOf: (halfHour: number) => string; onChange: (halfHour: number, value: string) => void } | null;
  actions: ReactNode;
}) {
  const t = useTranslations('staffing');
  const format = useFormatter();
  const percent = (share: number | null) =>
    share === null ? none : format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  const duration = (seconds: number | null) => (seconds === null ? none : formatDuration(seconds));
  const columns = (first: string) => (
    <>
      <Th numeric className="border-border border-s">
        {first}
      </Th>
      <Th numeric>{t('within', { minutes })}</Th>
      <Th numeric>{t('meanWait')}</Th>
      <Th numeric>{t('use')}</Th>
    </>
  );
  const cells = (plan: NonNullable<StaffingStepView['intended']> | null) => (
    <>
      <Td numeric>{plan ? percent(plan.share) : none}</Td>
      <Td numeric>{plan ? duration(plan.meanWaitSeconds) : none}</Td>
      <Td numeric>{plan ? percent(plan.use) : none}</Td>
    </>
  );
  return (
    <FoldedCard
      title={t('plan')}
      hint={t(editing ? 'planHint' : 'readHint')}
      show={t('showHalfHours')}
      hide={t('hideHalfHours')}
      actions={actions}
    >
      <Table caption={t('plan')} captionHidden className="text-sm [&_tbody_:is(td,th)]:py-0.5">
        <TableHead>
          <tr>
            <Th>{t('time')}</Th>
            <Th numeric>{t('arrivals')}</Th>
            {columns(t('countersNeeded'))}
            {columns(t('countersIntended'))}
          </tr>
        </TableHead>
        <TableBody>
          {steps.map(({ halfHour, from, open, arrivals, needed, intended }) => (
            <tr key={halfHour}>
              <Th scope="row" className="whitespace-nowrap">
                {from}
                {open ? null : <span className="ms-2 font-normal text-muted-foreground">{t('outside')}</span>}
              </Th>
              <Td numeric>{format.number(arrivals, { maximumFractionDigits: 1 })}</Td>
              <Td numeric className="border-border border-s font-semibold">
                {needed.counters}
              </Td>
              {cells(needed)}
              <Td numeric className="border-border border-s">
                {editing ? (
                  <Input
                    type="number"
                    inputMode="numeric"
                    min={0}
                    max={200}
                    aria-label={t('countersAt', { time: from })}
                    className="min-h-8 w-20 py-0 text-end tabular-nums"
                    value={editing.countersOf(halfHour)}
                    onChange={(event) => editing.onChange(halfHour, event.currentTarget.value)}
                  />
                ) : (
                  (intended?.counters ?? none)
                )}
              </Td>
              {cells(intended)}
            </tr>
          ))}
        </TableBody>
      </Table>
    </FoldedCard>
  );
}
