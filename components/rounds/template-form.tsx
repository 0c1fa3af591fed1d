'use client';

import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { LOCALES } from '@/lib/core/locale';
import { localName } from '@/lib/i18n/local-name';
import { ROUND_KINDS, type RoundKind, SIXES, type Six } from '@/lib/rounds/round';
import type { TemplateView } from '@/lib/rounds/schema';

type Names = Record<string, string>;
type Item = { key: string; id?: string; six: Six; names: Names; zoneCode: string };
type Timing = 'hours' | 'times' | 'every';

const noNames = (): Names => Object.fromEntries(LOCALES.map((locale) => [locale, '']));
let made = 0;
const newItem = (): Item => {
  made += 1;
  return { key: `new ${made}`, six: 'sort', names: noNames(), zoneCode: '' };
};

/** A round template as the manager fills it in: words, when it falls due, and what is looked at. */
export function TemplateForm({
  hall,
  template,
  zones,
  onSaved,
  onCancel,
}: {
  hall: string;
  /** None: a new one. */
  template: TemplateView | null;
  zones: readonly { code: string; names: Names }[];
  onSaved: () => void;
  onCancel: () => void;
}) {
  const t = useTranslations('roundTemplates');
  const six = useTranslations('rounds.six');
  const common = useTranslations('common');
  const locale = useLocale();
  const problemText = useProblemText();
  const [names, setNames] = useState<Names>(template?.names ?? noNames());
  const [kind, setKind] = useState<RoundKind>(template?.kind ?? 'cyclic');
  const [timing, setTiming] = useState<Timing>(
    template?.times.length ? 'times' : template && template.kind !== 'cyclic' ? 'hours' : 'every',
  );
  const [times, setTimes] = useState(template?.times.join(' ') ?? '');
  const [every, setEvery] = useState(String(template?.everyMinutes ?? 120));
  const [grace, setGrace] = useState(String(template?.graceMinutes ?? 30));
  const [active, setActive] = useState(template?.active ?? true);
  const [items, setItems] = useState<Item[]>(
    template?.items.map((item) => ({ ...item, key: item.id, zoneCode: item.zoneCode ?? '' })) ?? [newItem()],
  );
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const timings: Timing[] = kind === 'cyclic' ? ['every', 'times'] : ['hours', 'times'];
  const chosen = timings.includes(timing) ? timing : (timings[0] ?? 'times');
  const wrong = (path: string) =>
    problem?.errors?.some((error) => error.path === path || error.path.startsWith(`${path}.`)) ? t('wrong') : undefined;

  const change = (key: string, part: Partial<Item>) =>
    setItems((list) => list.map((item) => (item.key === key ? { ...item, ...part } : item)));
  const move = (index: number, by: number) =>
    setItems((list) => {
      const next = [...list];
      const [item] = next.splice(index, 1);
      if (item) next.splice(index + by, 0, item);
      return next;
    });

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    setProblem(undefined);
    const path = `/halls/${hall}/rounds/templates${template ? `/${template.id}` : ''}`;
    const answer = await callApi('POST', path, {
      names,
      kind,
      times: chosen === 'times' ? times.split(/[\s,，、;；]+/).filter(Boolean) : [],
      everyMinutes: chosen === 'every' ? Number(every) : null,
      graceMinutes: Number(grace),
      active,
      items: items.map(({ key: _key, id, six: one, names: words, zoneCode }) => ({
        ...(id ? { id } : {}),
        six: one,
        names: Object.fromEntries(LOCALES.map((language) => [language, words[language] ?? ''])),
        zoneCode: zoneCode || null,
      })),
    });
    setPending(false);
    if (answer.ok) onSaved();
    else setProblem(answer.problem);
  };

  return (
    <form onSubmit={save} noValidate className="space-y-4">
      <fieldset className="grid gap-3 md:grid-cols-3">
        <legend className="mb-1 font-semibold">{t('name')}</legend>
        {LOCALES.map((language) => (
          <Field
            key={language}
            id={`name-${language}`}
            label={t(`language.${language}`)}
            error={wrong(`names.${language}`)}
          >
            {(control) => (
              <Input
                {...control}
                value={names[language] ?? ''}
                maxLength={200}
                onChange={(event) => setNames({ ...names, [language]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </fieldset>
      <div className="grid gap-3 md:grid-cols-4">
        <Field id="kind" label={t('kind')}>
          {(control) => (
            <Select {...control} value={kind} onChange={(event) => setKind(event.target.value as RoundKind)}>
              {ROUND_KINDS.map((one) => (
                <option key={one} value={one}>
                  {t(`kinds.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id="timing" label={t('timing')}>
          {(control) => (
            <Select {...control} value={chosen} onChange={(event) => setTiming(event.target.value as Timing)}>
              {timings.map((one) => (
                <option key={one} value={one}>
                  {t(`timings.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {chosen === 'times' ? (
          <Field id="times" label={t('times')} hint={t('timesHint')} error={wrong('times')}>
            {(control) => <Input {...control} value={times} onChange={(event) => setTimes(event.target.value)} />}
          </Field>
        ) : null}
        {chosen === 'every' ? (
          <Field id="every" label={t('every')} error={wrong('everyMinutes')}>
            {(control) => (
              <Input
                {...control}
                inputMode="numeric"
                value={every}
                onChange={(event) => setEvery(event.target.value)}
              />
            )}
          </Field>
        ) : null}
        <Field id="grace" label={t('grace')} hint={t('graceHint')} error={wrong('graceMinutes')}>
          {(control) => (
            <Input {...control} inputMode="numeric" value={grace} onChange={(event) => setGrace(event.target.value)} />
          )}
        </Field>
      </div>
      <fieldset className="space-y-2">
        <legend className="mb-1 font-semibold">{t('items')}</legend>
        <ol className="space-y-2">
          {items.map((item, i) => (
            <li key={item.key} className="rounded-lg border border-border bg-surface-sunken p-2">
              <fieldset className="grid items-end gap-2 grid-cols-[1fr_1fr_auto] md:grid-cols-[10rem_14rem_1fr]">
                <legend className="sr-only">{t('item', { number: i + 1 })}</legend>
                <Select
                  aria-label={t('six')}
                  value={item.six}
                  onChange={(event) => change(item.key, { six: event.target.value as Six })}
                >
                  {SIXES.map((one) => (
                    <option key={one} value={one}>
                      {six(one)}
                    </option>
                  ))}
                </Select>
                <Select
                  aria-label={t('zone')}
                  value={item.zoneCode}
                  onChange={(event) => change(item.key, { zoneCode: event.target.value })}
                >
                  <option value="">{t('wholeHall')}</option>
                  {zones.map((zone) => (
                    <option key={zone.code} value={zone.code}>
                      {localName(zone.names, locale)}
                    </option>
                  ))}
                </Select>
                <span className="col-span-3 row-start-2 grid gap-2 md:grid-cols-3">
                  {LOCALES.map((language) => (
                    <Input
                      key={language}
                      aria-label={t(`language.${language}`)}
                      aria-invalid={wrong(`items.${i}.names.${language}`) ? true : undefined}
                      placeholder={t(`language.${language}`)}
                      maxLength={200}
                      value={item.names[language] ?? ''}
                      onChange={(event) =>
                        change(item.key, { names: { ...item.names, [language]: event.target.value } })
                      }
                    />
                  ))}
                </span>
                <span className="col-start-3 row-start-1 flex justify-self-end">
                  <Button
                    variant="ghost"
                    size="icon"
                    aria-label={t('up', { number: i + 1 })}
                    disabled={i === 0}
                    onClick={() => move(i, -1)}
                  >
                    <ArrowUp aria-hidden="true" className="size-5" />
                  </Button>
                  <Button
                    variant="ghost"
                    size="icon"
                    aria-label={t('down', { number: i + 1 })}
                    disabled={i === items.length - 1}
                    onClick={() => move(i, 1)}
                  >
                    <ArrowDown aria-hidden="true" className="size-5" />
                  </Button>
                  <Button
                    variant="ghost"
                    size="icon"
                    aria-label={t('removeItem', { number: i + 1 })}
                    disabled={items.length === 1}
                    onClick={() => setItems((list) => list.filter((one) => one.key !== item.key))}
                  >
                    <Trash2 aria-hidden="true" className="size-5" />
                  </Button>
                </span>
              </fieldset>
            </li>
          ))}
        </ol>
        <Button variant="secondary" onClick={() => setItems((list) => [...list, newItem()])}>
          <Plus aria-hidden="true" className="size-5" />
          {t('addItem')}
        </Button>
      </fieldset>
      <Checkbox label={t('active')} checked={active} onChange={(event) => setActive(event.target.checked)} />
      {problem ? (
        <p role="alert" className="font-medium text-danger">
          <span aria-hidden="true">⚠ </span>
          {problemText(problem)}
        </p>
      ) : null}
      <div className="flex gap-2">
        <Button type="submit" pending={pending}>
          {common('save')}
        </Button>
        <Button variant="secondary" onClick={onCancel}>
          {common('cancel')}
        </Button>
      </div>
    </form>
  );
}
