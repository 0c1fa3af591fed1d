'use client';

import { Search, Smartphone } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { DeskHeader } from '@/components/desk/desk-header';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { ConnectionBanner } from '@/components/live/connection-banner';
import { useHallData } from '@/components/live/use-hall-data';
import { useProblemText } from '@/components/live/use-problem-text';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Input } from '@/components/ui/input';
import { showToast } from '@/components/ui/toast-store';
import { localName } from '@/lib/i18n/local-name';
import type { SalesDeskView, SaleView } from '@/lib/sales/schema';
import { CaseDialog } from './case-dialog';
import { SaleCard } from './sale-card';
import { SaleForm } from './sale-form';

/** The sales desk: record a sale with its after-sales sheet, find an earlier one, take a device back. */
export function SalesScreen({
  hall,
  initial,
  me,
}: {
  /** Slug of the hall. */
  hall: string;
  initial: SalesDeskView;
  me: { name: string };
}) {
  const t = useTranslations('sales');
  const common = useTranslations('common');
  const locale = useLocale();
  const problemText = useProblemText();
  const [typed, setTyped] = useState('');
  const [find, setFind] = useState('');
  const [pending, setPending] = useState<string | null>(null);
  const [dialog, setDialog] = useState<{ saleId: string; repair: string | null } | null>(null);
  const path = `/halls/${hall}/sales-desk${find ? `?find=${encodeURIComponent(find)}` : ''}`;
  const live = useHallData({ hall, path, touchpoints: ['purchase', 'queue'], initial });
  const desk = live.data;
  const { timeZone } = desk.hall;
  const repairs = desk.openRepairs.map((sale) => sale.id);
  const others = desk.sales.filter((sale) => !repairs.includes(sale.id));
  const opened = [...desk.openRepairs, ...desk.sales].find((sale) => sale.id === dialog?.saleId);

  const send = async (to: string, body: object): Promise<ApiProblem | null> => {
    const answer = await callApi<SaleView>('POST', to, body);
    await live.refresh();
    if (answer.ok) showToast({ message: t('saved', { model: answer.value.model }) });
    return answer.ok ? null : answer.problem;
  };
  const hand = async (sale: SaleView) => {
    setPending(sale.id);
    const problem = await send(`/sales/${sale.id}/sheet`, {});
    setPending(null);
    if (problem) showToast({ tone: 'danger', message: `${sale.model}: ${problemText(problem)}` });
  };
  const card = (sale: SaleView) => (
    <li key={sale.id}>
      <SaleCard
        sale={sale}
        hall={hall}
        timeZone={timeZone}
        currency={desk.hall.currency}
        pending={pending === sale.id}
        onHand={() => hand(sale)}
        onBack={() => setDialog({ saleId: sale.id, repair: null })}
        onResult={(repair) => setDialog({ saleId: sale.id, repair })}
      />
    </li>
  );

  return (
    <div className="mx-auto flex min-h-dvh max-w-6xl flex-col gap-3 p-2 pb-6" data-toasts="top">
      <DeskHeader
        title={t('title')}
        hallName={localName(desk.hall.names, locale)}
        person={me.name}
        facts={[t('today', desk.today)]}
      />
      <ConnectionBanner connection={live.connection} ageSeconds={live.ageSeconds} />
      <main className="grid items-start gap-4 px-1 lg:grid-cols-2">
        <h1 className="sr-only">{t('title')}</h1>
        <SaleForm
          hall={hall}
          desk={desk}
          onRecorded={(sale) => {
            showToast({ message: t('kept', { model: sale.model }) });
            live.refresh();
          }}
        />
        <div className="space-y-4">
          <search>
            <form
              className="flex gap-2"
              onSubmit={(event) => {
                event.preventDefault();
                setFind(typed.trim());
              }}
            >
              <Input
                type="search"
                aria-label={t('find')}
                placeholder={t('find')}
                maxLength={100}
                value={typed}
                onChange={(event) => {
                  setTyped(event.target.value);
                  if (!event.target.value) setFind('');
                }}
              />
              <Button type="submit" variant="secondary" aria-label={common('search')}>
                <Search aria-hidden="true" className="size-5" />
              </Button>
            </form>
          </search>
          {desk.openRepairs.length > 0 ? (
            <section className="space-y-2">
              <h2 className="font-semibold text-lg">{t('openRepairs')}</h2>
              <ul className="space-y-2">{desk.openRepairs.map(card)}</ul>
            </section>
          ) : null}
          <section className="space-y-2">
            <h2 className="font-semibold text-lg">{t('sales')}</h2>
            {desk.sales.length === 0 ? (
              <EmptyState icon={<Smartphone aria-hidden="true" />} title={t(find ? 'noneFound' : 'none')} />
            ) : (
              <ul className="space-y-2">{others.map(card)}</ul>
            )}
          </section>
        </div>
      </main>
      {dialog && opened ? (
        <CaseDialog
          key={`${dialog.saleId} ${dialog.repair}`}
          sale={opened}
          repair={dialog.repair}
          onSend={send}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </div>
  );
}
