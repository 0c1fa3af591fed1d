import { useFormatter, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Table, TableBody, TableHead, Td, Th } from '@/components/ui/table';
import { formatDuration } from '@/lib/i18n/format-duration';
import type { StaffingDay, StaffingView } from '@/lib/staffing/schema';

const none = '–';
const minus = '−';

/** What the needed and the intended counters come to over the day, and how far they are apart. */
export function StaffingOutcomes({ view: { needed, intended, target } }: { view: StaffingView }) {
  const t = useTranslations('staffing');
  const format = useFormatter();
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  const hours = (value: number) => format.number(value, { maximumFractionDigits: 1 });
  const rows: { name: string; read: (day: StaffingDay) => number | null; text: (value: number) => string }[] = [
    {
      name: t('within', { minutes: Math.round(target.seconds / 60) }),
      read: ({ share }) => share,
      text: percent,
    },
    {
      name: t('withinSkilled', { minutes: Math.round(target.seconds / 60) }),
      read: ({ skilledShare }) => skilledShare,
      text: percent,
    },
    { name: t('meanWait'), read: ({ meanWaitSeconds }) => meanWaitSeconds, text: formatDuration },
    { name: t('left'), read: ({ left }) => left, text: percent },
    { name: t('use'), read: ({ use }) => use, text: percent },
    { name: t('counterHours'), read: ({ counterHours }) => counterHours, text: hours },
  ];
  const shown = (value: number | null, text: (value: number) => string) => (value === null ? none : text(value));
  return (
    <Card title={t('outcome')} flush>
      {intended ? null : (
        <p className="px-4 pb-1 text-muted-foreground text-sm">
          {t('intended')}: {t('notPlanned')}
        </p>
      )}
      {/* Narrow enough for a phone in every language. */}
      <Table
        caption={t('outcome')}
        captionHidden
        className="table-fixed text-sm [overflow-wrap:anywhere] sm:table-auto sm:[overflow-wrap:normal] [&_:is(td,th)]:px-1.5 sm:[&_:is(td,th)]:px-3 [&_thead_th:first-child]:w-1/3 max-sm:[&_thead_th]:text-xs"
      >
        <TableHead>
          <tr>
            <Th>
              <span className="sr-only">{t('outcome')}</span>
            </Th>
            <Th numeric>{t('needed')}</Th>
            <Th numeric>{t('intended')}</Th>
            <Th numeric>{t('difference')}</Th>
          </tr>
        </TableHead>
        <TableBody>
          {rows.map(({ name, read, text }) => {
            const wanted = read(needed);
            const planned = intended ? read(intended) : null;
            const apart = wanted === null || planned === null ? null : planned - wanted;
            return (
              <tr key={name}>
                <Th scope="row">{name}</Th>
                <Td numeric>{shown(wanted, text)}</Td>
                <Td numeric>{shown(planned, text)}</Td>
                <Td numeric>{apart === null ? none : signed(apart, text)}</Td>
              </tr>
            );
          })}
        </TableBody>
      </Table>
    </Card>
  );
}

/** With its sign, which says what colour alone would not. */
function signed(value: number, text: (value: number) => string): string {
  return `${value > 0 ? '+' : value < 0 ? minus : '±'}${text(Math.abs(value))}`;
}
