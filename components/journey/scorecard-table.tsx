import { ArrowDownRight, ArrowRight, ArrowUpRight, Star } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Table, TableBody, TableHead, Td, Th } from '@/components/ui/table';
import type { Scorecard, TouchpointScore } from '@/lib/journey/schema';
import { StandardState } from './standard-state';
import { useStandardTexts } from './use-standard-texts';

const ARROWS = { better: ArrowUpRight, worse: ArrowDownRight, same: ArrowRight };

function Trend({ trend }: { trend: TouchpointScore['trend'] }) {
  const t = useTranslations('journey.trend');
  if (!trend) return <span className="text-muted-foreground">–</span>;
  const Arrow = ARROWS[trend];
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap">
      <Arrow aria-hidden="true" className="size-4" />
      {t(trend)}
    </span>
  );
}

/** The sixteen touchpoints with all their standards, beside those of the compared hall and period. */
export function ScorecardTable({ card, compared, today }: { card: Scorecard; compared: Scorecard; today: string }) {
  const t = useTranslations('journey');
  const names = useTranslations('touchpoints');
  const texts = useStandardTexts();
  return (
    <Table caption={t('scorecard.title')} captionHidden>
      <TableHead>
        <tr>
          <Th>{t('scorecard.touchpoint')}</Th>
          <Th numeric>{t('scorecard.passed')}</Th>
          <Th numeric>{t('scorecard.comparedPassed')}</Th>
          <Th>{t('scorecard.standard')}</Th>
          <Th numeric>{t('scorecard.value')}</Th>
          <Th>{t('scorecard.goal')}</Th>
          <Th>{t('scorecard.state')}</Th>
          <Th numeric>{t('scorecard.compared')}</Th>
          <Th>{t('scorecard.trend')}</Th>
          <Th numeric>{t('rating')}</Th>
        </tr>
      </TableHead>
      <TableBody>
        {card.touchpoints.map((score, place) => {
          const other = compared.touchpoints[place];
          const lines = Math.max(1, score.standards.length);
          return (score.standards.length > 0 ? score.standards : [null]).map((standard, i) => (
            <tr key={`${score.key} ${standard?.code ?? ''}`}>
              {i === 0 ? (
                <>
                  <Th scope="row" rowSpan={lines} className="align-top">
                    <span className="inline-flex items-center gap-1.5">
                      <span className="text-muted-foreground tabular-nums">{place + 1}</span>
                      <Link
                        href={`/manage/${encodeURIComponent(card.hall.slug)}/journey?date=${card.to < today ? card.to : today}&touchpoint=${score.key}`}
                        prefetch={false}
                        className="underline decoration-border-strong underline-offset-4"
                      >
                        {names(score.key)}
                      </Link>
                      {score.peak ? (
                        <span className="text-primary">
                          <Star aria-hidden="true" className="size-4 fill-current" />
                          <span className="sr-only">{t('peak')}</span>
                        </span>
                      ) : null}
                    </span>
                  </Th>
                  <Td numeric rowSpan={lines} className="align-top font-semibold">
                    {score.passed}
                  </Td>
                  <Td numeric rowSpan={lines} className="align-top text-muted-foreground">
                    {other?.passed ?? '–'}
                  </Td>
                </>
              ) : null}
              {standard ? (
                <>
                  <Td>{texts.name(score.key, standard.code)}</Td>
                  <Td numeric className="font-semibold">
                    {texts.value(standard.unit, standard.value)}
                  </Td>
                  <Td className="whitespace-nowrap text-muted-foreground text-sm">{texts.goal(standard) ?? '–'}</Td>
                  <Td>{standard.goal ? <StandardState met={standard.met} /> : null}</Td>
                  <Td numeric className="text-muted-foreground">
                    {texts.value(standard.unit, other?.standards[i]?.value ?? null)}
                  </Td>
                </>
              ) : (
                <Td colSpan={5} className="text-muted-foreground">
                  {t('noStandard')}
                </Td>
              )}
              {i === 0 ? (
                <>
                  <Td rowSpan={lines} className="align-top">
                    <Trend trend={score.trend} />
                  </Td>
                  <Td numeric rowSpan={lines} className="align-top">
                    {texts.value('score', score.rating?.value ?? null)}
                  </Td>
                </>
              ) : null}
            </tr>
          ));
        })}
      </TableBody>
    </Table>
  );
}
