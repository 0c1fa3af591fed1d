import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/class-names';
import { FoldedCard } from '@/components/ui/folded-card';
import { Table, TableBody, TableHead, Td, Th } from '@/components/ui/table';
import { localName } from '@/lib/i18n/local-name';
import type { StaffingStepView, StaffingView } from '@/lib/staffing/schema';
import { shortStretches } from '@/lib/staffing/short-stretches';

const none = '–';
type Short = StaffingStepView['needed']['short'];

/** What the plan comes to with the services that each counter takes: of the day, and when each service falls short. */
export function ServiceShortfalls({ view: { services, steps, target } }: { view: StaffingView }) {
  const t = useTranslations('staffing');
  const locale = useLocale();
  const format = useFormatter();
  if (services.length === 0) return null;
  const percent = (share: number | null) =>
    share === null ? none : format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  const planned = steps.some(({ intended }) => intended !== null);
  const when = (code: string) => {
    const stretches = shortStretches(steps, code, planned ? 'intended' : 'needed');
    return stretches.length === 0 ? none : stretches.map(({ from, to }) => `${from}–${to}`).join(', ');
  };
  const below = (share: number | null) => cn(share !== null && share < target.share && 'font-semibold');
  return (
    <Card title={t('byService')} flush>
      <Table
        caption={t('byService')}
        captionHidden
        className="table-fixed text-sm [overflow-wrap:anywhere] sm:table-auto sm:[overflow-wrap:normal] [&_:is(td,th)]:px-1.5 sm:[&_:is(td,th)]:px-3 [&_thead_th:first-child]:w-1/4 [&_thead_th:last-child]:w-1/3 max-sm:[&_thead_th]:text-xs"
      >
        <TableHead>
          <tr>
            <Th>{t('service')}</Th>
            <Th numeric>{t('arrivals')}</Th>
            <Th numeric>{t('counters')}</Th>
            <Th numeric>{t('needed')}</Th>
            {planned ? <Th numeric>{t('intended')}</Th> : null}
            <Th>{t(planned ? 'shortIntended' : 'shortNeeded')}</Th>
          </tr>
        </TableHead>
        <TableBody>
          {services.map(({ code, names, counters, customers, needed, intended }) => (
            <tr key={code}>
              <Th scope="row">{localName(names, locale)}</Th>
              <Td numeric>{format.number(customers, { maximumFractionDigits: 0 })}</Td>
              <Td numeric>{counters}</Td>
              <Td numeric className={below(needed)}>
                {percent(needed)}
              </Td>
              {planned ? (
                <Td numeric className={below(intended)}>
                  {percent(intended)}
                </Td>
              ) : null}
              <Td className="tabular-nums">{when(code)}</Td>
            </tr>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

/** In each half hour: which services fall short, and by how much. */
export function ShortHalfHours({ view: { services, steps } }: { view: StaffingView }) {
  const t = useTranslations('staffing');
  const locale = useLocale();
  const format = useFormatter();
  const planned = steps.some(({ intended }) => intended !== null);
  const short = steps.filter(({ needed, intended }) => needed.short.length + (intended?.short.length ?? 0) > 0);
  if (services.length === 0) return null;
  if (short.length === 0) return <p>{t('noneShort')}</p>;
  const nameOf = (code: string) => {
    const service = services.find((one) => one.code === code);
    return service ? localName(service.names, locale) : code;
  };
  const list = (all: Short) =>
    all.length === 0
      ? none
      : all
          .map(({ serviceCode, share }) =>
            t('shortService', {
              service: nameOf(serviceCode),
              share: format.number(share, { style: 'percent', maximumFractionDigits: 0 }),
            }),
          )
          .join(' · ');
  return (
    <FoldedCard
      title={t('shortTitle')}
      hint={t('shortHint', { count: short.length })}
      show={t('showHalfHours')}
      hide={t('hideHalfHours')}
    >
      <Table
        caption={t('shortTitle')}
        captionHidden
        className="text-sm [overflow-wrap:anywhere] [&_:is(td,th)]:px-1.5 sm:[&_:is(td,th)]:px-4"
      >
        <TableHead>
          <tr>
            <Th>{t('time')}</Th>
            <Th>{t('needed')}</Th>
            {planned ? <Th>{t('intended')}</Th> : null}
          </tr>
        </TableHead>
        <TableBody>
          {short.map(({ halfHour, from, needed, intended }) => (
            <tr key={halfHour}>
              <Th scope="row" className="whitespace-nowrap">
                {from}
              </Th>
              <Td>{list(needed.short)}</Td>
              {planned ? <Td>{list(intended?.short ?? [])}</Td> : null}
            </tr>
          ))}
        </TableBody>
      </Table>
    </FoldedCard>
  );
}
