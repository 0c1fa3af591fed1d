import { getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { EntryTable } from '@/components/ui/entry-table';
import { Td, Th } from '@/components/ui/table';
import type { HallConfig } from '@/lib/halls/hall-config';
import { formatHallDateTime } from '@/lib/i18n/hall-time';
import type { KeyView } from '@/lib/staff/schema';
import { EntryButton } from './entry-button';
import { fieldsOf } from './field-texts';
import { SettingsForm } from './settings-form';

/** Keys of programs: a new one is shown once, a revoked one stays in the list. */
export async function KeySection({ hall, keys }: { hall: HallConfig; keys: readonly KeyView[] }) {
  const t = await getTranslations('settings');
  const role = await getTranslations('role');
  const locale = await getLocale();
  const time = (at: string | null) => (at ? formatHallDateTime(at, locale, hall.timeZone) : t('keys.never'));
  return (
    <>
      <Card title={t('keys.create')}>
        <SettingsForm
          target={{ form: 'key', hall: hall.slug }}
          fields={await fieldsOf('key', hall)}
          values={{}}
          secret="key"
          submitLabel={t('keys.create')}
        />
      </Card>
      <Card flush>
        <EntryTable
          actions={t('actions')}
          caption={t('sections.keys')}
          columns={[t('list.name'), t('field.role'), t('keys.prefix'), t('keys.made'), t('keys.used')]}
          empty={keys.length === 0 ? <EmptyState title={t('none')} /> : null}
        >
          {keys.map((key) => (
            <tr key={key.id}>
              <Th scope="row" className="font-medium">
                {key.name}
              </Th>
              <Td>{role(key.role)}</Td>
              <Td>
                <code>{key.prefix}…</code>
              </Td>
              <Td>{time(key.createdAt)}</Td>
              <Td>{time(key.lastUsedAt)}</Td>
              <Td numeric>
                {key.revokedAt ? (
                  <Badge>{t('keys.revoked')}</Badge>
                ) : (
                  <EntryButton
                    act="revokeKey"
                    hall={hall.slug}
                    id={key.id}
                    label={t('keys.revoke')}
                    name={t('keys.revokeOf', { name: key.name })}
                    final
                  />
                )}
              </Td>
            </tr>
          ))}
        </EntryTable>
      </Card>
    </>
  );
}
