'use client';

import { Lightbulb } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { localName } from '@/lib/i18n/local-name';
import type { VisitContext } from '@/lib/visit-context/schema';

/** The one suggestion that fits, in the customer's language where it is known; gone when it was made. */
export function SuggestionLine({
  context,
  pending,
  shortcuts = true,
  onOffer,
}: {
  context: VisitContext | undefined;
  pending: boolean;
  shortcuts?: boolean;
  onOffer: (suggestionId: string, accepted: boolean) => void;
}) {
  const t = useTranslations('counter.suggestion');
  const locale = useLocale();
  const suggestion = context?.suggestion;
  if (!suggestion || context.offered) return null;
  const spoken = context.locale ?? locale;
  return (
    <section aria-label={t('title')} className="space-y-2 rounded-lg border border-border px-4 py-2.5">
      <p className="flex items-start gap-2 text-lg leading-snug">
        <Lightbulb aria-hidden="true" className="mt-0.5 size-6 shrink-0 text-primary" />
        <span lang={spoken}>{localName(suggestion.names, spoken)}</span>
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="soft"
          shortcut={shortcuts ? 'Y' : undefined}
          pending={pending}
          onClick={() => onOffer(suggestion.id, true)}
        >
          {t('accepted')}
        </Button>
        <Button
          variant="ghost"
          shortcut={shortcuts ? 'D' : undefined}
          pending={pending}
          onClick={() => onOffer(suggestion.id, false)}
        >
          {t('declined')}
        </Button>
      </div>
    </section>
  );
}
