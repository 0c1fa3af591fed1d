'use client';

import { CheckCheck, ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Chip } from '@/components/ui/chip';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { amountOf } from '@/lib/sales/amount';
import { AFTER_SALES_POINTS, type AfterSalesPoint, isExplained } from '@/lib/sales/sale';
import type { SalesDeskView, SaleView } from '@/lib/sales/schema';

const EMPTY = { model: '', supplierId: '', serial: '', price: '', name: '', phone: '', ticketId: '' };

/** One sale: what, from whom, and the after-sales sheet point by point. */
export function SaleForm({
  hall,
  desk,
  onRecorded,
}: {
  hall: string;
  desk: SalesDeskView;
  onRecorded: (sale: SaleView) => void;
}) {
  const t = useTranslations('sales');
  const problemText = useProblemText();
  const [values, setValues] = useState(EMPTY);
  const [points, setPoints] = useState<readonly AfterSalesPoint[]>([]);
  const [sheetHanded, setSheetHanded] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [tried, setTried] = useState(false);
  const [pending, setPending] = useState(false);
  const set = (change: Partial<typeof EMPTY>) => setValues({ ...values, ...change });
  const explained = isExplained(points);
  const priceCents = values.price.trim() ? amountOf(values.price) : undefined;
  const models = [...new Set(desk.sales.map((sale) => sale.model))].slice(0, 20);
  const known = (field: string) => problem?.errors?.some((error) => error.path.endsWith(field)) ?? false;

  const record = async () => {
    setTried(true);
    if (!values.model.trim() || !values.supplierId || priceCents === null) return;
    setPending(true);
    const name = values.name.trim();
    const phone = values.phone.trim();
    const answer = await callApi<SaleView>('POST', `/halls/${hall}/sales`, {
      model: values.model,
      supplierId: values.supplierId,
      ...(priceCents === undefined ? {} : { priceCents }),
      ...(values.serial.trim() ? { serial: values.serial } : {}),
      ...(name || phone ? { customer: { ...(name ? { name } : {}), ...(phone ? { phone } : {}) } } : {}),
      ...(values.ticketId ? { ticketId: values.ticketId } : {}),
      points,
      sheetHanded: sheetHanded && explained,
    });
    setPending(false);
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    setProblem(null);
    setTried(false);
    // The next one is often of the same supplier.
    setValues({ ...EMPTY, supplierId: values.supplierId });
    setPoints([]);
    setSheetHanded(false);
    onRecorded(answer.value);
  };

  return (
    <form
      aria-label={t('newSale')}
      noValidate
      className="space-y-4 rounded-xl border border-border bg-surface p-4 shadow-card"
      onSubmit={(event) => {
        event.preventDefault();
        record();
      }}
    >
      <h2 className="font-semibold text-xl">{t('newSale')}</h2>
      {problem ? (
        <Banner tone="danger" assertive>
          {problemText(problem)}
        </Banner>
      ) : null}
      <Field
        id="sale-model"
        label={t('model')}
        required
        error={tried && !values.model.trim() ? t('modelMissing') : undefined}
      >
        {(control) => (
          <>
            <Input
              {...control}
              list="sale-models"
              autoComplete="off"
              maxLength={100}
              value={values.model}
              onChange={(event) => set({ model: event.target.value })}
            />
            <datalist id="sale-models">
              {models.map((model) => (
                <option key={model} value={model} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <fieldset>
        <legend className="mb-1 font-medium">{t('supplier')}</legend>
        <div className="flex flex-wrap gap-1.5">
          {desk.suppliers.map((supplier) => (
            <Chip
              key={supplier.id}
              pressed={values.supplierId === supplier.id}
              onPressedChange={(on) => set({ supplierId: on ? supplier.id : '' })}
            >
              {supplier.name}
            </Chip>
          ))}
        </div>
        {desk.suppliers.length === 0 ? <p className="text-muted-foreground">{t('noSuppliers')}</p> : null}
        {tried && !values.supplierId && desk.suppliers.length > 0 ? (
          <p role="alert" className="mt-1 font-medium text-danger">
            {t('supplierMissing')}
          </p>
        ) : null}
      </fieldset>
      <fieldset className="rounded-xl border border-border p-3">
        <legend className="px-1 font-medium">{t('afterSales')}</legend>
        <p className="text-muted-foreground text-sm">{t('pointsHint')}</p>
        <ul className="my-2 space-y-1">
          {AFTER_SALES_POINTS.map((point) => (
            <li key={point}>
              <Checkbox
                label={t(`points.${point}`)}
                checked={points.includes(point)}
                onChange={(event) =>
                  setPoints([...points.filter((p) => p !== point), ...(event.target.checked ? [point] : [])])
                }
              />
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap items-center gap-3">
          <Button variant="secondary" disabled={explained} onClick={() => setPoints(AFTER_SALES_POINTS)}>
            <CheckCheck aria-hidden="true" className="size-5" />
            {t('allPoints')}
          </Button>
          <Switch
            label={t('handSheet')}
            checked={sheetHanded && explained}
            disabled={!explained}
            onChange={(event) => setSheetHanded(event.target.checked)}
          />
        </div>
      </fieldset>
      <details className="group" open={known('phone') || (tried && priceCents === null) || undefined}>
        <summary className="inline-flex min-h-touch cursor-pointer list-none items-center gap-1.5 rounded-md pe-2 font-medium text-primary">
          <ChevronDown aria-hidden="true" className="size-5 transition-transform group-open:rotate-180" />
          {t('details')}
        </summary>
        <div className="grid gap-3 pt-1 sm:grid-cols-2">
          <Field id="sale-serial" label={t('serial')}>
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                maxLength={60}
                value={values.serial}
                onChange={(event) => set({ serial: event.target.value })}
              />
            )}
          </Field>
          <Field id="sale-price" label={t('price')} error={tried && priceCents === null ? t('amountWrong') : undefined}>
            {(control) => (
              <Input
                {...control}
                inputMode="decimal"
                autoComplete="off"
                maxLength={12}
                value={values.price}
                onChange={(event) => set({ price: event.target.value })}
              />
            )}
          </Field>
          <Field id="sale-name" label={t('name')}>
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                maxLength={100}
                value={values.name}
                onChange={(event) => set({ name: event.target.value })}
              />
            )}
          </Field>
          <Field
            id="sale-phone"
            label={t('phone')}
            error={known('phone') ? problemText({ code: 'invalid-input' }) : undefined}
          >
            {(control) => (
              <Input
                {...control}
                type="tel"
                inputMode="tel"
                autoComplete="off"
                maxLength={26}
                value={values.phone}
                onChange={(event) => set({ phone: event.target.value })}
              />
            )}
          </Field>
          <Field id="sale-ticket" label={t('customer')}>
            {(control) => (
              <Select {...control} value={values.ticketId} onChange={(event) => set({ ticketId: event.target.value })}>
                <option value="">{t('customerNone')}</option>
                {desk.customers.map((customer) => (
                  <option key={customer.ticketId} value={customer.ticketId}>
                    {customer.number}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
      </details>
      <Button type="submit" size="xl" block pending={pending}>
        {t('record')}
      </Button>
    </form>
  );
}
