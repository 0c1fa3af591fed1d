'use client';

import { ScanLine } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useLiveTime } from '@/components/live/live-time';
import { Button } from '@/components/ui/button';
import { localName } from '@/lib/i18n/local-name';
import type { MachinesView, MachineView } from '@/lib/machines/schema';

/** Machines that can do a service now, the free ones first: one tap sends the customer there. */
export function MachineOffer({
  view,
  serviceCode,
  pending,
  onSend,
}: {
  view: MachinesView | null;
  serviceCode: string;
  pending: boolean;
  onSend: (machine: MachineView) => void;
}) {
  const t = useTranslations('machineOffer');
  const locale = useLocale();
  const { at } = useLiveTime();
  const able = (view?.machines ?? []).filter((machine) => machine.up && machine.serviceCodes.includes(serviceCode));
  const busy = (machine: MachineView) => machine.occupiedUntil !== null && machine.occupiedUntil > at;
  if (able.length === 0) return null;
  const sorted = [...able].sort((a, b) => Number(busy(a)) - Number(busy(b)) || a.number - b.number);
  return (
    <section aria-label={t('title')} className="rounded-xl border border-success bg-success-soft p-2">
      <h3 className="mb-1.5 flex items-center gap-2 px-1 font-semibold text-success-soft-foreground">
        <ScanLine aria-hidden="true" className="size-5 shrink-0" />
        {t('title')}
      </h3>
      <div className="flex flex-wrap gap-2">
        {sorted.slice(0, 4).map((machine) => (
          <Button key={machine.id} variant="secondary" disabled={pending} onClick={() => onSend(machine)}>
            <span>{t('machine', { kind: t(`kinds.${machine.kind}`), number: machine.number })}</span>
            <span className="font-normal text-sm">
              {[machine.zoneNames ? localName(machine.zoneNames, locale) : null, t(busy(machine) ? 'occupied' : 'free')]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </Button>
        ))}
      </div>
    </section>
  );
}
