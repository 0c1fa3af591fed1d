import { getLocale, getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { estimateText } from '@/components/waiting/estimate-text';
import type { HallView } from '@/lib/halls/schema';
import { localName } from '@/lib/i18n/local-name';

/** What can be done here, how long it takes now, and what to bring. */
export async function HallServices({ hall }: { hall: HallView }) {
  const t = await getTranslations('halls.hall');
  const estimates = await getTranslations('estimate');
  const locale = await getLocale();
  const list = new Intl.ListFormat(locale);
  const named = (text: 'bring' | 'fillIn', papers: HallView['services'][number]['papers']) =>
    papers.length === 0 ? '' : t(text, { papers: list.format(papers.map(({ names }) => localName(names, locale))) });
  return (
    <Card title={t('services')}>
      <ul className="divide-y divide-border">
        {hall.services.map(({ code, names, waiting, estimate, openCounters, papers }) => (
          <li key={code} className="py-2.5">
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-semibold text-lg leading-snug">{localName(names, locale)}</span>
              {hall.open ? (
                <span className="text-sm">
                  {t('people', { count: waiting })}
                  {' · '}
                  {openCounters === 0 && waiting === 0 ? t('noCounter') : estimateText(estimates, estimate)}
                </span>
              ) : null}
            </p>
            <p className="text-muted-foreground">
              {papers.length > 0
                ? [
                    named(
                      'bring',
                      papers.filter(({ form }) => !form),
                    ),
                    named(
                      'fillIn',
                      papers.filter(({ form }) => form),
                    ),
                  ].join(' ')
                : t('bringNothing')}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
