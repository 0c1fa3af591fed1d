'use client';

import { PackageOpen, Search, Umbrella } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { DeskHeader } from '@/components/desk/desk-header';
import { ConnectionBanner } from '@/components/live/connection-banner';
import { useHallData } from '@/components/live/use-hall-data';
import { LendDialog } from '@/components/loans/lend-dialog';
import { LoanLists } from '@/components/loans/loan-lists';
import { StockForm } from '@/components/loans/stock-form';
import { LostFoundLists } from '@/components/lost-found/lost-found-lists';
import { Button } from '@/components/ui/button';
import { Tabs } from '@/components/ui/tabs';
import type { Localized } from '@/lib/core/localized';
import { localName } from '@/lib/i18n/local-name';
import type { LoanItems } from '@/lib/loans/schema';
import type { LostFound } from '@/lib/lost-found/schema';

/** What customers have of the hall's, and what the hall has of the customers'. */
export function BelongingsDesk({
  hall,
  hallNames,
  timeZone,
  person,
  mayStock,
  loans: firstLoans,
  lostFound: firstLostFound,
}: {
  /** Slug. */
  hall: string;
  hallNames: Localized;
  timeZone: string;
  person: string;
  mayStock: boolean;
  loans: LoanItems;
  lostFound: LostFound;
}) {
  const t = useTranslations('belongings');
  const loan = useTranslations('loan');
  const locale = useLocale();
  const path = `/halls/${encodeURIComponent(hall)}`;
  const loans = useHallData<LoanItems>({
    hall,
    path: `${path}/loan-items`,
    touchpoints: ['leave'],
    initial: firstLoans,
  });
  const lostFound = useHallData<LostFound>({
    hall,
    path: `${path}/lost-found`,
    touchpoints: ['leave'],
    initial: firstLostFound,
  });
  const [lending, setLending] = useState(false);
  const out = loans.data.items.filter((item) => item.loan !== null).length;
  const looked = lostFound.data.found.length + lostFound.data.lost.length;
  return (
    <div className="mx-auto flex min-h-dvh max-w-4xl flex-col gap-2 p-2 pb-6">
      <DeskHeader title={t('title')} hallName={localName(hallNames, locale)} person={person} />
      <ConnectionBanner connection={loans.connection} ageSeconds={loans.ageSeconds} />
      <main className="space-y-4 px-1">
        <h1 className="sr-only">{t('title')}</h1>
        <Tabs
          label={t('title')}
          tabs={[
            {
              id: 'loans',
              label: (
                <span className="flex items-center gap-2">
                  <Umbrella aria-hidden="true" className="size-5" />
                  {t('loans')} {out}
                </span>
              ),
              content: (
                <div className="space-y-4">
                  <Button size="lg" block onClick={() => setLending(true)}>
                    <PackageOpen aria-hidden="true" className="size-5" />
                    {loan('lend')}
                  </Button>
                  <LoanLists
                    items={loans.data.items}
                    currency={loans.data.currency}
                    timeZone={timeZone}
                    onDone={loans.refresh}
                  />
                  {mayStock ? <StockForm hall={hall} currency={loans.data.currency} onDone={loans.refresh} /> : null}
                </div>
              ),
            },
            {
              id: 'lost',
              label: (
                <span className="flex items-center gap-2">
                  <Search aria-hidden="true" className="size-5" />
                  {t('lostFound')} {looked}
                </span>
              ),
              content: (
                <LostFoundLists hall={hall} data={lostFound.data} timeZone={timeZone} onDone={lostFound.refresh} />
              ),
            },
          ]}
        />
      </main>
      {lending ? (
        <LendDialog hall={hall} ticket={null} onDone={loans.refresh} onClose={() => setLending(false)} />
      ) : null}
    </div>
  );
}
