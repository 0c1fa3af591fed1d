'use client';

import { CircleAlert, Ticket } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ApiProblem } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { useEstimateText } from '@/components/waiting/use-estimate-text';
import { localName } from '@/lib/i18n/local-name';
import type { KioskChoices } from '@/lib/kiosk/schema';
import type { BoardView } from '@/lib/realtime/contract';
import { KioskStepFrame } from './kiosk-frame';
import type { KioskDraft } from './kiosk-visit';

/** What the wait would be and what to have ready, what the customer needs, and the button that gives the number. */
export function ConfirmStep({
  draft,
  choices,
  board,
  pending,
  problem,
  onDraft,
  onIssue,
}: {
  draft: KioskDraft;
  choices: KioskChoices;
  board: BoardView;
  pending: boolean;
  problem: ApiProblem | null;
  onDraft: (draft: KioskDraft) => void;
  onIssue: () => void;
}) {
  const t = useTranslations('kiosk');
  const locale = useLocale();
  const estimateText = useEstimateText();
  const problemText = useProblemText();
  const service = choices.services.find(({ code }) => code === draft.serviceCode);
  const now = board.services.find(({ code }) => code === draft.serviceCode);
  const name = localName(service?.names ?? {}, locale);
  const papers = service?.papers ?? [];
  const wait = now ? `${t('waiting', { count: now.waiting })} · ${estimateText(now.estimate)}` : t('serviceClosed');
  const bring = papers.map(({ names }) => localName(names, locale)).join(', ');
  return (
    <KioskStepFrame
      title={name}
      speech={[name, wait, bring && `${t('bring')}: ${bring}`, t('takeNumber')].filter(Boolean).join('. ')}
      intro={
        <>
          <p className="text-4xl text-muted-foreground">{wait}</p>
          {papers.length > 0 ? (
            <div>
              <h2 className="font-semibold text-3xl">{t('bring')}</h2>
              <ul className="list-disc ps-9 text-3xl">
                {papers.map((paper) => (
                  <li key={paper.code}>{localName(paper.names, locale)}</li>
                ))}
              </ul>
            </div>
          ) : null}
        </>
      }
    >
      {problem ? (
        <Banner tone="danger" assertive icon={<CircleAlert aria-hidden="true" />} className="text-2xl">
          {problem.code === 'no-connection' ? t('noAnswer') : problemText(problem)}
        </Banner>
      ) : null}
      <Choice
        title={t('needs')}
        options={choices.needs}
        chosen={draft.needs}
        onToggle={(code, on) =>
          onDraft({ ...draft, needs: on ? [...draft.needs, code] : draft.needs.filter((one) => one !== code) })
        }
      />
      <Choice
        title={t('class')}
        options={choices.classes}
        chosen={draft.customerClass ? [draft.customerClass] : []}
        onToggle={(code, on) => onDraft({ ...draft, customerClass: on ? code : null })}
      />
      <Button size="kiosk" block pending={pending} disabled={!now} className="min-h-40! text-5xl!" onClick={onIssue}>
        <Ticket aria-hidden="true" className="size-14" />
        {problem?.code === 'no-connection' ? t('tryAgain') : t('takeNumber')}
      </Button>
    </KioskStepFrame>
  );
}

function Choice({
  title,
  options,
  chosen,
  onToggle,
}: {
  title: string;
  options: KioskChoices['needs'];
  chosen: readonly string[];
  onToggle: (code: string, on: boolean) => void;
}) {
  const locale = useLocale();
  if (options.length === 0) return null;
  return (
    <fieldset className="flex flex-wrap gap-4">
      <legend className="mb-3 text-3xl">{title}</legend>
      {options.map(({ code, names }) => (
        <Chip
          key={code}
          size="kiosk"
          className="min-h-20! text-2xl!"
          pressed={chosen.includes(code)}
          onPressedChange={(on) => onToggle(code, on)}
        >
          {localName(names, locale)}
        </Chip>
      ))}
    </fieldset>
  );
}
