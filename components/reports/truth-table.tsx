import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { Table, TableBody, TableHead, Td, Th } from '@/components/ui/table';
import { formatDuration } from '@/lib/i18n/format-duration';
import { localName } from '@/lib/i18n/local-name';
import type { Figures, WaitReport } from '@/lib/reports/schema';

/** How true the estimates were that customers were given, by service, and by service and hour. */
export async function TruthTable({ report }: { report: WaitReport }) {
  const t = await getTranslations('reports');
  const locale = await getLocale();
  const format = await getFormatter();
  const percent = (share: number | null) =>
    share === null ? '–' : format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  const off = (seconds: number | null) =>
    seconds === null ? '–' : `${seconds < 0 ? '−' : ''}${formatDuration(Math.abs(seconds))}`;
  const hours = [...new Set(report.serviceHours.filter(({ told }) => told > 0).map(({ hour }) => hour))];
  const inHour = (code: string, hour: number): Figures | undefined =>
    report.serviceHours.find((row) => row.serviceCode === code && row.hour === hour);
  return (
    <Card title={t('truth')} flush>
      <p className="px-4 pb-1 text-muted-foreground text-sm">{`${t('truthHint')} ${t('truthByHour')}.`}</p>
      <Table caption={t('truth')} captionHidden className="text-sm print:text-xs">
        <TableHead>
          <tr>
            <Th>{t('service')}</Th>
            {(['told', 'medianError', 'meanError', 'bias', 'promise'] as const).map((column) => (
              <Th key={column} numeric>
                {t(`columns.${column}`)}
              </Th>
            ))}
            {hours.map((hour) => (
              <Th key={hour} numeric className="px-1.5">
                {`${hour}:00`}
              </Th>
            ))}
          </tr>
        </TableHead>
        <TableBody>
          {report.services.map((row) => (
            <tr key={row.serviceCode} className="break-inside-avoid">
              <Th scope="row">{localName(row.names, locale)}</Th>
              <Td numeric>{row.told}</Td>
              <Td numeric>{off(row.medianErrorSeconds)}</Td>
              <Td numeric>{off(row.errorSeconds)}</Td>
              <Td numeric>{off(row.biasSeconds)}</Td>
              <Td numeric>{percent(row.promiseShare)}</Td>
              {hours.map((hour) => {
                const cell = inHour(row.serviceCode, hour);
                return (
                  <Td key={hour} numeric className="whitespace-nowrap px-1.5">
                    {cell && cell.told > 0 ? (
                      <>
                        {off(cell.medianErrorSeconds)}
                        <br />
                        <span className="text-muted-foreground">{percent(cell.promiseShare)}</span>
                      </>
                    ) : (
                      '–'
                    )}
                  </Td>
                );
              })}
            </tr>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
