'use client';

import {
  AppWindow,
  Banknote,
  CircleEllipsis,
  IdCard,
  type LucideIcon,
  Monitor,
  Plug,
  Printer,
  WifiOff,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FAULT_CATEGORIES, type FaultCategory } from '@/lib/machines/fault';

const icons: Record<FaultCategory, LucideIcon> = {
  screen: Monitor,
  reader: IdCard,
  cash: Banknote,
  printer: Printer,
  network: WifiOff,
  power: Plug,
  software: AppWindow,
  other: CircleEllipsis,
};

/** What is wrong with the machine: one tap reports it. */
export function FaultDialog({
  name,
  failure,
  pending,
  onReport,
  onClose,
}: {
  name: string;
  failure?: string;
  pending: boolean;
  onReport: (category: FaultCategory) => void;
  onClose: () => void;
}) {
  const t = useTranslations('machines');
  const common = useTranslations('common');
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('whatIsWrong', { name })}
      description={t('clocksHint')}
      closeLabel={common('close')}
    >
      {failure ? (
        <Banner tone="danger" assertive>
          {failure}
        </Banner>
      ) : null}
      <div className="grid gap-2 sm:grid-cols-2">
        {FAULT_CATEGORIES.map((category) => {
          const Icon = icons[category];
          return (
            <Button
              key={category}
              variant="secondary"
              size="lg"
              className="justify-start! text-start"
              disabled={pending}
              onClick={() => onReport(category)}
            >
              <Icon aria-hidden="true" className="size-6 text-primary" />
              {t(`categories.${category}`)}
            </Button>
          );
        })}
      </div>
    </Dialog>
  );
}
