'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Badge } from '@/components/ui/badge';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { LoadingState } from '@/components/ui/loading-state';
import { Select } from '@/components/ui/select';
import { Sheet } from '@/components/ui/sheet';
import { Switch } from '@/components/ui/switch';
import { Textarea } from '@/components/ui/textarea';
import { LOCALES, type Locale } from '@/lib/core/locale';
import { localeNames } from '@/lib/i18n/config';
import { localName } from '@/lib/i18n/local-name';
import type { StationView } from '@/lib/stations/schema';

type Draft = {
  code: string;
  known: boolean;
  names: Record<Locale, string>;
  shows: Record<Locale, string>;
  zoneCode: string | null;
  sort: number;
  active: boolean;
};

const NOTHING = { 'zh-CN': '', en: '', es: '' };

function draftOf(station: StationView): Draft {
  return {
    code: station.code,
    known: true,
    names: { ...NOTHING, ...station.names },
    shows: { ...NOTHING, ...station.shows },
    zoneCode: station.zoneCode,
    sort: station.sort,
    active: station.active,
  };
}

/** For managers: which stations the hall has, their names and what they show, in every language. */
export function StationSettings({
  hall,
  zones,
  onClose,
  onDone,
}: {
  hall: string;
  zones: readonly { code: string; names: Record<string, string> }[];
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('stations');
  const common = useTranslations('common');
  const locale = useLocale();
  const problemText = useProblemText();
  const [stations, setStations] = useState<StationView[]>();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);

  const load = useCallback(async () => {
    const answer = await callApi<{ items: StationView[] }>('GET', `/halls/${hall}/stations`);
    if (answer.ok) setStations(answer.value.items);
    else setProblem(answer.problem);
  }, [hall]);
  useEffect(() => {
    load();
  }, [load]);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!draft) return;
    setPending(true);
    setProblem(null);
    const { known: _known, ...body } = draft;
    const answer = await callApi('POST', `/halls/${hall}/stations`, body);
    setPending(false);
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    setDraft(null);
    onDone();
    await load();
  };
  const wrong = (path: string) =>
    problem?.errors?.some((one) => one.path === path) ? problemText({ code: 'invalid-input' }) : undefined;

  return (
    <Sheet
      open
      onOpenChange={() => onClose()}
      title={t('manage')}
      closeLabel={common('close')}
      size="lg"
      keepOnOutsideTap={draft !== null}
    >
      {problem && !problem.errors ? (
        <Banner tone="danger" assertive>
          {problemText(problem)}
        </Banner>
      ) : null}
      {draft ? (
        <form onSubmit={save} noValidate className="space-y-4">
          <Field id="station-code" label={t('code')} hint={t('codeHint')} required error={wrong('code')}>
            {(control) => (
              <Input
                {...control}
                value={draft.code}
                readOnly={draft.known}
                maxLength={40}
                onChange={(e) => setDraft({ ...draft, code: e.target.value })}
              />
            )}
          </Field>
          {LOCALES.map((key) => (
            <fieldset key={key} className="space-y-2 rounded-lg border border-border p-3">
              <legend className="px-1 font-medium">{localeNames[key]}</legend>
              <Field id={`station-name-${key}`} label={t('name')} required error={wrong(`names.${key}`)}>
                {(control) => (
                  <Input
                    {...control}
                    value={draft.names[key]}
                    maxLength={200}
                    onChange={(e) => setDraft({ ...draft, names: { ...draft.names, [key]: e.target.value } })}
                  />
                )}
              </Field>
              <Field id={`station-shows-${key}`} label={t('shows')} optionalLabel={common('optional')}>
                {(control) => (
                  <Textarea
                    {...control}
                    rows={2}
                    value={draft.shows[key]}
                    maxLength={500}
                    onChange={(e) => setDraft({ ...draft, shows: { ...draft.shows, [key]: e.target.value } })}
                  />
                )}
              </Field>
            </fieldset>
          ))}
          <Field id="station-zone" label={t('zone')}>
            {(control) => (
              <Select
                {...control}
                value={draft.zoneCode ?? ''}
                onChange={(e) => setDraft({ ...draft, zoneCode: e.target.value || null })}
              >
                <option value="">{t('noZone')}</option>
                {zones.map((zone) => (
                  <option key={zone.code} value={zone.code}>
                    {localName(zone.names, locale)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Switch
            label={t('inUse')}
            checked={draft.active}
            onChange={(e) => setDraft({ ...draft, active: e.target.checked })}
          />
          <div className="flex gap-2">
            <Button type="submit" size="lg" pending={pending}>
              {common('save')}
            </Button>
            <Button
              size="lg"
              variant="ghost"
              onClick={() => {
                setDraft(null);
                setProblem(null);
              }}
            >
              {common('cancel')}
            </Button>
          </div>
        </form>
      ) : stations ? (
        <div className="space-y-3">
          <ul className="divide-y divide-border">
            {stations.map((station) => (
              <li key={station.id} className="flex items-center justify-between gap-3 py-2">
                <span className="min-w-0">
                  <span className="block font-medium">{localName(station.names, locale)}</span>
                  {station.active ? null : <Badge>{t('outOfUse')}</Badge>}
                </span>
                <Button variant="secondary" onClick={() => setDraft(draftOf(station))}>
                  {common('edit')}
                </Button>
              </li>
            ))}
          </ul>
          <Button
            size="lg"
            onClick={() =>
              setDraft({
                code: '',
                known: false,
                names: NOTHING,
                shows: NOTHING,
                zoneCode: null,
                sort: stations.length,
                active: true,
              })
            }
          >
            {t('add')}
          </Button>
        </div>
      ) : (
        <LoadingState label={common('loading')} />
      )}
    </Sheet>
  );
}
