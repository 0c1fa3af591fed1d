import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/class-names';
import { Table, TableBody, TableHead, Td, Th } from '@/components/ui/table';
import { localName } from '@/lib/i18n/local-name';
import type { StaffingStepView, StaffingView } from '@/lib/staffing/schema';

const none = '–';
type Short = StaffingStepView['needed']['short'];

/** What the plan comes to with the services that each counter takes: of the day, and in which half hours which fall short. */
export function ServiceShortfalls({ view: { services, steps, target } }: { view: StaffingView }) {
  const t = useTranslations('staffing');
  const locale = useLocale();
  const format = useFormatter();
  if (services.length === 0) return null;
  const percent = (share: number | null) =>
    share === null ? none : format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  const nameOf = (code: string) => {
    const service = services.find((one) => one.code === code);
    return service ? localName(service.names, locale) : code;
  };
  const planned = steps.some(({ intended }) => intended !== null);
  const shortSteps = steps.filter(({ needed, intended }) => needed.short.length + (intended?.short.length ?? 0) > 0);
  const list = (short: Short) =>
    short.length === 0 ? (
      none
    ) : (
      <ul>
        {short.map(({ serviceCode, share }) => (
          <li key={serviceCode}>{t('shortService', { service: nameOf(serviceCode), share: percent(share) })}</li>
        ))}
      </ul>
    );
  const below = (share: number | null) => cn(share !== null && share < target.share && 'font-semibold');
  return (
    <Card title={t('byService')} flush>
      <Table
        caption={t('byService')}
        captionHidden
        className="table-fixed text-sm [overflow-wrap:anywhere] [&_:is(td,th)]:px-1.5 sm:[&_:is(td,th)]:px-4 [&_thead_th:first-child]:w-1/3"
      >
        <TableHead>
          <tr>
            <Th>{t('service')}</Th>
            <Th numeric>{t('arrivals')}</Th>
            <Th numeric>{t('counters')}</Th>
            <Th numeric>{t('needed')}</Th>
            {planned ? <Th numeric>{t('intended')}</Th> : null}
          </tr>
        </TableHead>
        <TableBody>
          {services.map(({ code, counters, customers, needed, intended }) => (
            <tr key={code}>
              <Th scope="row">{nameOf(code)}</Th>
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
            </tr>
          ))}
        </TableBody>
      </Table>
      {shortSteps.length === 0 ? (
        <p className="px-4 py-2">{t('noneShort')}</p>
      ) : (
        <Table
          caption={t('shortTitle')}
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
            {shortSteps.map(({ halfHour, from, needed, intended }) => (
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
      )}
    </Card>
  );
}
