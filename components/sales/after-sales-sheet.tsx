import { useLocale, useTranslations } from 'next-intl';
import type { Localized, LocalizedText } from '@/lib/core/localized';
import { formatMoney } from '@/lib/core/money';
import { formatHallDay } from '@/lib/i18n/hall-time';
import { AFTER_SALES_POINTS } from '@/lib/sales/sale';
import type { SaleView } from '@/lib/sales/schema';

/** The sheet that the customer takes home: device, seller, and the after-sales points. One page of paper. */
export function AfterSalesSheet({
  sale,
  hall,
}: {
  sale: SaleView;
  hall: { names: Localized; address: LocalizedText; hotlineNumber: string | null; timeZone: string; currency: string };
}) {
  const t = useTranslations('sales');
  const locale = useLocale();
  const facts: [string, string | null][] = [
    [t('model'), sale.model],
    [t('serial'), sale.serial],
    [t('supplier'), sale.supplier.name],
    [t('price'), sale.priceCents === null ? null : formatMoney(sale.priceCents, hall.currency, locale)],
    [t('sheetSold'), formatHallDay(sale.soldAt, locale, hall.timeZone)],
    [t('seller'), sale.seller],
    [t('name'), sale.customer?.name ?? null],
  ];
  return (
    <article className="mx-auto max-w-2xl space-y-6 rounded-xl border border-border bg-surface p-8 print:border-0 print:p-0">
      <header className="border-foreground border-b-2 pb-3">
        <h1 className="font-bold text-3xl">{t('sheetTitle')}</h1>
        <p className="text-lg">{hall.names[locale]}</p>
        <p className="text-muted-foreground">
          {[hall.address[locale], hall.hotlineNumber].filter(Boolean).join(' · ')}
        </p>
      </header>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 text-lg">
        {facts.map(([name, value]) =>
          value ? (
            <div key={name} className="col-span-2 grid grid-cols-subgrid">
              <dt className="text-muted-foreground">{name}</dt>
              <dd className="font-medium">{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <ol className="list-decimal space-y-2 ps-6 text-lg leading-relaxed">
        {AFTER_SALES_POINTS.map((point) => (
          <li key={point}>{t(`points.${point}`)}</li>
        ))}
      </ol>
      <p className="border-foreground/40 border-b pt-10 pb-1 text-muted-foreground">{t('sheetSign')}</p>
    </article>
  );
}
