'use client';

import { ChevronDown, MessageCircleMore, ScanLine, Ticket, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, type Ref, useId } from 'react';
import type { ApiProblem } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { StateChip } from '@/components/ui/state-chip';
import { isLocale, localeNames, locales } from '@/lib/i18n/config';
import { localName } from '@/lib/i18n/local-name';
import type { QueueView } from '@/lib/realtime/contract';
import { type Draft, toggled } from './draft';

/**
 * Greeting, class, needs, papers and the button that issues. The words to say stand where the guide looks at that
 * moment: the greeting first, the question about papers once the service is known.
 */
export function IssuePanel({
  view,
  draft,
  problem,
  issueRef,
  machines,
  onDraft,
  onIssue,
  onClear,
}: {
  view: QueueView;
  draft: Draft;
  problem: ApiProblem | null;
  issueRef: Ref<HTMLButtonElement>;
  /** Machines that could do it as well, for a service that one can do. */
  machines?: ReactNode;
  onDraft: (draft: Draft) => void;
  onIssue: () => void;
  onClear: () => void;
}) {
  const t = useTranslations('guide');
  const locale = useLocale();
  const problemText = useProblemText();
  const id = useId();
  const service = view.services.find((s) => s.code === draft.serviceCode);
  // Nobody taps what is usual: a ticket without a class is an ordinary customer's.
  const classes = view.classes.filter((option) => option.code !== 'ordinary');
  const wrongPhone = problem?.errors?.some((e) => e.path === 'customer.phone') ?? false;
  return (
    <form
      aria-label={t('customer')}
      className="flex min-h-0 flex-1 flex-col rounded-xl border border-border bg-surface shadow-card"
      onSubmit={(event) => {
        event.preventDefault();
        onIssue();
      }}
    >
      <div className="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto relative px-4 py-2.5">
        <div className="flex items-start gap-3">
          <MessageCircleMore aria-hidden="true" className="mt-1 size-6 shrink-0 text-primary" />
          <div className="min-w-0 flex-1">
            <p className="font-semibold text-xl leading-snug">
              <span className="sr-only">{t('sayIt')}: </span>
              {service ? (service.papers.length > 0 ? t('askPapers') : t('noPapers')) : t('greeting')}
            </p>
            {service ? null : <p className="text-muted-foreground text-sm">{t('threeMore')}</p>}
          </div>
          {draft.serviceCode || draft.visit ? (
            <Button variant="ghost" size="icon" aria-label={t('clear')} aria-keyshortcuts="Escape" onClick={onClear}>
              <X aria-hidden="true" className="size-5" />
            </Button>
          ) : null}
        </div>
        {draft.visit ? (
          <StateChip icon={<Ticket aria-hidden="true" />} tone="primary" className="self-start">
            {t('secondFor', { number: draft.visit.number })}
          </StateChip>
        ) : null}
        {problem ? (
          <Banner tone="danger" assertive>
            {problemText(problem)}
          </Banner>
        ) : null}
        {service?.machineCapable && machines ? machines : null}
        {service?.machineCapable && !machines ? (
          <StateChip icon={<ScanLine aria-hidden="true" />} tone="success" className="self-start">
            {t('machine')}
          </StateChip>
        ) : null}
        {(['papers', 'forms'] as const).map((kind) => {
          const asked = service?.papers.filter(({ form }) => form === (kind === 'forms')) ?? [];
          return asked.length === 0 ? null : (
            <fieldset key={kind} className="flex flex-wrap gap-1.5">
              <legend className="mb-1 text-muted-foreground text-sm">{t(kind)}</legend>
              {asked.map((paper) => (
                <Chip
                  key={paper.code}
                  pressed={draft.prepared.includes(paper.code)}
                  onPressedChange={(on) => onDraft({ ...draft, prepared: toggled(draft.prepared, paper.code, on) })}
                >
                  {localName(paper.names, locale)}
                </Chip>
              ))}
            </fieldset>
          );
        })}
        {view.needs.length > 0 ? (
          <fieldset className="flex flex-wrap gap-1.5">
            <legend className="mb-1 text-muted-foreground text-sm">{t('needs')}</legend>
            {view.needs.map((need) => (
              <Chip
                key={need.code}
                pressed={draft.needs.includes(need.code)}
                onPressedChange={(on) => onDraft({ ...draft, needs: toggled(draft.needs, need.code, on) })}
              >
                {localName(need.names, locale)}
              </Chip>
            ))}
          </fieldset>
        ) : null}
        {classes.length > 0 ? (
          <fieldset className="flex flex-wrap gap-1.5">
            <legend className="mb-1 text-muted-foreground text-sm">{t('class')}</legend>
            {classes.map((option) => (
              <Chip
                key={option.code}
                pressed={draft.customerClass === option.code}
                onPressedChange={(on) => onDraft({ ...draft, customerClass: on ? option.code : null })}
              >
                {localName(option.names, locale)}
              </Chip>
            ))}
          </fieldset>
        ) : null}
        {draft.visit ? null : (
          <details className="group" open={wrongPhone || undefined}>
            <summary className="inline-flex min-h-touch cursor-pointer list-none items-center gap-1.5 rounded-md pe-2 font-medium text-primary">
              <ChevronDown aria-hidden="true" className="size-5 transition-transform group-open:rotate-180" />
              {t('details')}
            </summary>
            <div className="grid gap-3 pt-1 sm:grid-cols-3">
              <Field id={`${id}-name`} label={t('name')}>
                {(control) => (
                  <Input
                    {...control}
                    autoComplete="off"
                    maxLength={100}
                    value={draft.name}
                    onChange={(event) => onDraft({ ...draft, name: event.target.value })}
                  />
                )}
              </Field>
              <Field id={`${id}-phone`} label={t('phone')} error={wrongPhone ? t('phoneWrong') : undefined}>
                {(control) => (
                  <Input
                    {...control}
                    type="tel"
                    inputMode="tel"
                    autoComplete="off"
                    maxLength={26}
                    value={draft.phone}
                    onChange={(event) => onDraft({ ...draft, phone: event.target.value })}
                  />
                )}
              </Field>
              <Field id={`${id}-language`} label={t('language')}>
                {(control) => (
                  <Select
                    {...control}
                    value={draft.locale ?? ''}
                    onChange={(event) =>
                      onDraft({ ...draft, locale: isLocale(event.target.value) ? event.target.value : null })
                    }
                  >
                    <option value="">{t('languageUsual')}</option>
                    {locales.map((language) => (
                      <option key={language} value={language} lang={language}>
                        {localeNames[language]}
                      </option>
                    ))}
                  </Select>
                )}
              </Field>
            </div>
          </details>
        )}
      </div>
      <div className="border-border border-t p-2">
        <Button ref={issueRef} type="submit" size="xl" block disabled={!service} className="min-h-16!">
          <Ticket aria-hidden="true" className="size-7 shrink-0" />
          <span className="min-w-0 truncate">
            {service ? t('issueFor', { service: localName(service.names, locale) }) : t('chooseService')}
          </span>
        </Button>
      </div>
    </form>
  );
}
