'use client';

import { Star } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';
import type { JourneyView } from '@/lib/journey/schema';
import { StandardState } from './standard-state';
import { useStandardTexts } from './use-standard-texts';

/** One touchpoint of the line: who is here, how many passed, and how its leading standard stands. */
export function TouchpointCard({
  place,
  touchpoint,
  onOpen,
}: {
  /** 1 = find … 16 = leave. */
  place: number;
  touchpoint: JourneyView['touchpoints'][number];
  onOpen: () => void;
}) {
  const t = useTranslations('journey');
  const names = useTranslations('touchpoints');
  const texts = useStandardTexts();
  const [leading] = touchpoint.standards;
  const missed = touchpoint.standards.filter(({ met }) => met === false).length;
  const others = missed - (leading?.met === false ? 1 : 0);
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-haspopup="dialog"
      className={cn(
        'flex h-full w-full flex-col items-stretch gap-1 rounded-xl border-2 bg-surface p-3 text-start hover:bg-surface-sunken',
        missed > 0 ? 'border-danger' : touchpoint.peak ? 'border-primary' : 'border-border',
      )}
    >
      <span className="flex items-center justify-between">
        <span
          aria-hidden="true"
          className={cn(
            'grid size-6 shrink-0 place-items-center rounded-full font-semibold text-xs tabular-nums',
            touchpoint.peak ? 'bg-primary text-primary-foreground' : 'bg-surface-sunken',
          )}
        >
          {place}
        </span>
        {touchpoint.peak ? <Star aria-hidden="true" className="size-4 fill-current text-primary" /> : null}
      </span>
      <span className="hyphens-auto break-words font-semibold leading-snug">{names(touchpoint.key)}</span>
      {touchpoint.peak ? <span className="sr-only">{t('peak')}</span> : null}
      <span className="mt-1 flex items-end justify-between gap-2">
        {touchpoint.here === null ? null : (
          <span data-here={touchpoint.here}>
            <span className="block font-bold text-4xl tabular-nums leading-none">{touchpoint.here}</span>
            <span className="text-muted-foreground text-sm">{t('here')}</span>
          </span>
        )}
        <span className="text-end" data-passed={touchpoint.passed}>
          <span className="block font-semibold text-xl tabular-nums leading-none">{touchpoint.passed}</span>
          <span className="text-muted-foreground text-sm">{t('passed')}</span>
        </span>
      </span>
      <span className="mt-auto flex flex-col gap-1 border-border border-t pt-2">
        {leading ? (
          <>
            <span className="text-sm leading-snug">{texts.name(touchpoint.key, leading.code)}</span>
            <span className="flex flex-wrap items-baseline gap-x-2">
              <span className="font-bold text-2xl tabular-nums leading-tight">
                {texts.value(leading.unit, leading.value)}
              </span>
              <span className="text-muted-foreground text-sm">{texts.goal(leading)}</span>
            </span>
            <span className="flex flex-wrap items-center gap-1">
              {leading.goal ? <StandardState met={leading.met} /> : null}
              {others > 0 ? (
                <span className="font-medium text-danger text-sm">{t('others', { count: others })}</span>
              ) : null}
            </span>
          </>
        ) : (
          <span className="text-muted-foreground text-sm">{t('noStandard')}</span>
        )}
      </span>
    </button>
  );
}
