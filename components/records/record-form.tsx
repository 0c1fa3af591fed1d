'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { FormFailure } from '@/components/manage/form-failure';
import { useApiForm } from '@/components/manage/use-api-form';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { RecordKind } from '@/lib/records/hall-record';
import type { RecordView } from '@/lib/records/schema';
import type { Touchpoint } from '@/lib/touchpoints/registry';

type Item = { id: number; fine: boolean; onBoard: boolean };

/** The record of a meeting or an inspection; what an inspection looked at is listed only when it is made. */
export function RecordForm({
  hall,
  kind,
  now,
  me,
  colleagues,
  touchpointKeys,
  record,
  onClose,
  onSaved,
}: {
  hall: string;
  kind: RecordKind;
  /** Service day and wall clock of the hall. */
  now: { day: string; time: string };
  /** Id of the person at the screen, who usually leads. */
  me: string;
  colleagues: readonly { id: string; name: string }[];
  touchpointKeys: readonly Touchpoint[];
  record?: RecordView;
  onClose: () => void;
  onSaved: (record: RecordView) => void;
}) {
  const t = useTranslations('records');
  const common = useTranslations('common');
  const touchpoints = useTranslations('touchpoints');
  const id = useId();
  const { send, pending, errorOf, failure } = useApiForm<RecordView>(onSaved);
  const [here, setHere] = useState<ReadonlySet<string>>(() => new Set(record?.attendees.map((one) => one.id)));
  const [items, setItems] = useState<Item[]>(
    kind === 'inspection' && !record ? [{ id: 1, fine: true, onBoard: false }] : [],
  );
  const everybody = colleagues.length > 0 && colleagues.every((one) => here.has(one.id));
  const change = (item: Item) => setItems((all) => all.map((one) => (one.id === item.id ? item : one)));

  const submit = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const body = {
      heldOn: text('heldOn'),
      heldAt: text('heldAt'),
      leaderId: text('leaderId'),
      attendeeIds: [...here],
      guests: Number(text('guests')),
      topics: text('topics'),
      decisions: text('decisions'),
    };
    if (record) return send('PATCH', `/records/${record.id}`, body);
    return send('POST', `/halls/${encodeURIComponent(hall)}/records`, {
      ...body,
      kind,
      items: items.map((item) => ({
        what: text(`what-${item.id}`),
        fine: item.fine,
        note: item.fine ? null : text(`note-${item.id}`) || null,
        weakPoint: !item.fine && item.onBoard ? { touchpoint: text(`touchpoint-${item.id}`) } : null,
      })),
    });
  };

  return (
    <Dialog
      open
      size="lg"
      keepOnOutsideTap
      onOpenChange={onClose}
      closeLabel={common('close')}
      title={record ? t('changeOf', { what: t(`kind.${kind}`) }) : t(`kind.${kind}`)}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" form={id} pending={pending}>
            {common('save')}
          </Button>
        </>
      }
    >
      <FormFailure text={failure} />
      <form
        id={id}
        noValidate
        className="grid gap-4 sm:grid-cols-3"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(new FormData(event.currentTarget));
        }}
      >
        <Field id={`${id}-day`} label={t('field.heldOn')} required error={errorOf('heldOn')}>
          {(control) => (
            <Input {...control} type="date" name="heldOn" max={now.day} defaultValue={record?.heldOn ?? now.day} />
          )}
        </Field>
        <Field id={`${id}-time`} label={t('field.heldAt')} required error={errorOf('heldAt')}>
          {(control) => <Input {...control} type="time" name="heldAt" defaultValue={record?.heldAt ?? now.time} />}
        </Field>
        <Field id={`${id}-leader`} label={t('field.leader')} required error={errorOf('leaderId')}>
          {(control) => (
            <Select
              {...control}
              name="leaderId"
              defaultValue={record?.leader.id ?? (colleagues.some((one) => one.id === me) ? me : '')}
            >
              <option value="">{t('field.choose')}</option>
              {colleagues.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <fieldset className="min-w-0 sm:col-span-3">
          <legend className="font-medium">{t('field.attendees')}</legend>
          <div className="mt-1 grid max-h-52 gap-x-4 overflow-y-auto rounded-lg border border-border p-2 sm:grid-cols-3">
            <Checkbox
              label={<strong className="font-semibold">{t('field.everybody')}</strong>}
              checked={everybody}
              onChange={() => setHere(everybody ? new Set() : new Set(colleagues.map((one) => one.id)))}
            />
            {colleagues.map((one) => (
              <Checkbox
                key={one.id}
                label={one.name}
                checked={here.has(one.id)}
                onChange={(event) => {
                  const next = new Set(here);
                  if (event.target.checked) next.add(one.id);
                  else next.delete(one.id);
                  setHere(next);
                }}
              />
            ))}
          </div>
        </fieldset>
        <Field id={`${id}-guests`} label={t('field.guests')} error={errorOf('guests')}>
          {(control) => <Input {...control} type="number" min={0} name="guests" defaultValue={record?.guests ?? 0} />}
        </Field>
        <Field
          id={`${id}-topics`}
          label={t('field.topics')}
          required
          error={errorOf('topics')}
          className="sm:col-span-3"
        >
          {(control) => <Textarea {...control} name="topics" rows={3} maxLength={4000} defaultValue={record?.topics} />}
        </Field>
        <Field
          id={`${id}-decisions`}
          label={t('field.decisions')}
          optionalLabel={common('optional')}
          error={errorOf('decisions')}
          className="sm:col-span-3"
        >
          {(control) => (
            <Textarea {...control} name="decisions" rows={2} maxLength={4000} defaultValue={record?.decisions} />
          )}
        </Field>
        {kind === 'inspection' && !record ? (
          <fieldset className="min-w-0 space-y-3 sm:col-span-3">
            <legend className="font-medium">{t('items')}</legend>
            {items.map((item, i) => (
              <div
                key={item.id}
                className="grid gap-2 rounded-lg border border-border p-3 sm:grid-cols-[1fr_auto_auto]"
              >
                <Field
                  id={`${id}-what-${item.id}`}
                  label={t('item.what', { n: i + 1 })}
                  required
                  error={errorOf(`items.${i}.what`)}
                >
                  {(control) => <Input {...control} name={`what-${item.id}`} maxLength={300} />}
                </Field>
                <Field id={`${id}-fine-${item.id}`} label={t('item.state')} required>
                  {(control) => (
                    <Select
                      {...control}
                      value={item.fine ? 'fine' : 'notFine'}
                      onChange={(event) => change({ ...item, fine: event.target.value === 'fine' })}
                    >
                      <option value="fine">{t('fine')}</option>
                      <option value="notFine">{t('notFine')}</option>
                    </Select>
                  )}
                </Field>
                <Button
                  variant="ghost"
                  size="icon"
                  className="self-end"
                  aria-label={t('item.remove', { n: i + 1 })}
                  onClick={() => setItems((all) => all.filter((one) => one.id !== item.id))}
                >
                  <X aria-hidden="true" className="size-5" />
                </Button>
                {item.fine ? null : (
                  <div className="grid gap-2 sm:col-span-3 sm:grid-cols-2">
                    <Field id={`${id}-note-${item.id}`} label={t('item.note')} error={errorOf(`items.${i}.note`)}>
                      {(control) => <Input {...control} name={`note-${item.id}`} maxLength={500} />}
                    </Field>
                    <div>
                      <Checkbox
                        label={t('item.weakPoint')}
                        checked={item.onBoard}
                        onChange={(event) => change({ ...item, onBoard: event.target.checked })}
                      />
                      {item.onBoard ? (
                        <Select
                          name={`touchpoint-${item.id}`}
                          defaultValue="environment"
                          aria-label={t('item.weakPoint')}
                        >
                          {touchpointKeys.map((key) => (
                            <option key={key} value={key}>
                              {touchpoints(key)}
                            </option>
                          ))}
                        </Select>
                      ) : null}
                    </div>
                  </div>
                )}
              </div>
            ))}
            <Button
              variant="secondary"
              onClick={() =>
                setItems((all) => [
                  ...all,
                  { id: Math.max(0, ...all.map((one) => one.id)) + 1, fine: true, onBoard: false },
                ])
              }
            >
              <Plus aria-hidden="true" className="size-5" />
              {t('item.add')}
            </Button>
          </fieldset>
        ) : null}
      </form>
    </Dialog>
  );
}
