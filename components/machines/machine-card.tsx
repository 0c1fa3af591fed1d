'use client';

import {
  BookOpenText,
  CircleCheck,
  CircleSlash,
  ClipboardCheck,
  Siren,
  TriangleAlert,
  UserRound,
  WifiOff,
} from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useLiveTime } from '@/components/live/live-time';
import { Button } from '@/components/ui/button';
import { StateChip } from '@/components/ui/state-chip';
import { formatHallDay, formatHallTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import type { FaultStep } from '@/lib/machines/fault';
import type { MachinesView, MachineView } from '@/lib/machines/schema';
import { FaultClocks } from './fault-clocks';
import { useMachineName } from './use-machine-name';

/** One machine: its state in a glance, its fault with the clocks, and the next step as a button. */
export function MachineCard({
  machine,
  view,
  pending,
  onReport,
  onStep,
  onState,
  onOpen,
}: {
  machine: MachineView;
  view: MachinesView;
  pending: boolean;
  onReport: () => void;
  onStep: (step: FaultStep) => void;
  onState: (state: 'inService' | 'outOfService') => void;
  onOpen: () => void;
}) {
  const t = useTranslations('machines');
  const locale = useLocale();
  const name = useMachineName()(machine);
  const { fault } = machine;
  const { timeZone } = view.hall;
  const next: FaultStep = fault?.onSiteAt ? 'repair' : fault?.repliedAt ? 'site' : 'reply';
  const services = machine.serviceCodes.flatMap((code) => {
    const service = view.services.find((s) => s.code === code);
    return service ? [localName(service.names, locale)] : [];
  });
  return (
    <article
      aria-label={name}
      className={`flex flex-col gap-3 rounded-xl border bg-surface p-4 shadow-card ${machine.up ? 'border-border' : 'border-danger'}`}
    >
      <header className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <div className="min-w-0">
          <h2 className="font-semibold text-xl leading-snug">{name}</h2>
          <p className="text-muted-foreground">
            {[machine.zoneNames ? localName(machine.zoneNames, locale) : null, ...services].filter(Boolean).join(' · ')}
          </p>
        </div>
        <MachineChip machine={machine} />
      </header>
      {fault ? (
        <>
          <p className="leading-snug">
            <span className="font-medium">{t(`categories.${fault.category}`)}</span>
            {fault.note ? ` · ${fault.note}` : ''}
            <span className="block text-muted-foreground text-sm">
              {t('reportedBy', {
                time: `${formatHallDay(fault.reportedAt, locale, timeZone)} ${formatHallTime(fault.reportedAt, locale, timeZone)}`,
                name: fault.reportedBy ?? t('machineItself'),
              })}
            </span>
          </p>
          <FaultClocks fault={fault} />
          {fault.escalatedTo === 'none' ? null : (
            <StateChip icon={<Siren aria-hidden="true" />} tone="danger" className="self-start">
              {t(`escalated.${fault.escalatedTo}`)}
            </StateChip>
          )}
        </>
      ) : null}
      <InspectionLine machine={machine} timeZone={timeZone} />
      <footer className="mt-auto flex flex-wrap gap-2">
        {fault ? (
          <>
            <Button pending={pending} onClick={() => onStep(next)}>
              {t(`report.${next}`)}
            </Button>
            {next === 'repair' ? null : (
              <Button variant="secondary" disabled={pending} onClick={() => onStep('repair')}>
                {t('report.repair')}
              </Button>
            )}
          </>
        ) : (
          <>
            <Button variant="secondary" disabled={pending} onClick={onReport}>
              <TriangleAlert aria-hidden="true" className="size-5" />
              {t('reportFault')}
            </Button>
            {machine.state === 'outOfService' ? (
              <Button pending={pending} onClick={() => onState('inService')}>
                {t('toService')}
              </Button>
            ) : null}
          </>
        )}
        <Button variant="ghost" onClick={onOpen} aria-label={t('moreOf', { name })} className="ms-auto">
          <BookOpenText aria-hidden="true" className="size-5" />
          {t('more')}
        </Button>
      </footer>
    </article>
  );
}

function MachineChip({ machine }: { machine: MachineView }) {
  const t = useTranslations('machines');
  const { at } = useLiveTime();
  if (machine.state === 'fault')
    return (
      <StateChip icon={<TriangleAlert aria-hidden="true" />} tone="danger" solid>
        {t('states.fault')}
      </StateChip>
    );
  if (machine.state === 'outOfService')
    return (
      <StateChip icon={<CircleSlash aria-hidden="true" />} tone="neutral">
        {t('states.outOfService')}
      </StateChip>
    );
  if (machine.silentAt)
    return (
      <StateChip icon={<WifiOff aria-hidden="true" />} tone="danger">
        {t('states.silent')}
      </StateChip>
    );
  if (machine.occupiedUntil !== null && machine.occupiedUntil > at)
    return (
      <StateChip icon={<UserRound aria-hidden="true" />} tone="primary">
        {t('states.occupied')}
      </StateChip>
    );
  return (
    <StateChip icon={<CircleCheck aria-hidden="true" />} tone="success">
      {t('states.free')}
    </StateChip>
  );
}

function InspectionLine({ machine, timeZone }: { machine: MachineView; timeZone: string }) {
  const t = useTranslations('machines');
  const locale = useLocale();
  const { at } = useLiveTime();
  const overdue = machine.inspectionDueAt <= at;
  const day = formatHallDay(machine.inspectionDueAt, locale, timeZone);
  return (
    <p className={`flex items-center gap-1.5 text-sm ${overdue ? 'font-medium text-danger' : 'text-muted-foreground'}`}>
      <ClipboardCheck aria-hidden="true" className="size-4 shrink-0" />
      {t(overdue ? 'inspectionOverdue' : 'inspectionDue', { day })}
    </p>
  );
}
