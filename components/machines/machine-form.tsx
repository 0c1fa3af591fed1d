'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { Textarea } from '@/components/ui/textarea';
import { localeNames, locales } from '@/lib/i18n/config';
import { localName } from '@/lib/i18n/local-name';
import { MACHINE_KINDS, type MachineKind } from '@/lib/machines/machine';
import type { MachinesView, MachineView } from '@/lib/machines/schema';

/** A new machine, or what is known of one: kind, number, place, services, guide, signs, inspection. */
export function MachineForm({
  hall,
  view,
  machine,
  onSaved,
  onClose,
}: {
  hall: string;
  view: MachinesView;
  machine: MachineView | null;
  onSaved: () => void;
  onClose: () => void;
}) {
  const t = useTranslations('machines');
  const common = useTranslations('common');
  const locale = useLocale();
  const problemText = useProblemText();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [pending, setPending] = useState(false);
  const [kind, setKind] = useState<MachineKind>(machine?.kind ?? 'multi');
  const [number, setNumber] = useState(
    String(machine?.number ?? Math.max(0, ...view.machines.map((other) => other.number)) + 1),
  );
  const [zoneCode, setZone] = useState(machine?.zoneCode ?? '');
  const [serviceCodes, setServices] = useState<readonly string[]>(machine?.serviceCodes ?? []);
  const [guide, setGuide] = useState<Record<string, string>>(machine?.guide ?? {});
  const [silent, setSilent] = useState(machine?.silentAfterSeconds ? String(machine.silentAfterSeconds) : '');
  const [days, setDays] = useState(String(machine?.inspectionEveryDays ?? 90));
  const [active, setActive] = useState(machine?.active ?? true);
  const wrong = (path: string) => problem?.errors?.some((error) => error.path.endsWith(path));

  const save = async () => {
    setPending(true);
    const body = {
      kind,
      number: Number(number),
      zoneCode: zoneCode || null,
      serviceCodes,
      guide: Object.fromEntries(locales.map((language) => [language, guide[language] ?? ''])),
      silentAfterSeconds: silent ? Number(silent) : null,
      inspectionEveryDays: Number(days),
    };
    const answer = machine
      ? await callApi('PATCH', `/machines/${machine.id}`, { ...body, active })
      : await callApi('POST', `/halls/${hall}/machines`, body);
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
      title={machine ? t('editTitle') : t('addTitle')}
      closeLabel={common('close')}
      size="lg"
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" form="machine" pending={pending}>
            {common('save')}
          </Button>
        </>
      }
    >
      <form
        id="machine"
        noValidate
        className="grid gap-4 sm:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {problem ? (
          <Banner tone="danger" assertive className="sm:col-span-2">
            {problemText(problem)}
          </Banner>
        ) : null}
        <Field id="machine-kind" label={t('kind')} required>
          {(control) => (
            <Select {...control} value={kind} onChange={(event) => setKind(event.target.value as MachineKind)}>
              {MACHINE_KINDS.map((each) => (
                <option key={each} value={each}>
                  {t(`kinds.${each}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id="machine-number" label={t('number')} required error={wrong('number') ? t('numberWrong') : undefined}>
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              maxLength={3}
              value={number}
              onChange={(event) => setNumber(event.target.value)}
            />
          )}
        </Field>
        <Field id="machine-zone" label={t('zone')}>
          {(control) => (
            <Select {...control} value={zoneCode} onChange={(event) => setZone(event.target.value)}>
              <option value="">–</option>
              {view.zones.map((zone) => (
                <option key={zone.code} value={zone.code}>
                  {localName(zone.names, locale)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field
          id="machine-days"
          label={t('inspectionDays')}
          error={wrong('inspectionEveryDays') ? t('daysWrong') : undefined}
        >
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              maxLength={3}
              value={days}
              onChange={(event) => setDays(event.target.value)}
            />
          )}
        </Field>
        <fieldset className="sm:col-span-2">
          <legend className="mb-1 font-medium">{t('services')}</legend>
          <div className="flex flex-wrap gap-1.5">
            {view.services.map((service) => (
              <Chip
                key={service.code}
                pressed={serviceCodes.includes(service.code)}
                onPressedChange={(on) =>
                  setServices([...serviceCodes.filter((code) => code !== service.code), ...(on ? [service.code] : [])])
                }
              >
                {localName(service.names, locale)}
              </Chip>
            ))}
          </div>
        </fieldset>
        {locales.map((language) => (
          <Field
            key={language}
            id={`machine-guide-${language}`}
            label={`${t('guide')} · ${localeNames[language]}`}
            optionalLabel={common('optional')}
            className="sm:col-span-2"
          >
            {(control) => (
              <Textarea
                {...control}
                lang={language}
                rows={2}
                maxLength={2000}
                value={guide[language] ?? ''}
                onChange={(event) => setGuide({ ...guide, [language]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <Field
          id="machine-silent"
          label={t('silentAfter')}
          hint={t('silentHint')}
          optionalLabel={common('optional')}
          error={wrong('silentAfterSeconds') ? t('silentWrong') : undefined}
          className="sm:col-span-2"
        >
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              maxLength={5}
              value={silent}
              onChange={(event) => setSilent(event.target.value)}
            />
          )}
        </Field>
        {machine ? (
          <Switch label={t('active')} checked={active} onChange={(event) => setActive(event.target.checked)} />
        ) : null}
      </form>
    </Dialog>
  );
}
