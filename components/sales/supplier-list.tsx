'use client';

import { CirclePlus, Truck } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Badge } from '@/components/ui/badge';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Switch } from '@/components/ui/switch';
import { Table, TableBody, TableHead, Td, Th } from '@/components/ui/table';
import type { SupplierListView, SupplierScoreView } from '@/lib/sales/schema';

/** What each supplier's devices did in a period, and the suppliers themselves. */
export function SupplierList({ hall, list, mayManage }: { hall: string; list: SupplierListView; mayManage: boolean }) {
  const t = useTranslations('suppliers');
  const common = useTranslations('common');
  const format = useFormatter();
  const router = useRouter();
  const [form, setForm] = useState<{ supplier: SupplierScoreView | null } | null>(null);
  const share = (value: number | null) =>
    value === null ? '–' : format.number(value, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <form method="get" className="flex flex-wrap items-end gap-2">
          <Field id="from" label={t('from')}>
            {(control) => <Input {...control} type="date" name="from" defaultValue={list.from} />}
          </Field>
          <Field id="to" label={t('to')}>
            {(control) => <Input {...control} type="date" name="to" defaultValue={list.to} />}
          </Field>
          <Button type="submit" variant="secondary">
            {t('show')}
          </Button>
        </form>
        {mayManage ? (
          <Button onClick={() => setForm({ supplier: null })}>
            <CirclePlus aria-hidden="true" className="size-5" />
            {t('add')}
          </Button>
        ) : null}
      </div>
      {list.items.length === 0 ? (
        <EmptyState icon={<Truck aria-hidden="true" />} title={t('none')}>
          {t('noneHint')}
        </EmptyState>
      ) : (
        <Table caption={t('period')}>
          <TableHead>
            <tr>
              <Th>{t('name')}</Th>
              <Th numeric>{t('sold')}</Th>
              <Th numeric>{t('passRate')}</Th>
              <Th numeric>{t('faulty')}</Th>
              <Th numeric>{t('repairRate')}</Th>
              <Th numeric>{t('repaired')}</Th>
              <Th numeric>{t('open')}</Th>
              {mayManage ? (
                <Th>
                  <span className="sr-only">{common('edit')}</span>
                </Th>
              ) : null}
            </tr>
          </TableHead>
          <TableBody>
            {list.items.map((supplier) => (
              <tr key={supplier.id}>
                <Td>
                  <span className="font-medium">{supplier.name}</span>{' '}
                  {supplier.active ? null : <Badge>{t('inactive')}</Badge>}
                  {supplier.contact ? (
                    <span className="block text-muted-foreground text-sm">{supplier.contact}</span>
                  ) : null}
                </Td>
                <Td numeric>{supplier.sold}</Td>
                <Td numeric>{share(supplier.passRate)}</Td>
                <Td numeric>{supplier.faulty}</Td>
                <Td numeric>{share(supplier.repairRate)}</Td>
                <Td numeric>{supplier.repaired}</Td>
                <Td numeric>{supplier.openRepairs}</Td>
                {mayManage ? (
                  <Td>
                    <Button
                      variant="ghost"
                      aria-label={`${common('edit')}: ${supplier.name}`}
                      onClick={() => setForm({ supplier })}
                    >
                      {common('edit')}
                    </Button>
                  </Td>
                ) : null}
              </tr>
            ))}
          </TableBody>
        </Table>
      )}
      {form ? (
        <SupplierForm
          hall={hall}
          supplier={form.supplier}
          onClose={() => setForm(null)}
          onSaved={() => {
            setForm(null);
            router.refresh();
          }}
        />
      ) : null}
    </div>
  );
}

function SupplierForm({
  hall,
  supplier,
  onClose,
  onSaved,
}: {
  hall: string;
  supplier: SupplierScoreView | null;
  onClose: () => void;
  onSaved: () => void;
}) {
  const t = useTranslations('suppliers');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const [name, setName] = useState(supplier?.name ?? '');
  const [contact, setContact] = useState(supplier?.contact ?? '');
  const [active, setActive] = useState(supplier?.active ?? true);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [pending, setPending] = useState(false);
  const save = async () => {
    setPending(true);
    const body = { name, contact: contact || null };
    const answer = supplier
      ? await callApi('PATCH', `/suppliers/${supplier.id}`, { ...body, active })
      : await callApi('POST', `/halls/${hall}/suppliers`, body);
    setPending(false);
    if (answer.ok) onSaved();
    else setProblem(answer.problem);
  };
  return (
    <Dialog
      open
      keepOnOutsideTap
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={supplier ? supplier.name : t('add')}
      closeLabel={common('close')}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" form="supplier" pending={pending}>
            {common('save')}
          </Button>
        </>
      }
    >
      <form
        id="supplier"
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {problem ? (
          <Banner tone="danger" assertive>
            {problem.code === 'already-exists' ? t('taken') : problemText(problem)}
          </Banner>
        ) : null}
        <Field id="supplier-name" label={t('name')} required>
          {(control) => (
            <Input {...control} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <Field id="supplier-contact" label={t('contact')} optionalLabel={common('optional')}>
          {(control) => (
            <Input {...control} maxLength={200} value={contact} onChange={(event) => setContact(event.target.value)} />
          )}
        </Field>
        {supplier ? (
          <Switch label={t('active')} checked={active} onChange={(event) => setActive(event.target.checked)} />
        ) : null}
      </form>
    </Dialog>
  );
}
