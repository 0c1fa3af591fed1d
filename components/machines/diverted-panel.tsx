'use client';

import { ArrowRight, MapPin, ScanLine } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { localName } from '@/lib/i18n/local-name';
import type { MachineView } from '@/lib/machines/schema';

/** Where the customer goes, large, and what to tell him about the machine. */
export function DivertedPanel({ machine, onNext }: { machine: MachineView; onNext: () => void }) {
  const t = useTranslations('machineOffer');
  const guideText = useTranslations('guide');
  const locale = useLocale();
  const guide = localName(machine.guide, locale);
  return (
    <section
      aria-label={t('sent')}
      className="flex min-h-0 flex-1 flex-col rounded-xl border-2 border-success bg-surface shadow-card"
    >
      <div role="status" className="relative min-h-0 flex-1 space-y-3 overflow-y-auto px-5 py-4">
        <p className="font-semibold text-muted-foreground">{t('sent')}</p>
        <p className="flex items-center gap-3 font-bold text-4xl text-success leading-tight">
          <ScanLine aria-hidden="true" className="size-10 shrink-0" />
          {t('machine', { kind: t(`kinds.${machine.kind}`), number: machine.number })}
        </p>
        {machine.zoneNames ? (
          <p className="flex items-center gap-2 font-semibold text-2xl">
            <MapPin aria-hidden="true" className="size-7 shrink-0 text-primary" />
            {localName(machine.zoneNames, locale)}
          </p>
        ) : null}
        {guide ? <p className="whitespace-pre-line text-lg leading-relaxed">{guide}</p> : null}
        <p className="text-muted-foreground">{t('keepsPlace')}</p>
      </div>
      <div className="border-border border-t p-2">
        <Button size="xl" block variant="soft" className="min-h-16!" onClick={onNext}>
          {guideText('next')}
          <ArrowRight aria-hidden="true" className="size-7" />
        </Button>
      </div>
    </section>
  );
}
