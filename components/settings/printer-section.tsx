import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/i18n/client-messages';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { EntryTable } from '@/components/ui/entry-table';
import { Td, Th } from '@/components/ui/table';
import type { HallConfig } from '@/lib/halls/hall-config';
import { formatHallTime } from '@/lib/i18n/hall-time';
import { prints } from '@/lib/printing/printer';
import type { PrinterView } from '@/lib/printing/schema';
import { settingsPath } from '@/lib/settings/section';
import { EntryButton } from './entry-button';
import { Saved } from './entry-list';
import { LogoField } from './logo-field';

/** The hall's slip printers with what was last heard of them, and the picture at the head of the slips. */
export async function PrinterSection({
  hall,
  printers,
  logoId,
  saved,
}: {
  hall: HallConfig;
  printers: readonly PrinterView[];
  logoId: string | null;
  /** The entry that was saved a moment ago. */
  saved: string | undefined;
}) {
  const t = await getTranslations('settings');
  const states = await getTranslations('printing.state');
  const locale = await getLocale();
  return (
    <>
      <Card flush>
        <EntryTable
          actions={t('actions')}
          caption={t('sections.printers')}
          columns={[t('list.name'), t('printers.address'), t('field.columns'), t('printers.state')]}
          empty={printers.length === 0 ? <EmptyState title={t('none')} /> : null}
        >
          {printers.map((printer) => (
            <tr key={printer.id} className={printer.active ? undefined : 'text-muted-foreground'}>
              <Th scope="row" className="font-medium">
                {printer.name}
                {printer.forGuide ? <Badge className="ms-2">{t('field.forGuide')}</Badge> : null}
              </Th>
              <Td>
                <span className="tabular-nums">
                  {printer.host}:{printer.port}
                </span>
              </Td>
              <Td>{t(`printers.paper.${printer.columns}`)}</Td>
              <Td>
                {printer.id === saved ? <Saved text={t('savedEntry')} /> : null}
                {printer.active ? (
                  <span className={prints(printer.state) ? undefined : 'font-medium text-danger'}>
                    {prints(printer.state) ? '' : '⚠ '}
                    {states(printer.state)} · {formatHallTime(printer.stateSince, locale, hall.timeZone)}
                  </span>
                ) : (
                  <Badge>{t('off')}</Badge>
                )}
              </Td>
              <Td>
                <div className="flex items-start justify-end gap-2">
                  <EntryButton
                    act="testPrinter"
                    hall={hall.slug}
                    id={printer.id}
                    label={t('printers.test')}
                    name={t('printers.testOf', { name: printer.name })}
                    doneText={t('printers.asked')}
                  />
                  <ButtonLink
                    href={settingsPath(hall.slug, 'printers', printer.id)}
                    variant="secondary"
                    size="sm"
                    aria-label={t('list.changeOf', { name: printer.name })}
                  >
                    {t('list.change')}
                  </ButtonLink>
                </div>
              </Td>
            </tr>
          ))}
        </EntryTable>
      </Card>
      <Card title={t('printers.logo')}>
        <ClientMessages namespaces={['errors', 'logoField', 'settingsForm']}>
          <LogoField hall={hall.slug} logoId={logoId} />
        </ClientMessages>
      </Card>
    </>
  );
}
