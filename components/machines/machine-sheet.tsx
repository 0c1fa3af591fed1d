'use client';

import { ClipboardCheck, ClipboardX, Pencil } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { LoadingState } from '@/components/ui/loading-state';
import { Sheet } from '@/components/ui/sheet';
import { Textarea } from '@/components/ui/textarea';
import { formatHallDateTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import type { MachineRecordView, MachinesView, MachineView } from '@/lib/machines/schema';
import { useMachineName } from './use-machine-name';

type Page = { items: MachineRecordView[]; nextCursor: string | null };

/** A machine at length: how to use it, its health book, the inspection, and what is done seldom. */
export function MachineSheet({
  machine,
  view,
  may,
  onAct,
  onEdit,
  onClose,
}: {
  machine: MachineView;
  view: MachinesView;
  may: { inspect: boolean; manage: boolean };
  /** Answers what is wrong, or null. */
  onAct: (path: string, body: unknown) => Promise<ApiProblem | null>;
  onEdit: () => void;
  onClose: () => void;
}) {
  const t = useTranslations('machines');
  const common = useTranslations('common');
  const locale = useLocale();
  const problemText = useProblemText();
  const name = useMachineName()(machine);
  const [records, setRecords] = useState<Page | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [note, setNote] = useState('');
  const guide = localName(machine.guide, locale);

  const load = async (after?: string) => {
    const query = after ? `?limit=20&after=${after}` : '?limit=20';
    const answer = await callApi<Page>('GET', `/machines/${machine.id}/records${query}`);
    if (!answer.ok) return setProblem(answer.problem);
    setRecords((known) => ({
      items: after ? [...(known?.items ?? []), ...answer.value.items] : answer.value.items,
      nextCursor: answer.value.nextCursor,
    }));
  };
  // What has just been done to the machine is a new line in its book.
  const mark = `${machine.stateSince} ${machine.inspectedAt} ${machine.fault?.repliedAt} ${machine.fault?.onSiteAt}`;
  useEffect(() => {
    let gone = false;
    callApi<Page>('GET', `/machines/${machine.id}/records?limit=20`).then((answer) => {
      if (gone || mark === '') return;
      if (answer.ok) setRecords(answer.value);
      else setProblem(answer.problem);
    });
    return () => {
      gone = true;
    };
  }, [machine.id, mark]);

  const act = async (path: string, body: unknown) => {
    const wrong = await onAct(path, body);
    setProblem(wrong);
    if (!wrong) setNote('');
  };

  return (
    <Sheet
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={name}
      closeLabel={common('close')}
    >
      <div className="space-y-5">
        {problem ? (
          <Banner tone="danger" assertive>
            {problemText(problem)}
          </Banner>
        ) : null}
        {guide ? (
          <section className="space-y-1">
            <h3 className="font-semibold">{t('guide')}</h3>
            <p className="whitespace-pre-line leading-relaxed">{guide}</p>
          </section>
        ) : null}
        <div className="flex flex-wrap gap-2">
          {machine.fault ? (
            <Button variant="secondary" onClick={() => act(`/faults/${machine.fault?.id}/withdraw`, {})}>
              {t('withdraw')}
            </Button>
          ) : machine.active && machine.state === 'inService' ? (
            <Button variant="secondary" onClick={() => act(`/machines/${machine.id}/state`, { state: 'outOfService' })}>
              {t('outOfService')}
            </Button>
          ) : null}
          {may.manage ? (
            <Button variant="secondary" onClick={onEdit}>
              <Pencil aria-hidden="true" className="size-5" />
              {common('edit')}
            </Button>
          ) : null}
        </div>
        {may.inspect && machine.active ? (
          <section className="space-y-2 rounded-xl border border-border p-3">
            <h3 className="font-semibold">{t('inspection')}</h3>
            <p className="text-muted-foreground text-sm">
              {t('inspectionEvery', { days: machine.inspectionEveryDays })}
            </p>
            <Field id="inspection-note" label={t('note')} optionalLabel={common('optional')}>
              {(control) => (
                <Textarea
                  {...control}
                  rows={2}
                  maxLength={500}
                  value={note}
                  onChange={(event) => setNote(event.target.value)}
                />
              )}
            </Field>
            <div className="flex flex-wrap gap-2">
              <Button
                onClick={() => act(`/machines/${machine.id}/inspections`, { passed: true, note: note || undefined })}
              >
                <ClipboardCheck aria-hidden="true" className="size-5" />
                {t('inspectionPassed')}
              </Button>
              <Button
                variant="secondary"
                onClick={() => act(`/machines/${machine.id}/inspections`, { passed: false, note: note || undefined })}
              >
                <ClipboardX aria-hidden="true" className="size-5" />
                {t('inspectionFailed')}
              </Button>
            </div>
          </section>
        ) : null}
        <section className="space-y-2">
          <h3 className="font-semibold">{t('history')}</h3>
          {records ? (
            <ol className="divide-y divide-border">
              {records.items.map((record) => (
                <li key={record.id} className="py-2 leading-snug">
                  <span className="font-medium">{t(`records.${record.kind}`)}</span>
                  <Detail record={record} />
                  <span className="block text-muted-foreground text-sm">
                    {[formatHallDateTime(record.at, locale, view.hall.timeZone), record.by].filter(Boolean).join(' · ')}
                  </span>
                  {record.note ? <span className="block">{record.note}</span> : null}
                </li>
              ))}
            </ol>
          ) : (
            <LoadingState label={common('loading')} lines={4} />
          )}
          {records?.nextCursor ? (
            <Button variant="ghost" onClick={() => load(records.nextCursor ?? undefined)}>
              {t('older')}
            </Button>
          ) : null}
        </section>
      </div>
    </Sheet>
  );
}

function Detail({ record }: { record: MachineRecordView }) {
  const t = useTranslations('machines');
  const { detail } = record;
  if (record.kind === 'faultReported') return <> · {t(`categories.${detail.category as 'other'}`)}</>;
  if (record.kind === 'faultEscalated') return <> · {t(`escalated.${detail.to as 'manager'}`)}</>;
  if (record.kind === 'inspected') return <> · {t(detail.passed ? 'inspectionPassed' : 'inspectionFailed')}</>;
  return null;
}
