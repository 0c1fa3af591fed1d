'use client';

import { Undo2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useLiveTime } from '@/components/live/live-time';
import { Button } from '@/components/ui/button';
import { Timer } from '@/components/ui/timer';
import type { DiversionView } from '@/lib/diversions/schema';
import { localName } from '@/lib/i18n/local-name';
import type { MachinesView } from '@/lib/machines/schema';

/** Customers who were sent to a machine and may come back: one tap gives a number in the old place. */
export function AtMachines({
  view,
  pending,
  onBack,
}: {
  view: MachinesView;
  pending: boolean;
  onBack: (diversion: DiversionView) => void;
}) {
  const t = useTranslations('machineOffer');
  const locale = useLocale();
  const { at, serverOffsetMs } = useLiveTime();
  if (view.diversions.length === 0) return null;
  return (
    <section aria-labelledby="at-machines" className="flex max-h-48 min-h-0 shrink-0 flex-col">
      <h2 id="at-machines" className="px-1 pb-1.5 font-semibold text-lg">
        {t('atMachines')}
      </h2>
      <ul className="relative min-h-0 space-y-1.5 overflow-y-auto">
        {view.diversions.map((diversion) => {
          const machine = view.machines.find((m) => m.id === diversion.machineId);
          const service = view.services.find((s) => s.code === diversion.serviceCode);
          const name = machine ? t('machine', { kind: t(`kinds.${machine.kind}`), number: machine.number }) : '–';
          return (
            <li
              key={diversion.id}
              className="flex min-h-touch items-center gap-2 rounded-lg border border-border bg-surface ps-2.5"
            >
              <span className="min-w-0 flex-1 leading-tight">
                <span className="block truncate font-medium">{name}</span>
                <span className="block truncate text-muted-foreground text-sm">
                  {[diversion.number, service ? localName(service.names, locale) : diversion.serviceCode]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <Timer since={diversion.divertedAt} at={at} serverOffsetMs={serverOffsetMs} />
              <Button
                variant="secondary"
                disabled={pending}
                aria-label={t('cameBackFrom', { name })}
                onClick={() => onBack(diversion)}
              >
                <Undo2 aria-hidden="true" className="size-5" />
                {t('cameBack')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
