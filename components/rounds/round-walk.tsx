'use client';

import { ArrowLeft, PenLine } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Button } from '@/components/ui/button';
import { ProgressBar } from '@/components/ui/progress-bar';
import { localName } from '@/lib/i18n/local-name';
import type { RoundsView, RoundView, TemplateView } from '@/lib/rounds/schema';
import { keepDraft, loadDraft, type WalkAnswer, type WalkDraft } from './walk-draft';
import { WalkItem } from './walk-item';

/** A checklist in the hand: one tap an item, then the signature of the person who is signed in. */
export function RoundWalk({
  hall,
  template,
  colleagues,
  me,
  serverOffsetMs,
  onSigned,
  onBack,
}: {
  hall: string;
  template: TemplateView;
  colleagues: RoundsView['colleagues'];
  me: { ref: string; name: string };
  /** How much the hall's clock is ahead of this phone's, which may be wrong. */
  serverOffsetMs: number;
  onSigned: (round: RoundView) => void;
  onBack: () => void;
}) {
  const t = useTranslations('rounds');
  const locale = useLocale();
  const problemText = useProblemText();
  const [draft, setDraft] = useState<WalkDraft>(() => loadDraft(template.id));
  const [tried, setTried] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const owners = colleagues.some(({ ref }) => ref === me.ref) ? colleagues : [me, ...colleagues];
  const left = template.items.filter((item) => !draft[item.id]);
  const failed = template.items.filter((item) => draft[item.id]?.ok === false).length;
  const done = template.items.length - left.length;

  const answer = (itemId: string, change: Partial<WalkAnswer>) => {
    const empty: WalkAnswer = { ok: true, note: '', photoIds: [], ownerRef: me.ref, dueMinutes: 120 };
    const next = { ...draft, [itemId]: { ...empty, ...draft[itemId], ...change } };
    setDraft(next);
    keepDraft(template.id, next);
  };

  const sign = async () => {
    setTried(true);
    if (left[0]) {
      document.getElementById(`item-${left[0].id}`)?.scrollIntoView({ block: 'center' });
      document.getElementById(`item-${left[0].id}`)?.querySelector('button')?.focus({ preventScroll: true });
      return;
    }
    setPending(true);
    setProblem(undefined);
    const items = template.items.map(({ id }) => {
      const given = draft[id];
      if (!given || given.ok) return { itemId: id, ok: given?.ok ?? false };
      const dueAt = new Date(Date.now() + serverOffsetMs + given.dueMinutes * 60_000).toISOString();
      const note = given.note.trim();
      const { photoIds, ownerRef } = given;
      return { itemId: id, ok: false, photoIds, ownerRef, dueAt, ...(note ? { note } : {}) };
    });
    const signed = await callApi<RoundView>('POST', `/halls/${hall}/rounds/sign`, { templateId: template.id, items });
    setPending(false);
    if (!signed.ok) return setProblem(signed.problem);
    keepDraft(template.id, null);
    onSigned(signed.value);
  };

  return (
    <>
      <main className="flex-1 space-y-3 px-3 pt-1 pb-4">
        <div className="flex items-center gap-2">
          <Button variant="ghost" size="icon" aria-label={t('back')} onClick={onBack}>
            <ArrowLeft aria-hidden="true" className="size-6" />
          </Button>
          <h1 className="font-bold text-xl leading-tight">{localName(template.names, locale)}</h1>
        </div>
        <ol className="space-y-2">
          {template.items.map((item, i) => (
            <WalkItem
              key={item.id}
              hall={hall}
              number={i + 1}
              item={item}
              answer={draft[item.id]}
              missing={tried && !draft[item.id]}
              colleagues={owners}
              onAnswer={(change) => answer(item.id, change)}
            />
          ))}
        </ol>
      </main>
      <footer className="sticky bottom-0 z-20 space-y-2 border-border border-t bg-surface px-3 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
        <ProgressBar
          value={done / template.items.length}
          label={t('progress')}
          valueText={t('progressText', { done, count: template.items.length, failed })}
        />
        {problem ? (
          <p role="alert" className="font-medium text-danger">
            <span aria-hidden="true">⚠ </span>
            {problemText(problem)}
          </p>
        ) : null}
        <Button block size="lg" pending={pending} onClick={sign}>
          <PenLine aria-hidden="true" className="size-5 shrink-0" />
          {t('sign', { name: me.name })}
        </Button>
      </footer>
    </>
  );
}
