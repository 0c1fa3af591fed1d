import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import type { Scorecard } from '@/lib/journey/schema';
import { useStandardTexts } from './use-standard-texts';

/** Where the period was weakest: the proposal for the month's board of weak points. */
export function WeakestCard({ card, action }: { card: Scorecard; action: ReactNode }) {
  const t = useTranslations('journey.weakest');
  const names = useTranslations('touchpoints');
  const texts = useStandardTexts();
  if (card.weakest.length === 0)
    return (
      <Card title={t('title')}>
        <p className="text-muted-foreground">{t('none')}</p>
      </Card>
    );
  return (
    <section aria-label={t('title')}>
      <Card title={t('title')} actions={action}>
        <ol className="grid gap-3 sm:grid-cols-3">
          {card.weakest.map(({ touchpoint, standard: code }) => {
            const found = card.touchpoints
              .find(({ key }) => key === touchpoint)
              ?.standards.find((standard) => standard.code === code);
            return (
              <li key={touchpoint} className="rounded-lg border-2 border-danger p-3">
                <p className="font-semibold">{names(touchpoint)}</p>
                <p className="text-muted-foreground text-sm">{texts.name(touchpoint, code)}</p>
                {found ? (
                  <p className="tabular-nums">
                    <span className="font-bold text-2xl">{texts.value(found.unit, found.value)}</span>{' '}
                    <span className="text-muted-foreground text-sm">{texts.goal(found)}</span>
                  </p>
                ) : null}
              </li>
            );
          })}
        </ol>
      </Card>
    </section>
  );
}
