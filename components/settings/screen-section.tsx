import { getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { EntryTable } from '@/components/ui/entry-table';
import { Td, Th } from '@/components/ui/table';
import type { HallConfig } from '@/lib/halls/hall-config';
import { formatHallDateTime } from '@/lib/i18n/hall-time';
import type { ScreenView } from '@/lib/screens/schema';
import { EntryButton } from './entry-button';
import { fieldsOf } from './field-texts';
import { SettingsForm } from './settings-form';

/** The hall's unattended devices: a code pairs one, and a removed one is refused at once. */
export async function ScreenSection({ hall, screens }: { hall: HallConfig; screens: readonly ScreenView[] }) {
  const t = await getTranslations('settings');
  const locale = await getLocale();
  return (
    <>
      <Card title={t('screens.create')}>
        <SettingsForm
          target={{ form: 'screen', hall: hall.slug }}
          fields={await fieldsOf('screen', hall)}
          values={{}}
          secret="code"
          submitLabel={t('screens.create')}
        />
      </Card>
      <Card flush>
        <EntryTable
          actions={t('actions')}
          caption={t('sections.screens')}
          columns={[t('list.name'), t('field.kind'), t('list.state'), t('screens.seen')]}
          empty={screens.length === 0 ? <EmptyState title={t('none')} /> : null}
        >
          {screens.map((screen) => (
            <tr key={screen.id}>
              <Th scope="row" className="font-medium">
                {screen.name}
              </Th>
              <Td>{t(`screens.kind.${screen.kind}`)}</Td>
              <Td>
                {screen.revokedAt ? (
                  <Badge>{t('screens.revoked')}</Badge>
                ) : screen.pairedAt ? (
                  t('screens.paired')
                ) : (
                  t('screens.waiting')
                )}
              </Td>
              <Td>
                {screen.lastSeenAt
                  ? formatHallDateTime(screen.lastSeenAt, locale, hall.timeZone)
                  : t('screens.neverSeen')}
              </Td>
              <Td>
                {screen.revokedAt ? null : (
                  <div className="flex items-start justify-end gap-2">
                    <EntryButton
                      act="offerPairing"
                      hall={hall.slug}
                      id={screen.id}
                      label={t('screens.code')}
                      name={t('screens.codeOf', { name: screen.name })}
                    />
                    <EntryButton
                      act="revokeScreen"
                      hall={hall.slug}
                      id={screen.id}
                      label={t('screens.revoke')}
                      name={t('screens.revokeOf', { name: screen.name })}
                      final
                    />
                  </div>
                )}
              </Td>
            </tr>
          ))}
        </EntryTable>
      </Card>
    </>
  );
}
