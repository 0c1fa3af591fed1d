'use client';

import { FileCheck2, FileWarning, Printer, RotateCcw, Wrench } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { StateChip } from '@/components/ui/state-chip';
import { formatMoney } from '@/lib/core/money';
import { formatHallDateTime } from '@/lib/i18n/hall-time';
import type { SaleView } from '@/lib/sales/schema';

/** A device that was sold: its sheet, and what became of it. */
export function SaleCard({
  sale,
  hall,
  timeZone,
  currency,
  pending,
  onHand,
  onBack,
  onResult,
}: {
  sale: SaleView;
  hall: string;
  timeZone: string;
  currency: string;
  pending: boolean;
  onHand: () => void;
  onBack: () => void;
  onResult: (caseId: string) => void;
}) {
  const t = useTranslations('sales');
  const locale = useLocale();
  const open = sale.cases.find((each) => each.closedAt === null);
  return (
    <article aria-label={sale.model} className="space-y-2 rounded-xl border border-border bg-surface p-3 shadow-card">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0">
          <h3 className="font-semibold text-lg leading-snug">{sale.model}</h3>
          <p className="text-muted-foreground text-sm">
            {[
              sale.supplier.name,
              sale.serial,
              sale.priceCents === null ? null : formatMoney(sale.priceCents, currency, locale),
              sale.number,
              sale.customer?.name,
              sale.customer?.phone,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p className="text-muted-foreground text-sm">
            {[formatHallDateTime(sale.soldAt, locale, timeZone), sale.seller].filter(Boolean).join(' · ')}
          </p>
        </div>
        {sale.sheetHandedAt ? (
          <StateChip icon={<FileCheck2 aria-hidden="true" />} tone="success" size="sm">
            {t('handed')}
          </StateChip>
        ) : (
          <StateChip icon={<FileWarning aria-hidden="true" />} tone="danger" size="sm">
            {t('notHanded')}
          </StateChip>
        )}
      </div>
      {sale.cases.length > 0 ? (
        <p className="flex flex-wrap gap-1.5">
          {sale.cases.map((each) => (
            <Badge key={each.id} tone={each.closedAt ? 'neutral' : 'primary'}>
              {[
                t(`caseKinds.${each.kind}`),
                t(`reasons.${each.reason}`),
                each.result ? t(`repairResults.${each.result}`) : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Badge>
          ))}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {open ? (
          <Button disabled={pending} onClick={() => onResult(open.id)}>
            <Wrench aria-hidden="true" className="size-5" />
            {t('closeRepair')}
          </Button>
        ) : null}
        {sale.sheetHandedAt ? null : (
          <Button pending={pending} onClick={onHand}>
            {t('handSheet')}
          </Button>
        )}
        <ButtonLink variant="secondary" href={`/desk/${hall}/sales/${sale.id}/sheet`}>
          <Printer aria-hidden="true" className="size-5" />
          {t('print')}
        </ButtonLink>
        {sale.returnedAt || open ? null : (
          <Button variant="ghost" disabled={pending} onClick={onBack}>
            <RotateCcw aria-hidden="true" className="size-5" />
            {t('takeBack')}
          </Button>
        )}
      </div>
    </article>
  );
}
